/** Where a command writes: results to `out`, troubles to `error`. */
export interface Print {
  out(text: string): void;
  error(text: string): void;
}

/** What the command tells the shell. Permanent: scripts and CI jobs rely on it. */
export const exitCode = {
  fine: 0,
  /** A finding is an error: the issue may not go out as it is. */
  findings: 1,
  /** The input cannot be used: no such file, no JSON, no issue. Nothing was written. */
  badInput: 2,
} as const;

/** Where a rendered issue's own pictures lie, beside its HTML. */
export const assetFolder = 'assets';
