import { normaliseAddress } from '../../campaigns/candidates';

/** An address as it stands in a text, bounded, without quoted local parts. */
const addressInText = /[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,80}@[A-Za-z0-9\u00c0-\uffff.-]{1,200}/g;

/** Machines that write reports, and desks that receive them: never the recipient who failed. */
const machine =
  /^(?:mailer-?daemon|mail-?daemon|postmaster|mdaemon|double-?bounce|bounces?|abuse|root|daemon|mmdf|no-?reply|nobody|microsoftexchange[0-9a-f]*|staff|scomp|fbl\b.*|feedbackloop|complaints?|helpdesk|support|hostmaster|administrator|admin|prvs=.*)$/i;

/** Reads one address in any of its usual forms: `rfc822; <a@b>`, `"A" <a@b>`, `mailto:a@b`. Null when it is not an address. */
export function readAddress(value: string): string | null {
  return addressesIn(value.replace(/^\s*(?:rfc822|x400|utf-8|unknown|x-\w{1,20})\s*;/i, ''))[0] ?? null;
}

/** All addresses of a text, in order, each once, normalised. */
export function addressesIn(text: string): string[] {
  const found = new Map<string, string>();
  for (const [written] of text.matchAll(addressInText)) {
    const bare = written
      .replace(/^(?:mailto:|smtp:|rfc822[;=]|to[:=]|3d)/i, '')
      .replace(/^['`*=.{|/-]+/, '')
      .replace(/[.\-'|]+$/, '');
    const address = normaliseAddress(bare);
    if (address !== null && !found.has(address.toLowerCase())) found.set(address.toLowerCase(), address);
  }
  return [...found.values()];
}

/** Whether an address belongs to a machine rather than to somebody. */
export function isMachine(address: string): boolean {
  return machine.test(address.slice(0, address.lastIndexOf('@')));
}

/** The reader whom other senders' return paths name: `bounces-news+salma=example.org@…`. */
export function addressInReturnPath(address: string): string | null {
  const [, local, domain] =
    /^[^@]{0,60}[+-]([A-Za-z0-9._-]{1,64})=([A-Za-z0-9-]{1,60}(?:\.[A-Za-z0-9-]{1,60}){1,6})@/.exec(
      address,
    ) ?? [];
  return local === undefined || domain === undefined ? null : normaliseAddress(`${local}@${domain}`);
}
