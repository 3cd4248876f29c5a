import type { KindRule } from './bounce-rule';

/** Subjects of mail that a machine wrote in a person's name. */
export const autoReplySubjects: readonly KindRule[] = [
  {
    name: 'away-en',
    pattern:
      /^(?:re: ?)?(?:out of (?:the )?office|out-of-office|auto(?:matic|mated|-)? ?(?:reply|response|answer|responder)|auto:|autoreply|away from|i am (?:away|out|on (?:vacation|leave|holiday))|i['’]m (?:away|out)|on (?:vacation|leave|holiday)|vacation\b|absence\b|holiday\b)|\b(?:out of (?:the )?office|auto-?reply|automatic reply|autoresponse|auto-?response|vacation (?:reply|message|notice))\b/i,
    why: 'English',
  },
  {
    name: 'away-fr',
    pattern:
      /r[ée]ponse automatique|absence du bureau|absent(?:e)? du bureau|message d['’]absence|en cong[ée]s?\b|absent[e]? jusqu/i,
    why: 'French',
  },
  {
    name: 'away-de',
    pattern:
      /abwesenheit|automatische (?:antwort|r(?:ü|ue)ckmeldung)|nicht im (?:b(?:ü|ue)ro|haus)|im urlaub|bin (?:im urlaub|abwesend)/i,
    why: 'German',
  },
  {
    name: 'away-es',
    pattern: /respuesta autom[áa]tica|fuera de (?:la )?oficina|de vacaciones|contestaci[óo]n autom[áa]tica/i,
    why: 'Spanish',
  },
  {
    name: 'away-pt',
    pattern: /resposta autom[áa]tica|fora do escrit[óo]rio|de f[ée]rias|aus[êe]ncia tempor[áa]ria/i,
    why: 'Portuguese',
  },
  { name: 'away-it', pattern: /risposta automatica|fuori (?:sede|ufficio)|assenza dall/i, why: 'Italian' },
  { name: 'away-nl', pattern: /automatisch antwoord|afwezig/i, why: 'Dutch' },
  {
    name: 'away-nordic',
    pattern: /automatiskt? svar|autosvar|fravær|frånvaro|poissa/i,
    why: 'Nordic languages',
  },
  {
    name: 'away-slavic',
    pattern:
      /автоответ|автоматический ответ|вне офиса|автоматична відповідь|autoodpowied|automatyczna odpowied|nieobecno|automatická odpov|odsutnost/i,
    why: 'Slavic languages',
  },
  { name: 'away-tr', pattern: /otomatik (?:yanıt|cevap)|ofis dışı/i, why: 'Turkish' },
  {
    name: 'away-ja',
    pattern: /自動(?:応答|返信|送信)|不在(?:通知|連絡|の(?:お知らせ|ご連絡))|休暇/,
    why: 'Japanese',
  },
  { name: 'away-zh', pattern: /自动(?:回复|答复|回覆)|自動(?:回覆|回復)|外出|休假/, why: 'Chinese' },
  { name: 'away-ar', pattern: /رد تلقائي|الرد التلقائي|ردّ? آلي|خارج المكتب|في إجازة/, why: 'Arabic' },
];

/** Mail that asks the sender to prove that they are a person. */
export const challenges: readonly KindRule[] = [
  {
    name: 'challenge-response',
    pattern:
      /(?:please )?(?:confirm|verify) (?:your|that you|the|receipt of your) (?:message|e-?mail|address|identity|sender|sent|delivery|are (?:a )?(?:human|person|real))|sender (?:verification|address verification|authentication request)|verification required|message (?:awaiting|requires|held).{0,30}(?:verification|confirmation|authori)|waiting for your (?:reply|verification)|challenge[- ]response|spam ?arrest|boxbe|mailblocks|choicemail|\bTMDA\b|bluebottle|confirmez votre (?:message|adresse|envoi)|mailinblack|please click .{0,40}to (?:release|deliver|authori)/i,
    why: 'a filter that accepts senders who answer',
  },
];

/** Automatic acknowledgements: a ticket system, a help desk. */
export const receipts: readonly KindRule[] = [
  {
    name: 'receipt',
    pattern:
      /^(?:\[?ticket|\[?case|votre (?:demande|message)|your (?:request|message|e-?mail|enquiry|inquiry) (?:has been|was) received|thank you for (?:your (?:e-?mail|message)|contacting)|accus[ée] de r[ée]ception|we(?:['’]ve| have) received your|merci pour votre (?:message|demande))/i,
    why: 'a help desk that confirms receipt',
  },
];

/** How people ask to unsubscribe, alone in a subject or first line. */
export const unsubscribeWords: readonly KindRule[] = [
  {
    name: 'unsubscribe-en',
    pattern:
      /^(?:please )?(?:(?:un-?subscribe|opt[- ]?out|remove)(?: me| (?:from )?(?:this |the |your )?(?:list|newsletter|mailing list))*|list-unsubscribe|stop(?: (?:it|e-?mails?|mails?|newsletter))?)(?: please)?$/i,
    why: 'English',
  },
  {
    name: 'unsubscribe-fr',
    pattern:
      /^(?:me |se |demande de )?(?:d[ée]s-?(?:abonn(?:er|ement|ez[- ]moi)|inscr(?:ire|iption|ivez[- ]moi)))(?: (?:de |à |a )?(?:la |cette |votre )?(?:liste|newsletter|lettre)(?: d['’]information)?)?(?: s['’]il vous pla[îi]t| svp| merci)?$/i,
    why: 'French',
  },
  {
    name: 'unsubscribe-ar',
    pattern:
      /^(?:طلب |أريد |أرجو |الرجاء )?(?:ال)?(?:إلغاء|الغاء|الإلغاء)(?: من)? (?:ال)?(?:اشتراك|إشتراك)(?:ي)?(?: .{0,40})?$/,
    why: 'Arabic',
  },
  {
    name: 'unsubscribe-other',
    pattern:
      /^(?:abmelden|abbestellen|austragen|darse de baja|cancelar (?:la )?(?:suscripci[óo]n|inscri[çc][ãa]o|assinatura)|baja|disiscriviti|cancellami|uitschrijven|afmelden|отписаться|отписка|退订|配信停止|購読解除)$/i,
    why: 'other languages',
  },
];

/** How people ask it in a sentence, of themselves: “do not unsubscribe me” and “how do I unsubscribe somebody” are none. */
export const unsubscribeSentences: readonly KindRule[] = [
  {
    name: 'asks-to-stop-en',
    pattern:
      /\b(?:please|kindly|(?:could|can|would|will) you(?: please)?) (?:un-?subscribe me|remove (?:me|my (?:e-?mail|address|name))|take me off|opt me out|stop (?:sending|e-?mailing|mailing))|\bI(?:['’]d like| would like| want| wish) to (?:un-?subscribe|be (?:removed|taken off)|opt out|stop receiving)|\bI (?:do not|don['’]t|no longer) (?:want|wish)(?: to)? (?:receive|get|be on)|\b(?:stop (?:sending|e-?mailing|mailing)|(?:do not|don['’]t) (?:send|e-?mail|mail)) me\b|(?:^|[.!,;:] )(?:take me off|remove me|unsubscribe me)\b/i,
    why: 'English',
  },
  {
    name: 'asks-to-stop-fr',
    pattern:
      /\b(?:merci de|veuillez|pri[èe]re de|pouvez[- ]vous|pourriez[- ]vous|je (?:souhaite|souhaiterais|voudrais|veux|d[ée]sire|vous (?:demande|prie) de)|j['’]aimerais)(?: bien vouloir)? (?:me (?:d[ée]s-?abonner|d[ée]s-?inscrire|retirer|supprimer|enlever|rayer|radier)|m['’](?:enlever|[ôo]ter|effacer)|[êe]tre (?:retir|d[ée]s-?abonn|d[ée]s-?inscrit|supprim|ray)|(?:retirer|supprimer|enlever|rayer) mon (?:adresse|nom|e-?mail|mail))|\bje ne (?:souhaite|veux|d[ée]sire|voudrais) plus (?:recevoir|[êe]tre)|\b(?:d[ée]s-?abonnez|d[ée]s-?inscrivez|retirez|supprimez|enlevez|rayez)[- ]moi\b|\bne plus (?:m['’]envoyer|m['’][ée]crire|me contacter)|\bne (?:m['’]envoyez|m['’][ée]crivez) plus|\bje me d[ée]s(?:-?abonne|-?inscris)\b|\barr[êe]tez de m['’]/i,
    why: 'French',
  },
  {
    name: 'asks-to-stop-ar',
    pattern:
      /(?:أرجو|ارجو|أريد|اريد|أرغب|الرجاء|يرجى|المرجو|من فضلكم?).{0,20}(?:إلغاء|الغاء|إيقاف|ايقاف|وقف|حذف|إزالة).{0,20}(?:اشتراكي|إشتراكي|عنواني|بريدي|اسمي|إرسال)|لا (?:أريد|اريد|أرغب|ارغب|أود).{0,20}(?:تلقي|استلام|استقبال|وصول)/,
    why: 'Arabic',
  },
  {
    name: 'asks-to-stop-other',
    pattern:
      /\b(?:nehmen|streichen|l[öo]schen|entfernen|melden) sie mich\b|ich m[öo]chte (?:keinen? |mich (?:vom|von|ab)|den newsletter (?:ab|nicht))|bitte (?:mich )?ab(?:melden|bestellen)|(?:quiero|deseo|quisiera|solicito|ruego|por favor)\b[^.!?]{0,30}(?:darme de baja|(?:me )?den de baja|dejar de recibir)|no (?:deseo|quiero) (?:recibir|seguir recib)|(?:quero|gostaria de|desejo|por favor,?)\b[^.!?]{0,30}(?:cancelar (?:a )?(?:minha )?(?:subscri|inscri|assin)|remov(?:am|er|a|a[- ])[- ]?me|deixar de receber)|n[ãa]o (?:quero|desejo) (?:mais )?receber|(?:vorrei|voglio|desidero|prego di|per favore)\b[^.!?]{0,30}(?:disiscriver|cancellar(?:mi|e la mia)|non ricevere)|non (?:voglio|desidero) pi[ùu] ricevere|(?:cancella|disiscrivi|togli)temi\b|(?:配信停止|購読解除|購読停止|退会).{0,10}(?:お願い|希望|して)|(?:配信|購読)を(?:停止|解除|中止|やめ)|(?:取消订阅|退订|取消訂閱)/i,
    why: 'German, Spanish, Portuguese, Italian, Japanese, Chinese',
  },
];

/** Where a reply begins to quote what it answers. */
export const quoteBegins =
  /^[ \t]*>|^[ \t]*[-_]{5,}|^[ \t]*(?:le|on|am|el|em|il|في) [^\n]{3,200}\n?[^\n]{0,100}(?:[ée]crit|wrote|schrieb|escribi[óo]|escreveu|ha scritto|كتب)[^\n]{0,80}:[ \t]*$|^[ \t*]*(?:de|from|von|da|من)[ \t*]*:[^\n]{0,200}@/im;

/** Complaints from before RFC 5965. */
export const complaintSubjects: readonly KindRule[] = [
  {
    name: 'complaint-jmrp',
    pattern: /^complaint about message from /i,
    why: 'Microsoft’s junk mail reporting',
  },
  {
    name: 'complaint-subject',
    pattern:
      /^(?:fw: ?)?(?:\[?abuse report\]?|email feedback report|spam (?:complaint|report|feedback)|feedback loop|FBL(?: report)?:?|client tos notification|abuse complaint)/i,
    why: 'what such reports are called',
  },
];
export const complaintText: KindRule = {
  name: 'complaint-text',
  pattern:
    /This is an? (?:e-?mail )?(?:abuse|spam|feedback|complaint) report for an? (?:e-?mail )?message|(?:user|recipient|subscriber|member) (?:has )?(?:marked|reported|flagged) (?:this|the|your) (?:e-?mail |message )?.{0,40}(?:as )?(?:spam|junk|unsolicited)|complaint (?:was )?received (?:from|for|about)/i,
  why: 'the sentence that such reports begin with',
};
