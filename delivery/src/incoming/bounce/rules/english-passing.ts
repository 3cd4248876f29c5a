import type { TextRule } from './bounce-rule';

/** What servers say in English about temporary trouble. */
export const englishFullRules: readonly TextRule[] = [
  {
    name: 'mailbox-full',
    severity: 'soft',
    language: 'en',
    pattern:
      /\b(?:mail ?box|mail ?drop|inbox|mail ?folder|account|user|recipient|storage|mail ?file|maildir|message store|mailbox size|file system|disk|spool|box)(?:['’]s)?(?: \S{1,100})?(?: mail ?box)?(?: is| was| has| are)?(?: currently| almost| too| now| already)? (?:full|overfull|over[- ]?full|over (?:its |the |their )?(?:disk |storage |mail )?quota|overquota|out of (?:disk |storage )?(?:space|room|storage|quota)|over (?:the )?(?:its )?(?:maximum |storage |allowed )?(?:limit|size)|exceeded|exceeds|at its limit)\b|\b(?:over|out of|beyond|above) (?:disk |storage |mail |e-?mail )?quota\b|\bquota (?:is )?(?:exceeded|full|violation|limit|overrun|overdrawn|has been|for)|\bexceed\w{0,3} (?:(?:the|its|his|her|their|your|allowed|available|maximum|mail|mailbox|disk|storage|user|domain|folder|allotted|allocated|email|message) ){0,5}(?:quota|storage|space|capacity|mailbox size|allocation)|\bover ?quota\b|\b(?:full|overfull|over-?quota|exhausted) (?:mail ?box|inbox|mail ?folder|mail ?drop)\b|insufficient (?:system |disk |mail ?box |storage |server |user )?(?:storage|space|quota|resources|disk)|not enough (?:storage|space|room|disk)|no (?:space|room) (?:left|available|for|in)|\bdisk quota|(?:quota|limit|storage|space)\b.{0,40}(?:mail ?box|inbox)\b.{0,20}full|not accepting .{0,20}\bquota|(?:too many|maximum number of) messages (?:in|on) (?:the |this )?(?:mail ?box|folder|mail ?drop)|is (?:over|out of) (?:the )?(?:allowed )?(?:quota|storage|space)|STOREDRV\.Deliver.{0,60}(?:Quota|Full)|MailboxFull|QuotaExceeded|E?DQUOT/i,
    why: 'the mailbox is full, but somebody may clear it',
  },
];

export const englishPassingRules: readonly TextRule[] = [
  {
    name: 'mailbox-closed-for-now',
    severity: 'soft',
    language: 'en',
    pattern:
      /\b(?:account|mail ?box|user|recipient|address|inbox)(?: \S{1,100})?(?: is| has been| was)? temporar(?:y|ily) |\btemporar(?:y|ily) (?:disabled|suspended|locked|inactive|closed) (?:account|mail ?box|user|recipient)|lock(?:ed|ing)? (?:mail ?box|mail ?file)|mail ?box (?:is )?(?:locked|busy|in use)/i,
    why: 'the mailbox is closed, but not for good',
  },
  {
    name: 'mailbox-unavailable',
    severity: 'hard',
    language: 'en',
    isHint: true,
    pattern:
      /mail ?box (?:is )?(?:unavailable|not available|name not allowed)|(?:user|recipient|account|address|mail ?box) (?:\S{1,100} )?(?:is )?(?:unavailable|not available|not accepted|rejected|refused)(?!: ?\S)|\(state 1[34]\)|(?:account|recipient|user|mail ?box)\b.{0,40}(?:not (?:able|allowed) to receive|cannot (?:receive|accept)|can['’]t (?:receive|accept)|unable to receive|not (?:receiving|accepting) (?:any )?(?:mail|messages|email))|does not like recipient|dd (?:this )?(?:user|sorry)|recipient (?:address )?rejected(?!: ?\S)|delivery (?:to|attempt).{0,60}rejected: (?:no|user)/i,
    why: 'RFC 5321’s words for a missing mailbox; servers use them for other things too, so a clear status wins',
  },
  {
    name: 'temporarily-unavailable',
    severity: 'soft',
    language: 'en',
    isHint: true,
    pattern:
      /\btemporar(?:y|ily)\b|try (?:your message )?again (?:later|in)|come back later|please retry|service (?:is )?(?:not available|unavailable)\b|several matches found in|\bnot unique\b|system (?:is )?(?:busy|full|too busy|not accepting|shutting)|server (?:is )?(?:busy|too busy|overload|down|full)|local (?:error in processing|delivery failed|problem)|deferr(?:ed|al)|internal (?:server )?error|(?:system|resource|queue).{0,20}(?:resources|exhaust)/i,
    why: 'the server itself says that this is temporary',
  },
  {
    name: 'greylisted',
    severity: 'soft',
    language: 'en',
    isHint: true,
    pattern: /gr[ea]y-?list/i,
    why: 'greylisting: the server wants a second attempt',
  },
  {
    name: 'loop',
    severity: 'soft',
    language: 'en',
    isHint: true,
    pattern:
      /too many hops|hop count|(?:mail|routing|forwarding|message|looping).{0,20}\bloop|loop(?:s|ing)? (?:back|detected)|loops back to myself|too many received|local configuration error|MX record points to local host/i,
    why: 'two servers forward it to each other: a misconfiguration that somebody will fix',
  },
  {
    name: 'expired-or-unreachable',
    severity: 'soft',
    language: 'en',
    isHint: true,
    pattern:
      /\b(?:connection|connect|session|conversation|dialogue|operation|lost connection|smtp)\b.{0,60}(?:timed? ?-?out|refused|reset|dropped|lost|closed|failed|unexpectedly|interrupted|broken|aborted|could not be|wasn['’]t|died)|timed? ?-?out|(?:couldn['’]t|could not|can['’]t|cannot|unable to|not able to|failed to) (?:\S{1,20} )?(?:establish|connect|contact|open|reach|create)|no route to host|network (?:is )?(?:unreachable|error)|(?:host|server|system|destination) .{0,60}(?:unreachable|not respond|did not (?:respond|accept)|not reachable|is down|unavailable)|(?:retry|delivery|queue|message|delivery time|retry time)\b.{0,30}(?:expired|timeout exceeded|not reached|too (?:old|long))|message expired|in the queue too long|too long in the queue|been in the queue|wasn['’]t able to establish|QUEUE\.Expired|gave up|giving up|delivery failed \d{1,3} attempts|\d{1,3} (?:delivery )?attempts|not be delivered (?:for|within|after) .{0,20}(?:hour|day|minute)|all (?:attempts|hosts|retries).{0,40}fail|didn['’]t (?:accept|respond)|no answer from|bad (?:greeting|connection)|broken pipe|remote (?:host|server) (?:said nothing|closed)|read error|i\/o error|Failed to transport|TLS (?:negotiation|handshake|connection|session)|certificate (?:verif|expired|unknown)/i,
    why: 'the connection broke or timed out',
  },
];
