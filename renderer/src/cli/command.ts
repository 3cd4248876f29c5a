/** Where a command writes: results to `out`, errors to `error`. */
export interface Print {
  out(text: string): void;
  error(text: string): void;
}

/** The exit codes of the command. Permanent: scripts and CI jobs rely on them. */
export const exitCode = {
  fine: 0,
  /** At least one finding is an error: the issue must not be sent as it is. */
  findings: 1,
  /** The input cannot be used: a missing file, invalid JSON, an invalid issue, a wrong option. Nothing was written. */
  badInput: 2,
} as const;

/** The folder of a rendered issue's charts and ornaments, beside its HTML. */
export const assetFolder = 'assets';
