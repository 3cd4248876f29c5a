import { campaignSender } from '../../campaigns/campaign/campaign-sender';
import { editionOfCampaign } from '../../campaigns/campaign/freeze-editions';
import { DeliveryError } from '../../errors';
import type { Language } from '../../language';
import type { Ledger } from '../../ledger';
import { messageMaker, type DkimKey, type Message, type MessageRecipient } from '../message';

type Maker = (recipient: MessageRecipient, date: Date) => Message;

/** Prepared editions a worker keeps: a handful of campaigns in three languages, some hundred KB each. */
const kept = 12;

/** Hands out the prepared edition of a campaign and language, encoding it at its first use. */
export function messageMakers(
  ledger: Ledger,
  secret: string,
  dkim: readonly DkimKey[] = [],
): (campaignId: string, language: Language) => Promise<Maker> {
  const makers = new Map<string, Promise<Maker>>();
  return (campaignId, language) => {
    const key = `${campaignId}/${language}`;
    let maker = makers.get(key);
    if (!maker) {
      maker = prepare(ledger, { secret, dkim }, campaignId, language);
      makers.set(key, maker);
      maker.catch(() => makers.delete(key));
      const [oldest] = makers.keys();
      if (makers.size > kept && oldest !== undefined) makers.delete(oldest);
    }
    return maker;
  };
}

async function prepare(
  ledger: Ledger,
  keys: { secret: string; dkim: readonly DkimKey[] },
  campaignId: string,
  language: Language,
): Promise<Maker> {
  const [edition, facts] = await Promise.all([
    editionOfCampaign(ledger, campaignId, language),
    campaignSender(ledger, campaignId),
  ]);
  if (!edition || !facts) {
    throw new DeliveryError(
      'EDITION_MISSING',
      { language, campaignId },
      `The ledger holds no ${language} edition of campaign ${campaignId}. It was frozen with one, so the file is damaged: restore it from a backup.`,
    );
  }
  return messageMaker({ edition, campaignId, ...keys, ...facts });
}
