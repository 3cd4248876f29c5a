import { openLedger } from '@nachra/delivery';
import { CmsError } from './errors';

/**
 * Makes sure that PostgreSQL can be used, because the words of Strapi's own attempt name neither the
 * setting nor the remedy.
 *
 * @throws {CmsError} code `DATABASE_UNREACHABLE`; never with the password
 */
export async function reachDatabase(url: string): Promise<void> {
  try {
    const ledger = await openLedger({ client: 'postgres', url });
    await ledger.close();
  } catch (cause) {
    throw new CmsError('DATABASE_UNREACHABLE', cause instanceof Error ? cause.message : String(cause), {
      cause,
    });
  }
}
