import Table from 'cli-table3';
import type { CampaignDetail, DeliveryRow } from '@nachra/strapi-plugin-newsletter';
import type { HeldMessage } from '../terminal/mailbox';

/** Whether every recipient's message is in the mailbox, exactly once, and the table that shows it. */
interface Verdict {
  ok: boolean;
  table: string;
  /** Why not, one sentence each; empty when `ok`. */
  reasons: string[];
}

/**
 * Holds what the ledger says against what the mailbox really has. Pure.
 *
 * @param deliveries the campaign's frozen recipients with the language of their edition, from the ledger
 */
export function judge(
  campaign: CampaignDetail,
  deliveries: readonly Pick<DeliveryRow, 'address' | 'language'>[],
  messages: readonly HeldMessage[],
): Verdict {
  const addresses = deliveries.map(({ address }) => address);
  const held = new Map<string, number>();
  for (const message of messages)
    for (const recipient of message.recipients) held.set(recipient, (held.get(recipient) ?? 0) + 1);

  const reasons: string[] = [];
  const missing = addresses.filter((address) => !held.has(address));
  const twice = addresses.filter((address) => (held.get(address) ?? 0) > 1);
  const strangers = [...held.keys()].filter((address) => !addresses.includes(address));
  if (addresses.length !== campaign.recipients)
    reasons.push(`The ledger lists ${addresses.length} recipients, but froze ${campaign.recipients}.`);
  if (campaign.recipients === 0) reasons.push('The campaign has no recipient.');
  if (campaign.counts.accepted !== campaign.recipients)
    reasons.push(`Accepted ${campaign.counts.accepted} of ${campaign.recipients}.`);
  if (missing.length > 0) reasons.push(`Not in the mailbox: ${missing.join(', ')}.`);
  if (twice.length > 0) reasons.push(`In the mailbox more than once: ${twice.join(', ')}.`);
  if (strangers.length > 0)
    reasons.push(`In the mailbox without being a recipient: ${strangers.join(', ')}.`);

  const foreign = deliveries.filter(({ address, language }) =>
    messages.some(
      ({ recipients, html }) =>
        recipients.includes(address) && !new RegExp(`<html[^>]* lang="${language}"`).test(html),
    ),
  );
  if (foreign.length > 0)
    reasons.push(`Not in their own language: ${foreign.map(({ address }) => address).join(', ')}.`);

  const table = new Table({
    head: ['', 'count'],
    colAligns: ['left', 'right'],
    style: { head: [], border: [] },
  });
  table.push(
    ['recipients frozen', campaign.recipients],
    ...languagesOf(deliveries).map(([language, count]): [string, number] => [
      `  edition in ${language}`,
      count,
    ]),
    ['left out, with a reason', campaign.exclusions],
    ['accepted by the SMTP server', campaign.counts.accepted],
    ['deferred', campaign.counts.deferred],
    ['rejected', campaign.counts.rejected],
    ['in doubt', campaign.counts['in-doubt']],
    ['suppressed', campaign.counts.suppressed],
    ['messages in the mailbox', messages.length],
    ['recipients found in the mailbox', addresses.length - missing.length],
  );
  return { ok: reasons.length === 0, table: table.toString(), reasons };
}

const languageNames = new Intl.DisplayNames('en', { type: 'language' });

/** How many get the edition of which language, most first. */
function languagesOf(deliveries: readonly Pick<DeliveryRow, 'language'>[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const { language } of deliveries) {
    const name = languageNames.of(language) ?? language;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a);
}
