/**
 * How an identifier of a person is compared: one that is typed in other letters, or with other bytes for the same letters, is of the same
 * person. Apart from document ids, which nobody types. Pure.
 */
export function personIdOf(person: string): string {
  return `p:${person.normalize('NFC').trim().toLowerCase()}`;
}
