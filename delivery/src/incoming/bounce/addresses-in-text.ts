import { normaliseAddress } from '../../campaigns/candidates';

/** Both sides of an address as it stands in a text, bounded, without quoted local parts. */
const localPart = /[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,80}$/;
const domain = /[A-Za-z0-9\u00c0-\uffff.-]{1,200}/y;

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
  for (const written of new Set(writtenIn(text))) {
    const bare = written
      .replace(/^(?:mailto:|smtp:|rfc822[;=]|to[:=]|3d)/i, '')
      .replace(/^['`*=.{|/-]+/, '')
      .replace(/[.\-'|]+$/, '');
    const address = normaliseAddress(bare);
    if (address !== null && !found.has(address.toLowerCase())) found.set(address.toLowerCase(), address);
  }
  return [...found.values()];
}

/** From each sign to both sides: a pattern for the whole would try eighty letters at each letter of a text that has none. */
function* writtenIn(text: string): Generator<string> {
  let from = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', Math.max(from, at + 1))) {
    const local = localPart.exec(text.slice(Math.max(from, at - 80), at))?.[0];
    domain.lastIndex = at + 1;
    const host = domain.exec(text)?.[0];
    if (local === undefined || host === undefined) continue;
    from = at + 1 + host.length;
    yield `${local}@${host}`;
  }
}

/** Whether an address belongs to a machine rather than to somebody. */
export function isMachine(address: string): boolean {
  return machine.test(address.slice(0, address.lastIndexOf('@')));
}

/** The reader whom other senders' return paths name: `bounces-news+salma=example.org@…`. */
export function addressInReturnPath(address: string): string | null {
  const [, local, host] =
    /^[^@]{0,60}[+-]([A-Za-z0-9._-]{1,64})=([A-Za-z0-9-]{1,60}(?:\.[A-Za-z0-9-]{1,60}){1,6})@/.exec(
      address,
    ) ?? [];
  return local === undefined || host === undefined ? null : normaliseAddress(`${local}@${host}`);
}
