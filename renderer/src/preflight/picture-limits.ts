/** What pictures of a mail may be. */
export const pictureLimits = {
  /** Pixels across: twice the 600 px of a mail; more are never visible. */
  widest: 1_200,
  /** Of all pictures of a mail together, in KiB, where readers fetch them. */
  heaviestKib: 1_000,
  /** The same where they are parts of the message: each reader gets a third more, for base64, and many institutional mailboxes are small. */
  heaviestEmbeddedKib: 500,
} as const;
