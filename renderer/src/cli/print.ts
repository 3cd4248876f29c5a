/** Where a command writes: results to `out`, troubles to `error`. */
export interface Print {
  out(text: string): void;
  error(text: string): void;
}
