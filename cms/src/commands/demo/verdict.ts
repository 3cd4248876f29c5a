import Table from 'cli-table3';
import type { CampaignDetail } from '../../plugins/newsletter/shared/desk';
import type { HeldMessage } from '../mailbox';

/** Whether every recipient's message is in the mailbox, exactly once, and the table that shows it. */
export interface Verdict {
  ok: boolean;
  table: string;
  /** Why not, one sentence each; empty when `ok`. */
  reasons: string[];
}

/**
 * Holds what the ledger says against what the mailbox really has. Pure.
 *
 * @param addresses frozen recipients of the campaign, from the ledger
 */
export function judge(
  campaign: CampaignDetail,
  addresses: readonly string[],
  messages: readonly HeldMessage[],
): Verdict {
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

  const table = new Table({
    head: ['', 'count'],
    colAligns: ['left', 'right'],
    style: { head: [], border: [] },
  });
  table.push(
    ['recipients frozen', campaign.recipients],
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
