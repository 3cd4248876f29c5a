/** What a database says of a statement that it cannot carry out as it is: syntax, types, unknown operators. */
const statementCodes = /^(?:SQLITE_ERROR|SQLITE_MISMATCH|SQLITE_RANGE|22...|42...|ERR_ASSERTION)$/;
/** Where statements are made from a request's filters and sorting. */
const makersOfStatements = /[\\/](?:@strapi[\\/]database|knex)[\\/]/;

/**
 * Whether an error says that what a request asked for cannot be made into a question to the database, as `filters[id][$between]=1`
 * cannot: Strapi passes most of what it is given on, and calls what comes of it an error of its own. Not an error of the database
 * itself, which has another code; nor one that knows its own status.
 */
export function isUnreadableQuery(error: unknown): boolean {
  if (!(error instanceof Error) || 'status' in error || 'statusCode' in error) return false;
  // A refusal of Strapi’s or ours has details, and may come from within a transaction.
  if ('details' in error) return false;
  const code = 'code' in error ? error.code : undefined;
  if (code !== undefined) return typeof code === 'string' && statementCodes.test(code);
  return makersOfStatements.test(error.stack ?? '');
}
