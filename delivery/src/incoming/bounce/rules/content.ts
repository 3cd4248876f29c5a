import type { TextRule } from './bounce-rule';

/** This message was refused, for its size or its content. */
export const contentRules: readonly TextRule[] = [
  {
    name: 'message-too-big',
    severity: 'content',
    language: 'en',
    isFinal: true,
    pattern:
      /\b(?:message|mail|e-?mail|attachment|body|header|it)(?: size| file size| length| header size)?(?: is| was| are)? (?:too (?:large|big|long)|larger than|over the (?:maximum|size)|exceeds? (?!.{0,40}(?:quota|rate|storage|per (?:hour|day))).{0,60}(?:size|maximum|limit|length|\d))|\b(?:max(?:imum)?|fixed|allowed|permitted|message) (?:message |mail |e-?mail )?size (?:limit )?(?:is )?(?:exceed|limit|\d|violat)|\bsize limit|exceed\w{0,3} (?:the |our |its |a |fixed |maximum |max |allowed |server['’]?s? |global ){0,4}(?:maximum |max(?:\.)? |message |mail )?(?:message |mail )?size|message .{0,40}bigger than|too (?:large|big) (?:for|to|message)|RESOLVER\.RST\.(?:Recip|Send)SizeLimit|message file too big|size larger than|line (?:is )?too long|maximum (?:allowed )?line/i,
    why: 'too large for that server or mailbox',
  },
  {
    name: 'virus',
    severity: 'content',
    language: 'en',
    pattern:
      /\bvirus(?:es)?\b|\bmalware\b|\btrojan\b|\bworm\b|infected (?:file|attachment|message|with)|malicious (?:url|link|content|attachment)|dangerous (?:attachment|content)|\bclamav\b|\bEICAR\b/i,
    why: 'a scanner found something in this message',
  },
  {
    name: 'content-refused',
    severity: 'content',
    language: 'en',
    pattern:
      /\b(?:message |mail |e-?mail |its |the |prohibited |unacceptable |illegal |offensive |forbidden |spam )?content(?:s)? (?:was |is |has been |were |of (?:the|this|your) (?:message|mail) (?:was |is )?)?(?:rejected|refused|denied|blocked|not (?:accept|allow|permit)|filter|reject|unaccept|violat|prohibit|restrict|polic|looks|check|scan|appears|contain|guidelines)|(?:reject|refus|block|denied|because|due to|violat|contain|detected|filter|scann)\w{0,5}\b.{0,50}\b(?:message|mail|prohibited|its|spam|suspicious|unacceptable|illegal|offensive|message's|bad|the|non-compliant|banned) content|content[- ]?(?:filter|rejected|related)|(?:banned|prohibited|illegal|forbidden|unacceptable|blocked|disallowed|executable|dangerous|not allowed|restricted|stripped) (?:file )?(?:attachment|file ?type|file ?name|extension|words?)|attachments? .{0,40}(?:not (?:accept|allow|permit)|reject|block|prohibit|banned|danger)|blocked (?:url|link)|contains? .{0,40}(?:url|link|domain).{0,40}(?:list|block|blacklist)|malformed (?:message|mime|header)|(?:improper|invalid|missing|bad|bare|non-?RFC|duplicate|no valid)\b.{0,30}\b(?:mime|header|date header|from header|message-?id|line ?feeds?|LF|encoding|multipart)|not (?:RFC ?\d{3,4}|rfc)[- ]?(?:\d{3,4} )?complian|header error|8bit(?:mime)?|conversion (?:is )?(?:required|not)|message (?:was )?(?:rejected|blocked) (?:by|due to) (?:the )?(?:content|filter)|X-PH|rejected (?:by|for) content|violates .{0,30}(?:content|format)|non-delivery: content/i,
    why: 'the content of this message was refused',
  },
];
