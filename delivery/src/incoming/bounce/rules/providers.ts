import type { TextRule } from './bounce-rule';

/** Codes that large providers document, which mean the same whatever status or sentence they come with. */
export const providerRules: readonly TextRule[] = [
  {
    name: 'orange-recipient-unknown',
    severity: 'hard',
    language: 'any',
    pattern: /\b(?:OFR|LPN|LPNAAA|OUK)\d{0,3}[_-]?(?:416|420)\b/i,
    why: 'Orange and La Poste: no such recipient (416), or a mailbox archived for want of use (420)',
  },
  {
    name: 'orange-mailbox',
    severity: 'soft',
    language: 'any',
    pattern: /\b(?:OFR|LPN|LPNAAA|OUK)\d{0,3}[_-]?(?:417|426)\b/i,
    why: 'Orange and La Poste: the mailbox is full (417) or locked (426)',
  },
  {
    name: 'orange-message-too-big',
    severity: 'content',
    language: 'any',
    pattern: /\b(?:OFR|LPN|LPNAAA|OUK)\d{0,3}[_-]?514\b/i,
    why: 'Orange and La Poste: the message is too large',
  },
  {
    name: 'orange-sender',
    severity: 'policy',
    language: 'any',
    pattern:
      /\b(?:OFR|LPN|LPNAAA|OUK)(?:\d{0,3}[_-]|\d{3}[_-]?|(?=\d{3}\b))(?:[1-35-9]\d\d|4(?!1[67]|2[06])\d\d)\b/i,
    why: 'Orange and La Poste: the machine (1xx), the sign-in (3xx), the sender (4xx), the message as spam (5xx)',
  },
  {
    name: 'sfr-sender',
    severity: 'policy',
    language: 'any',
    pattern: /\bSFR_IN_\d{3}\b/i,
    why: 'SFR: this machine sent spam (x01), viruses (x02), errors (x03), to people who are unknown (x04) or too much (x05)',
  },
  {
    name: 'yahoo-sender',
    severity: 'policy',
    language: 'any',
    pattern:
      /\[(?:TSS?\d{2}|BL\d{2}|IPTS\d{2}|GL\d{2}|PH\d{2}|RL\d{2}|CS\d{2}|DMARC\d{0,2}|AUP#?[\w.-]{1,20})\]|\bAUP#[A-Z-]{2,20}/,
    why: 'Yahoo, AOL, Charter: a code for the sender’s machine, pace or reputation',
  },
  {
    name: 'microsoft-sender',
    severity: 'policy',
    language: 'any',
    pattern:
      /\b(?:S31[45]0|S77[57]\d?)\b|\((?:SC|DY|OU)-00\d\)|\b(?:SC|DY|OU)-00\d\b|\bAS\(\d{3,5}\)|TenantAttribution|traffic not accepted from this IP/,
    why: 'Outlook.com and Microsoft 365: a code for the sender’s machine or tenant',
  },
  {
    name: 'google-sender',
    severity: 'policy',
    language: 'any',
    pattern:
      /\bis receiving mail (?:at a rate|too quickly)|support\.google\.com\/(?:mail|a)\/(?:\?p=|answer\/|bin\/answer\.py\?answer=)(?:ReceivingRate|UnsolicitedMessageError|UnsolicitedIPError|UnsolicitedRateLimitError|BlockedMessage|NotAuthorizedError|IPv6AuthError|sender-guidelines|81126|188131|6592|69585)/i,
    why: 'Gmail: a page about the sender’s rate, authentication or reputation',
  },
];
