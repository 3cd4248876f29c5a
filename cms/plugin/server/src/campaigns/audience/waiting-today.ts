import { countAudience, waitingReaders, waitingSubscribers, type EditionsOnOffer } from '@nachra/delivery';
import type { IssueHead } from '../../content/documents/issue';
import type { AudienceStore } from '../../content/documents/audience-store';
import { candidateOf, peopleToday } from './audience';
import { forgottenReaders, type ForgottenDependencies } from './forgotten-readers';

interface WaitingDependencies extends ForgottenDependencies {
  audience: Pick<AudienceStore, 'people' | 'changedSince' | 'named'>;
}

/** Subscribers read at once. */
const atOnce = 500;

/**
 * Who waits for an issue in its language. Where the ledger has lost a campaign of the number, by the rule that a campaign is frozen
 * by; otherwise by what the ledger knows alone, which is asked each time somebody looks at an issue.
 */
export async function waitingToday(
  dependencies: WaitingDependencies,
  { number, language, correction }: Pick<IssueHead, 'number' | 'language' | 'correction'>,
): Promise<Awaited<ReturnType<typeof waitingReaders>>> {
  const { ledger, audience } = dependencies;
  const waiting = await waitingReaders(ledger, { number, language });
  if (waiting === null) return null;
  const offer: EditionsOnOffer = {
    rounds: { [language]: correction?.round ?? 0 },
    defaultLanguage: language,
  };
  const forgotten = await forgottenReaders(dependencies, number, offer);
  if (forgotten === undefined) return waiting;
  const ids = await waitingSubscribers(ledger, { number, language });
  async function* today() {
    for (let from = 0; from < ids.length; from += atOnce)
      for (const subscriber of await audience.named(ids.slice(from, from + atOnce)))
        yield candidateOf(subscriber);
  }
  const people = await peopleToday(audience);
  const { recipients } = await countAudience(ledger, today(), {
    ...offer,
    issueNumber: number,
    people,
    forgotten,
  });
  return recipients === 0 ? null : { ...waiting, readers: recipients };
}
