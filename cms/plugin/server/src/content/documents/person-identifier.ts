/**
 * A person identifier as it is stored: without space around it, and composed (NFC). What looks the same is the same then, however a
 * keyboard or a spreadsheet has written its letters. Capitals stay as they were typed. Pure.
 */
export function storedPerson(person: string): string {
  return person.trim().normalize('NFC');
}

/**
 * What two identifiers of one person have in common, of whatever was stored: capitals do not count. Apart from document ids, which
 * nobody types. Pure.
 */
export function personIdOf(person: string): string {
  // Composed once more: a small letter may be written in another way than the capital.
  return `p:${storedPerson(person).toLowerCase().normalize('NFC')}`;
}
