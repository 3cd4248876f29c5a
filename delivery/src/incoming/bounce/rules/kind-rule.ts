/** A sign of what kind of message this is; the name is permanent. */
export interface KindRule {
  name: string;
  pattern: RegExp;
  why: string;
}
