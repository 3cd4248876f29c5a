import type { KindRule } from './bounce-rule';

/** Words above a returned message. Words that only one mail system writes are enough by themselves. */
export const bounceLayouts: readonly (KindRule & { isWeak?: true })[] = [
  {
    name: 'layout-qmail',
    pattern:
      /Hi\. This is the\b.{0,80}\b(?:program|daemon|server|system|deliver)|I['’]m afraid I wasn['’]t able to deliver your message|I['’]ve given up\. Sorry it didn['’]t work out/i,
    why: 'qmail and its derivatives',
  },
  {
    name: 'layout-exim',
    pattern:
      /This message was created automatically by mail delivery software|A message that you (?:have )?sent could not be delivered to|A message that you sent (?:contained|using the)|A message \S{0,60} ?(?:sent|from).{0,200}could not be delivered to (?:one|all)/i,
    why: 'Exim',
  },
  {
    name: 'layout-postfix',
    pattern:
      /This is the (?:Postfix|mail system at host|\S{1,60} program at host)|your message could not\s{0,3}be delivered to one or more recipients|it['’]s attached below\./i,
    why: 'Postfix',
  },
  {
    name: 'layout-sendmail',
    pattern:
      /(?<!-)-{3,} ?(?:The following addresses had (?:permanent|transient|delivery)|Transcript of (?:the )?session follows|The following addresses have delivery)|The original message was received at /i,
    why: 'Sendmail',
  },
  {
    name: 'layout-exchange',
    pattern:
      /did not reach the following recipient|Your message did not reach some or all of the intended recipients|Delivery has failed to these recipients|could(?:n['’]t| not) be delivered to the following recipient|Diagnostic information for administrators|Generating server:|The following recipient\(s\) (?:could not|cannot) be reached|There was a problem delivering (?:your|the) message|Delivery to the following recipients? (?:has |have )?failed|Échec de la remise (?:à|pour) ces destinataires|Fehler bei der Nachrichtenzustellung an/i,
    why: 'Exchange and Office 365',
  },
  {
    name: 'layout-gmail',
    pattern:
      /Delivery to the following recipients? (?:has been delayed|failed permanently)|Technical details of (?:permanent|temporary) failure|Your message wasn['’]t delivered to \S+ because|(?:Address not found|Message blocked|Message not delivered|Recipient inbox full)\b.{0,60}Your message/i,
    why: 'Gmail',
  },
  {
    name: 'layout-yahoo',
    pattern:
      /Sorry, we were unable to deliver your message to the following address|Message from yahoo\.com\./i,
    why: 'Yahoo',
  },
  {
    name: 'layout-domino',
    isWeak: true,
    pattern:
      /Your message\b.{0,400}?\bwas not delivered to\b|failed to deliver your message.{0,60}because|Domino Directory|------- Failure Reasons/i,
    why: 'Lotus Domino',
  },
  {
    name: 'layout-groupwise',
    isWeak: true,
    pattern: /The message that you sent was undeliverable to the following|GroupWise/i,
    why: 'Novell GroupWise',
  },
  {
    name: 'layout-mdaemon',
    pattern:
      /The following data may contain sections which represent BASE64|The attached message had PERMANENT (?:fatal )?delivery errors|MDaemon has (?:identified|determined)|Failed address:/i,
    why: 'MDaemon',
  },
  {
    name: 'layout-imail',
    pattern:
      /^\s{0,20}(?:Unknown (?:user|host):|undeliverable to |User mailbox exceeds allowed size|Delivery failed \d+ attempts|Invalid final delivery userid)/i,
    why: 'IMail',
  },
  {
    name: 'layout-courier',
    pattern:
      /This is a delivery status notification from|UNDELIVERABLE MAIL\s|running the Courier mail server|The original message was received on .{0,120}and addressed to|your message['’]?s? delivery status/i,
    why: 'Courier',
  },
  {
    name: 'layout-communigate',
    isWeak: true,
    pattern:
      /CommuniGate|Failed to deliver to ['‘"]|message (?:could not be|was not) delivered to the recipient(?:s)? listed|LOCAL module\(account/i,
    why: 'CommuniGate Pro',
  },
  {
    name: 'layout-aol',
    isWeak: true,
    pattern:
      /Your mail to the following recipients could not be delivered|the following addresses had permanent fatal errors/i,
    why: 'AOL',
  },
  {
    name: 'layout-quoted-answer',
    pattern:
      /\b(?:error message|server (?:response|said|message)|remote (?:server|host) said)(?: (?:below|follows|was))?:? {0,3}[45]\d\d[ -].{0,600}\bRCPT TO: ?\S/i,
    why: 'a gateway that quotes the answer and the envelope',
  },
  {
    name: 'layout-ses',
    pattern: /An error occurred while trying to deliver the mail to the following recipients/i,
    why: 'Amazon SES',
  },
  {
    name: 'layout-generic',
    isWeak: true,
    pattern:
      /(?:your|this|the|following|attached|e-?mail|original) (?:e-?mail |mail )?(?:message|mail|e-?mail)s?\b.{0,100}?(?:could ?n[o'’]t be (?:delivered|sent)|can ?n[o'’]t be delivered|was ?n[o'’]t (?:able to be )?delivered|undeliverable|not be delivered|is being returned|returned to (?:you|sender)|unable to be delivered|has been rejected|was rejected)|(?:unable|failed|not able|impossible) to deliver (?:your|the|this|to|message|mail|following)|delivery (?:to the following|of (?:the|your|this) (?:message|mail)) .{0,80}(?:fail|unsuccess|not possible|impossible)|(?:permanent|fatal|delivery) (?:error|failure)s?\b.{0,40}(?:address|recipient|occur)|message (?:undeliverable|not delivered|delivery (?:failed|failure))/i,
    why: 'the same in general words',
  },
  {
    name: 'layout-delay',
    isWeak: true,
    pattern:
      /THIS IS A WARNING MESSAGE ONLY|YOU DO NOT NEED TO RESEND YOUR MESSAGE|has not (?:yet )?been delivered|(?:delivery|message) (?:has been |is |was )?delayed|will (?:keep|continue) (?:on )?trying|will be retried|still (?:being|in the) (?:retried|queue)/i,
    why: 'a message that is still waiting',
  },
  {
    name: 'layout-foreign',
    isWeak: true,
    pattern:
      /(?:message|courriel|mail)\b.{0,100}?(?:n['’]a (?:pas )?pu (?:être|etre) (?:remis|délivré|delivré|distribué|acheminé|livré|transmis)|n['’]a pas (?:été|pu)|non (?:remis|délivré|distribué))|(?:nachricht|mail)\b.{0,100}?(?:konnte nicht|nicht zugestellt|unzustellbar)|(?:mensaje|correo)\b.{0,100}?no (?:se )?(?:ha podido|pudo|puede|fue)|(?:mensagem|mensaje|e-mail)\b.{0,100}?n[ãa]o (?:p[ôo]de|foi|pode)|messaggio\b.{0,100}?non (?:è stato|e' stato|[èe] stato|può|puo)|(?:配送|配信|送信|お届け|届け|配達)(?:でき|に失敗|が(?:でき|失敗)|され(?:ません|なかった)|不能)|不达|无法投递|退信|投递失败|(?:письмо|сообщение).{0,60}?(?:не доставлен|не может быть доставлен|не удалось)|(?:تعذر|فشل|لم يتم|يتعذر).{0,40}?(?:تسليم|توصيل|إرسال)/i,
    why: 'the same in other languages',
  },
];

/** Subjects of returned mail. Alone they prove nothing; together with a machine's name or a refusal they do. */
export const bounceSubjects: readonly KindRule[] = [
  {
    name: 'subject-failure',
    pattern:
      /undeliver|delivery (?:status|failure|failed|problem|error|report|has failed|incomplete|unsuccessful)|(?:mail|message|email) (?:delivery|not delivered|status|system error|could not)|fail(?:ed|ure) (?:notice|delivery|to deliver|notification|mail)|returned (?:mail|to sender|message|e-?mail)|non[- ]?(?:delivery|remis)|not delivered|rejected|bounce|could not (?:be delivered|send)|can['’]t be delivered|\bNDR?N?\b|^DSN\b|notification of .{0,20}failure|permanent error|mail (?:error|failure)|user unknown|unknown user|mailbox full|over quota|unable to deliver|failure/i,
    why: 'English',
  },
  {
    name: 'subject-delay',
    pattern:
      /delay(?:ed)?\b|\bwarning\b.{0,40}(?:message|mail|not)|could not send message for|still (?:queued|trying)/i,
    why: 'a message that is still waiting',
  },
  {
    name: 'subject-failure-foreign',
    pattern:
      /non (?:remis|distribu|d[ée]livr)|[ée]chec (?:de|d['’])|non recapitat|mancat|impossible de|unzustellbar|nicht zugestellt|zustell|fehlgeschlagen|r(?:ü|ue)ckläufer|no (?:se )?(?:entreg|puede|pudo)|devuelto|fallo|error de entrega|n[ãa]o entreg|devolvid|falha|onbestelbaar|niet (?:bezorgd|afgeleverd)|не доставлен|недостав|возврат|配信不能|配信(?:できません|エラー|失敗)|送信(?:エラー|失敗|できません)|不達|エラーメール|エラー通知|退信|投递失败|系统退信|فشل|تعذر|لم يتم التسليم|niedostarcz|teslim/i,
    why: 'other languages',
  },
];

/** Names under which machines return mail. */
export const bounceSender =
  /mailer[-_]?daemon|SMTP[-_]Mail[-_]Service|mail[- ]?daemon|post[-_]?master|mdaemon|mail delivery (?:sub)?system|mail delivery (?:service|system)|delivery (?:sub)?system|mail administrator|system administrator|microsoft outlook|internet mail (?:delivery|service)|bounce|courier mail|mail (?:router|gateway)|smtp (?:server|gateway)|MMDF|uucp|daemon@|mailsweeper|mail system/i;
