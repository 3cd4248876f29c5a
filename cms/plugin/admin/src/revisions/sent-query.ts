/** A request as the admin's client takes it. */
export interface Query {
  url: string;
  method?: string;
  data?: Record<string, unknown>;
  config?: { headers?: Record<string, string> };
}

/** What went wrong, as Strapi's server says it. */
export interface Failure {
  status?: number;
  name: string;
  message: string;
  details?: { code?: string; data?: object; errors?: unknown[] };
}

export interface Result {
  data?: unknown;
  error?: Failure;
}

/** The admin's client: adds the token, and turns a failed request into a result. */
export type Send = (query: Query) => Promise<Result> | Result;

/** Whether somebody has saved since. */
export function isStale(error: Failure | undefined): boolean {
  return error?.details?.code === 'REVISION_STALE';
}
