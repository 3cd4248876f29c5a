import type { TextRule } from './bounce-rule';

/** What servers say in English when they refuse the sender, its server or its reputation. Never about the person. */
export const englishPolicyRules: readonly TextRule[] = [
  {
    name: 'sender-refused',
    severity: 'policy',
    language: 'en',
    pattern:
      /\bsender(?:['’]s)?(?: e-?mail)?(?: address| domain)?(?: \S{1,100})? (?:rejected|refused|denied|verify failed|verification failed|must exist|does not exist|could not be verified|is not allowed|not allowed|not authori[sz]ed|not permitted|blocked|is blocked|unknown|not accepted|is invalid|invalid)|\binvalid sender|\bsender verify|callback (?:setup|verification)|verification failed for|\b(?:mail )?from (?:address|domain) .{0,60}(?:not exist|rejected|refused|not verified)|(?:unresolvable|unrout(?:e)?able|undeliverable|unverifiable|malformed|unknown|illegal|non-?existent) (?:sender|envelope(?:[- ]sender)?|return[- ]?path|reverse[- ]?path|from[- ](?:address|domain))|\bdomain (?:of (?:the )?sender|(?:name )?required for sender)|(?:return|reverse)[- ]?path .{0,60}(?:invalid|rejected|refused|not exist|unknown|does not|cannot)|cannot resolve .{0,30}sender|\byour (?:e-?mail )?(?:domain|address) .{0,40}(?:does not exist|not resolv|has no|could not be found|was not found)|bad sender|\bsender(?:['’]s)? domain .{0,30}(?:resolve|exist|valid|not found)|envelope sender is in my|badmailfrom|unverified sender|address is not verified|identities failed the check|invalid DNS MX or A\/AAAA resource record|from domain|sender id\b/i,
    why: 'the sender’s own address or domain was refused',
  },
  {
    name: 'sender-not-trusted-by-name',
    severity: 'policy',
    language: 'en',
    pattern:
      /\b(?:reverse dns|rdns|ptr(?: record)?s?|reverse (?:hostname|lookup|mapping)|HELO|EHLO)\b.{0,40}(?:fail|reject|requir|missing|not (?:exist|resolv|match|allowed|found|have)|invalid|generic|mismatch|denied|need|does ?n|must)|\b(?:fix|no|missing|without|invalid|lacks?|get) (?:a |valid |your )?(?:reverse dns|rdns|ptr|reverse hostname)|cannot find your (?:reverse )?hostname|IP name lookup failed|client host rejected: cannot find|Helo command rejected|FCrDNS|\bbad DNS PTR|mismatches client ip|invalid ip for sending|host network not allowed|name was rejected/i,
    why: 'the sending machine has no name, or gives a wrong one',
  },
  {
    name: 'authentication-of-sender',
    severity: 'policy',
    language: 'en',
    pattern:
      /\b(?:SPF|DKIM|DMARC|ARC|BIMI|sender[- ]id)\b.{0,120}(?:fail|reject|pass|polic|check|align|not |requir|violat|record|unauth|permerror|temperror|invalid|missing|block|den|evaluat)|(?:fail|reject|unauthenticated|polic|requir|violat|not pass|not designated|not authenticat|sender policy|due to)\w{0,20}.{0,60}\b(?:SPF|DKIM|DMARC)\b|sender policy framework|unauthenticated (?:e-?mail|sender|message)|not (?:authori[sz]ed|permitted|allowed) to (?:send|use).{0,60}(?:domain|from|behalf)|this (?:mail|message) (?:is|has been|was) (?:unauthenticated|not authenticated)|(?:isn['’]t|is not) (?:accepting mail from|authenticated)|Please use the (?:smtp relay|relay) at your service provider/i,
    why: 'SPF, DKIM or DMARC did not authenticate the sender',
  },
  {
    name: 'blocklist',
    severity: 'policy',
    language: 'any',
    pattern:
      /\b(?:spamhaus|spamcop|sorbs|barracuda(?:central)?|spamrats|uceprotect|invaluement|senderscore|surbl|uribl|cloudmark|abusix|mailspike|psbl|truncate\.gbudb|njabl|ordb|maps-rbl|mail-abuse|manitu|0spam|proofpoint\.com\/blocked|ers-prod|trendmicro|ipremoval\.sms\.symantec|talosintelligence|senderbase|mxrate)\b|\b(?:dnsbl|rbl|rblsmtpd|dnswl)\b|\b(?:black|block|deny|ban)[- ]?list|(?:is|are|was|has been|been|currently|address|ip|host|server) (?:is |currently |temporarily )?(?:listed|block(?:ed|listed)|banned|blacklisted)(?: (?:in|on|by|at|using|from|for|due|because)\b)|blocked (?:using|by|for (?:abuse|spam))|listed (?:in|at|on|by) \S{1,80}\.\S{2,10}|part of their network is on our block list|IP (?:address )?.{0,40}(?:blocked|blacklist|banned)|\bS31[45]0\b|Banned sending IP|\(BL\)|access (?:from|for) (?:your )?ip.{0,40}(?:denied|blocked)/i,
    why: 'the sending machine is on a blocklist',
  },
  {
    name: 'reputation',
    severity: 'policy',
    language: 'en',
    pattern:
      /\b(?:poor|low|bad|insufficient|very low|negative) (?:domain |ip |sender |sending |email )?(?:reputation|karma|trust)|reputation (?:of|is|was|block|score|filter)|(?:domain|ip|sender)(?:['’]s)? reputation|due to .{0,40}reputation|user complaints|high (?:volume|number) of (?:complaints|spam)|complaint rate|likely (?:unsolicited|spam)|unusual rate of unsolicited|TSS\d{2}|\(DYN:T\d|\(?(?:RLY|CON|HVU|DNS|RTR|TRB):[A-Z]\w\)?/i,
    why: 'the sender’s reputation, not this reader',
  },
  {
    name: 'rate-limit',
    severity: 'policy',
    language: 'en',
    pattern:
      /\brate[- ]?limit|\bmax(?:imum)? (?:number|amount) of (?:e-?mails|mails|messages|connections) per (?:second|minute|hour|day)|too many spams?\b|\bthrottl|too many (?:messages|connections|concurrent|sessions|recipients|mails|emails|errors|requests|invalid|bad|unknown|delivery|rcpt|different|hops? per|smtp)|(?:daily|hourly|sending|outgoing|per[- ](?:hour|day|minute)|message rate|connection)\b.{0,30}(?:limit|quota)s?\b.{0,40}(?:exceed|reached|hit)|(?:exceed|reach)\w{0,6} .{0,60}\b(?:daily|hourly|sending|connection|rate|message per|messages per|per hour|per day|per minute)\b|(?:receiving|getting|sending) (?:mail|messages|email)s? (?:at (?:a|too)|too) (?:rate|fast|quickly|high)|unexpected volume|too fast|slow down|sending too (?:much|many)|quota .{0,20}for sending|excessive (?:volume|rate|number)/i,
    why: 'too much at once: a matter of sending rate',
  },
  {
    name: 'relay-denied',
    severity: 'policy',
    language: 'en',
    pattern:
      /\brelay(?:ing)?(?: \S{1,60})?(?: of| to| for| access| from| mail| through| by| this)?(?: \S{1,60})?(?: is| has been| not| was)?:? (?:denied|prohibited|not (?:allowed|permitted|authori[sz]ed)|allowed|permitted|rejected|disabled|forbidden|disallowed|restricted|attempt)|(?:unable|not permitted|not allowed|not authori[sz]ed|cannot|refus\w{1,3}|don['’]t|do(?:es)? not|we do not|won['’]t|attempt) (?:to )?relay|relay(?:ing)? not|no relay|not a relay|open relay|list of allowed rcpthosts|sign on with .{0,30}pop|must (?:first )?(?:authenticate|sign in|check (?:your )?mail|use pop)|pop(?:3)? before smtp|SMTP AUTH(?:ENTICATION)? (?:is )?required|turn on SMTP AUTH|authentication (?:is )?required|not (?:a )?(?:gateway|local host)/i,
    why: 'the server refused to relay: its configuration, or ours',
  },
  {
    name: 'not-authorised-recipient',
    severity: 'policy',
    language: 'en',
    pattern:
      /RESOLVER\.RST\.(?:NotAuthorized|AuthRequired|SenderNotAuthenticated|RestrictedToRecipient)|NotAuthorized|TRANSPORT\.RULES\.Reject|RESTRICTED\b.{0,40}deliver|(?:permission|not (?:authori[sz]ed|permitted|allowed)|only (?:accepts?|senders)|restricted) .{0,40}(?:to send|to deliver|from (?:inside|internal|authenticated|approved|certain|members)|sending|deliver)|delivery not authori[sz]ed|members? (?:only|may post)|not allowed to post|you are not allowed to|you do not have (?:permission|sufficient)|authenticated senders|sender (?:is )?not (?:in|on) .{0,30}(?:list|white)|moderat(?:ed|ion)|whitelist|recipient(?:['’]s)? preferences/i,
    why: 'this recipient accepts mail only from certain senders',
  },
  {
    name: 'spam-refused',
    severity: 'policy',
    language: 'en',
    pattern:
      /\bspam(?:my|mer|ming|assassin|like)?\b|\bunsolicited\b|\bUBE\b|\bUCE\b|\bjunk (?:e-?)?mail|\bbulk (?:e-?)?mail|\bphish(?:ing)?\b|suspicious|anti-?spam|\bDT:SPM\b|abus(?:e|ive)\b.{0,40}(?:detect|report|block|reject|polic)|(?:detect|report|block|reject|polic)\w{0,5}.{0,30}\babus(?:e|ive)\b/i,
    why: 'taken for spam, which depends more on the sender’s reputation than on the words',
  },
  {
    name: 'policy-refused',
    severity: 'policy',
    language: 'en',
    isHint: true,
    pattern:
      /\b(?:local |security |site |administrative |company |corporate |our |domain |recipient |mail |for )?polic(?:y|ies)\b|administrative(?:ly)? (?:prohibit|reject|den|block)|banned|blocked\b|access (?:is )?denied|not (?:accepted|welcome|permitted) (?:from|here)|refused by|message refused|connection (?:not authori[sz]ed|rejected)|transaction failed.{0,60}(?:help|see|http)|TLS (?:is )?required|must issue a STARTTLS|encryption (?:is )?(?:needed|required)|prohibited|forbidden|unauthori[sz]ed|not trusted|denied by/i,
    why: 'refused by an unnamed rule',
  },
];
