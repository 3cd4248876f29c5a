import { openMemory, type Language, type Memory } from '@nachra/renderer';
import { domainOf } from '../../campaigns/candidates';
import { editionOfCampaign } from '../../campaigns/editions';
import { senderOfEdition } from '../../campaigns/freeze';
import { DeliveryError } from '../../errors';
import type { Ledger } from '../../ledger';
import { messageMaker, type DkimKey, type Message, type MessageRecipient } from '../message';

type Maker = (recipient: MessageRecipient, date: Date) => Message;

/** What is the same for all deliveries of a campaign, read from the ledger once. */
export interface Preparation {
  /**
   * The prepared edition of a campaign and language.
   *
   * @throws {DeliveryError} `EDITION_MISSING`, `EDITION_SPOILT`, `ASSET_MISSING`: see {@link isSpoilt}
   */
  makerOf(campaignId: string, language: Language): Promise<Maker>;
  /** The domain whose sender limit applies to a campaign's edition; empty when there is no such edition. */
  senderDomainOf(campaignId: string, language: Language): Promise<string>;
}

const spoilt: readonly string[] = ['EDITION_MISSING', 'EDITION_SPOILT', 'ASSET_MISSING'];

/** Whether an edition cannot be sent because it is not what was frozen. Another try would find the same. Pure. */
export function isSpoilt(error: unknown): error is DeliveryError {
  return error instanceof DeliveryError && spoilt.includes(error.code);
}

/** Prepared editions a worker keeps: a handful of campaigns in three languages, some hundred KB each. */
const keptEditions = 12;
const keptSenders = 1_000;

export function openPreparation(ledger: Ledger, secret: string, dkim: readonly DkimKey[] = []): Preparation {
  const makers = openMemory<Promise<Maker>>(keptEditions);
  const domains = openMemory<Promise<string>>(keptSenders);
  return {
    makerOf: (campaignId, language) =>
      once(makers, `${campaignId}/${language}`, () =>
        prepare(ledger, { secret, dkim }, campaignId, language),
      ),
    senderDomainOf: (campaignId, language) =>
      once(domains, `${campaignId}/${language}`, async () =>
        domainOf((await senderOfEdition(ledger, campaignId, language))?.fromAddress ?? ''),
      ),
  };
}

/** A failure is not remembered. */
function once<Value>(known: Memory<Promise<Value>>, key: string, make: () => Promise<Value>): Promise<Value> {
  const found = known.get(key);
  if (found) return found;
  const made = make();
  known.set(key, made);
  made.catch(() => known.delete(key));
  return made;
}

async function prepare(
  ledger: Ledger,
  keys: { secret: string; dkim: readonly DkimKey[] },
  campaignId: string,
  language: Language,
): Promise<Maker> {
  const [edition, sender] = await Promise.all([
    editionOfCampaign(ledger, campaignId, language),
    senderOfEdition(ledger, campaignId, language),
  ]);
  if (!edition || !sender) {
    throw new DeliveryError(
      'EDITION_MISSING',
      { language, campaignId },
      `The ledger holds no ${language} edition of campaign ${campaignId}. It was frozen with one, so the file is damaged: restore it from a backup.`,
    );
  }
  return messageMaker({ edition, sender, campaignId, ...keys });
}
