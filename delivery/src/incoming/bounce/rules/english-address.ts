import type { TextRule } from './bounce-rule';

/** What servers say in English when an address does not exist. */
export const englishAddressRules: readonly TextRule[] = [
  {
    name: 'user-unknown',
    severity: 'hard',
    language: 'en',
    pattern:
      /\b(?:unknown|no such|not a known|not a valid|nonexist[ea]nt|non-exist[ea]nt) (?:or (?:illegal|invalid) )?(?:local |virtual |e-?mail |mail |domain )?(?:user|recipient|mail ?box|account|address(?:ee)?|alias|local[- ]part|person|login|subscriber|customer|name|destination (?:mailbox )?address)/i,
    why: 'the server knows no such user',
  },
  {
    name: 'user-not-found',
    severity: 'hard',
    language: 'en',
    pattern:
      /\b(?:user|recipient|mail ?box|account|address(?:ee)?|alias|login|subscriber|local[- ]part|userid)(?: ?name| ?id| address(?:es)?)?(?: (?!may\b|might\b)\S{1,100})?(?: is| was| are)?[ :]{0,3}(?:unknown|not known|un?known|not found|notfound|nonexist[ea]nt|non-exist[ea]nt|does ?n['’]?o?t (?:seem to )?exist|do(?:es)? not (?:seem to )?exist|not exists?\b|not present|couldn['’]t be found|could not be found|can ?not be found|wasn['’]t found|was not found|not recogni[sz]ed|not registered|not a (?:valid|known|local))|\bno (?:such |matching |valid )?(?:user|recipient|mail ?box|account|address)(?: was)? found\b/i,
    why: 'the server looked for the address and did not find it',
  },
  {
    name: 'address-does-not-exist',
    severity: 'hard',
    language: 'en',
    pattern:
      /[^\s@<]@[^\s>@]{1,200}>?["'),]{0,2} (?:does not exist|doesn['’]t exist|(?:is )?not found|is (?:an )?(?:invalid|unknown|not a valid|not a known|nonexistent)|is no longer valid|unknown\b|(?:was|were) not found|couldn['’]t be found|wasn['’]t found)/i,
    why: 'the server says that the address does not exist',
  },
  {
    name: 'account-does-not-exist',
    severity: 'hard',
    language: 'en',
    pattern:
      /\b(?:account|address|mail ?box|user|recipient)\b.{0,80}?\b(?:does not exist|doesn['’]t exist|no longer exists?|never existed)|\b(?:does ?n['’]t|does not|do not|don['’]t) have (?:an? |any )?(?:\S{1,60} )?(?:account|mail ?box)\b(?! (?:access|permission))|is not (?:one of )?our (?:user|customer|client)|\bno (?:mail ?box|account|users?|one) (?:here )?(?:by|with|under|of|called|named|matching) /i,
    why: 'the account never existed, or no longer does',
  },
  {
    name: 'recipient-not-found-exchange',
    severity: 'hard',
    language: 'any',
    pattern:
      /RESOLVER\.ADR\.(?:Ex)?Recip(?:ient)?NotFound|RESOLVER\.ADR\.(?:InvalidInSmtp|BadPrimary)|RecipNotFound|RecipientNotFound|MAPI_E_NOT_FOUND|MapiExceptionNotFound|Recipient not found by SMTP address lookup|unable to find (?:the )?(?:recipient|user)|cannot find (?:the )?(?:recipient|user)\b/i,
    why: 'Exchange did not find the recipient in its directory',
  },
  {
    name: 'recipient-refused-at-edge',
    severity: 'hard',
    language: 'any',
    pattern:
      /\b5\.4\.1\b[\s[\]()<>:,;-]{0,6}(?:\S{1,200} )?(?:All )?Recipient address(?:es)? rejected: Access denied/i,
    why: 'Exchange Online rejects recipients that its directory does not list with this routing code',
  },
  {
    name: 'not-in-directory',
    severity: 'hard',
    language: 'en',
    pattern:
      /not listed in (?:the )?(?:\S{1,30} )?(?:public |domino |name )?(?:name|address|directory)|not (?:found )?in (?:the |our )?(?:directory|address book|user database|ldap)|no (?:matches|match) to nameserver|ambiguous address|(?:user|recipient|address) (?:is )?not in (?:the )?recipient (?:map|list|table)|not on (?:the )?(?:safe|recipient) list of|550 #5\.1\.0 address rejected/i,
    why: 'the authoritative directory does not list the address',
  },
  {
    name: 'domain-not-found',
    severity: 'hard',
    language: 'en',
    isFinal: true,
    pattern:
      /\b(?:domain|host)(?: name)?(?: \S{1,200})? (?:does not exist|doesn['’]t exist|no longer exists|unknown|is unknown|is not (?:a )?valid|has no (?:valid )?(?:mx|mail exchanger|mail server)|does not accept (?:e-?)?mail|doesn['’]t (?:accept|receive) (?:e-?)?mail)|\b(?:unknown|non-?exist[ea]nt|invalid|no such) (?:destination )?(?:domain|host)\b|\bNXDOMAIN\b|null ?MX\b|domain (?:name )?not found(?!.{0,160}try again)|no (?:mx|mail exchanger)(?: or a)?(?: record| host)s? (?:found )?for|bad destination (?:system|host)|all relevant MX records point to non-existent hosts|an? MX or SRV record indicated no SMTP service|mail server .{0,40}does not exist|\bDomainNotFound\b/i,
    why: 'the domain has no mail server and will not get one',
  },
  {
    name: 'invalid-recipient',
    severity: 'hard',
    language: 'en',
    pattern:
      /\b(?:invalid|incorrect|bad|illegal|undeliverable|unrout(?:e)?able|malformed|wrong) (?:e-?mail |final |destination |forward |local )?(?:recipients?|mail ?box(?:es)?|users?|address(?:es|ee)?|alias|userid|delivery userid|account|mail ?drop)\b|\b(?:recipient|addressee|mail ?box|e-?mail address)(?: address)?(?: is|:)? (?:invalid|undeliverable|not valid|incorrect)|recipient (?:address )?rejected: (?:user (?:unknown|not|does|doesn|is not)|unknown|undeliverable|no such|invalid|not found|address unknown)|unknown or illegal (?:user|alias)|invalid final delivery|no valid recipients?|not our (?:user|customer)|user (?:is )?not local|not a local (?:user|mailbox)|name not (?:found|recogni[sz]ed)|user\b[^.]{0,40}\bnot local\b/i,
    why: 'the address itself is refused',
  },
  {
    name: 'left-or-moved',
    severity: 'hard',
    language: 'en',
    pattern:
      /\b(?:no longer|not) (?:employed|with (?:the|our|this) (?:company|organi[sz]ation)|works? (?:here|at|for)|at this (?:address|company))|\b(?:address|mail ?box|account|user|recipient)\b.{0,60}?\b(?:is )?no longer (?:accept(?:s|ing)|in (?:use|service)|used|valid|available|active|on (?:this|our)|monitored|maintained|receiv|a valid)|(?:has|have) (?:been )?(?:moved|left|changed) (?:to |its |his |her |their )?(?:a )?new (?:e-?mail )?address|mailbox has moved/i,
    why: 'the person no longer uses this address',
  },
  {
    name: 'mailbox-disabled',
    severity: 'hard',
    language: 'en',
    pattern:
      /\b(?:account|mail ?box|user|recipient|address|customer|login|inbox)(?: (?!temporar)\S{1,100})?(?: that you tried to reach)?(?: name)?(?: is| has been| was| are| has)?(?: currently| permanently| been| either)? (?:disabled|deactivated|de-activated|suspended|inactive|closed|discontinued|terminated|deleted|removed|cancel+ed|expired|retired|not active|not activated|not enabled|dormant|blocked due to inactivity|unavailable or disabled|switched off|disallowed|revoked|inactivated)\b|\b(?:disabled|inactive|deactivated|deleted|closed|suspended|expired|terminated|discontinued) (?:recipient|mail ?box|user|account|address|customer)|\baccount has been (?:disabled|closed|deleted|suspended|locked)|\binactive (?:e-?mail )?(?:user|account|mailbox)|mail ?box is (?:inactive|disabled|frozen)|RESOLVER\.ADR\.(?:Disabled|Inactive)/i,
    why: 'the account existed and has been disabled',
  },
  {
    name: 'host-not-found',
    severity: 'hard',
    language: 'en',
    pattern:
      /\bhost (?:or domain name )?(?:not found|unknown)|couldn['’]t find any host (?:named|by that name)|unable to route|cannot route|(?:no|not a) route to (?:domain|address)|DNS (?:name|domain) (?:not found|does not exist)|(?:name|host)name (?:not|could not be) resolved|can['’]t (?:resolve|find) (?:host|domain)|Illegal host\/domain name found|no (?:valid )?hosts? (?:available|known|found) for (?:domain|route)|destination domain .{0,60}(?:not found|invalid)/i,
    why: 'the domain of the address was not found; with a 4xx answer its name server may only have been down',
  },
];
