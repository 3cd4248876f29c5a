import type { TextRule } from './bounce-rule';

/**
 * Whoever is named as sender, machine, listed or spam in other languages. Before the rules about readers: “die Adresse des
 * Absenders ist unbekannt” has their words too.
 */
export const foreignSenderRules: readonly TextRule[] = [
  {
    name: 'sender-refused-fr',
    severity: 'policy',
    language: 'fr',
    pattern:
      /(?:adresse|domaine|serveur)\b.{0,20}?(?:exp[ée]dit(?:eur|rice)|[ée]metteur|d['’]envoi)\b|(?:exp[ée]diteur|[ée]metteur)\b.{0,40}?(?:invalide|inconnu|refus|rejet|bloqu|non autoris)|adresse ip\b/i,
    why: 'the sender’s address, machine or listing',
  },
  {
    name: 'sender-refused-es',
    severity: 'policy',
    language: 'es',
    pattern:
      /remitente\b.{0,60}?(?:rechazad|bloquead|no (?:v[áa]lid|existe|autorizad|permitid)|desconocid|inv[áa]lid)|(?:direcci[óo]n|dominio)\b.{0,10}? remitente|(?:direcci[óo]n )?\bIP\b.{0,60}?(?:bloquead|rechazad|list|reputaci)|listas? negras?|\bspam\b|correo (?:basura|no deseado)|mala reputaci[óo]n|demasiad[oa]s (?:conexiones|mensajes|correos)/i,
    why: 'the sender’s address, machine, listing or pace',
  },
  {
    name: 'sender-refused-pt',
    severity: 'policy',
    language: 'pt',
    pattern:
      /remetente\b.{0,60}?(?:recusad|rejeitad|bloquead|inv[áa]lid|desconhecid|n[ãa]o (?:existe|autorizad|permitid))|(?:endere[çc]o|dom[íi]nio)\b.{0,10}? remetente|\bIP\b.{0,60}?(?:bloquead|recusad|rejeitad|list|reputa)|listas? negras?|lixo eletr[ôo]nico|m[áa] reputa[çc][ãa]o|muit[oa]s (?:conex[õo]es|mensagens|liga[çc][õo]es)/i,
    why: 'the sender’s address, machine, listing or pace',
  },
  {
    name: 'sender-refused-it',
    severity: 'policy',
    language: 'it',
    pattern:
      /mittente\b.{0,60}?(?:rifiutat|bloccat|non (?:valid|autorizzat|esiste|consentit)|sconosciut|rigettat)|(?:indirizzo|dominio)\b.{0,10}? mittente|\bIP\b.{0,60}?(?:bloccat|rifiutat|list|reputazion)|(?:lista|black ?list)\w{0,2} nera|liste? ner[ae]|posta indesiderata|cattiva reputazione|trop(?:pi|pe) (?:connessioni|messaggi)/i,
    why: 'the sender’s address, machine, listing or pace',
  },
  {
    name: 'sender-refused-de',
    severity: 'policy',
    language: 'de',
    pattern:
      /absender(?:adresse|domain)?\w{0,3}\b.{0,60}?(?:unbekannt|ung(?:ü|ue)ltig|abgelehnt|abgewiesen|gesperrt|blockiert|existiert nicht|nicht (?:erlaubt|zul(?:ä|ae)ssig|berechtigt|gefunden))|(?:adresse|domain) des absenders|ip-adresse\w{0,2}\b.{0,60}?(?:gesperrt|blockiert|abgelehnt|liste)|sperrliste|schwarzen? liste|schlechter? (?:ruf|reputation)|zu viele (?:verbindungen|nachrichten|e-?mails)/i,
    why: 'the sender’s address, machine, listing or pace',
  },
  {
    name: 'sender-refused-ar',
    severity: 'policy',
    language: 'ar',
    pattern:
      /بريد (?:مزعج|عشوائي|غير مرغوب)|رسائل? (?:مزعجة|غير مرغوب)|القائمة السوداء|قائمة (?:سوداء|الحظر)|عنوان IP.{0,40}?محظور|تم حظر (?:رسالتك|الرسالة|المرسل)|المرسل (?!إليه).{0,30}?(?:مرفوض|محظور|غير (?:مصرح|معروف|موثوق|موجود|صالح))|نطاق المرسل (?!إليه)|رفض المرسل/,
    why: 'the sender, its machine, its listing, or the message taken for spam',
  },
  {
    name: 'sender-refused-ja',
    severity: 'policy',
    language: 'ja',
    pattern:
      /(?:送信元|送信者|差出人|発信元|エンベロープ ?From)(?:の)?(?:メール)?(?:アドレス|ドメイン|ホスト|サーバー?|IP(?:アドレス)?)?.{0,20}?(?:存在しません|存在しない|見つかりません|確認できません|不明|無効|不正|拒否|ブロック|登録されていません)/i,
    why: 'the sender’s address, domain or machine',
  },
];

/** A domain that is not there, in other languages. */
export const foreignDomainRules: readonly TextRule[] = [
  {
    name: 'domain-not-found-es',
    severity: 'hard',
    language: 'es',
    pattern:
      /\b(?:dominio|servidor de destino)\b.{0,60}?(?:no (?:existe|se (?:ha )?encontr)|inexistente|desconocid)/i,
    why: 'the domain has no working mail server',
  },
  {
    name: 'domain-not-found-pt',
    severity: 'hard',
    language: 'pt',
    pattern: /\bdom[íi]nio\b.{0,60}?(?:n[ãa]o (?:existe|(?:foi )?encontrad)|inexistente|desconhecid)/i,
    why: 'the domain has no working mail server',
  },
  {
    name: 'domain-not-found-it',
    severity: 'hard',
    language: 'it',
    pattern: /\bdominio\b.{0,60}?(?:non (?:esiste|(?:[èe] stato )?trovat)|inesistente|sconosciut)/i,
    why: 'the domain has no working mail server',
  },
  {
    name: 'domain-not-found-ar',
    severity: 'hard',
    language: 'ar',
    pattern: /(?:النطاق|المجال|الدومين).{0,40}?(?:غير (?:موجود|معروف)|لا وجود)/,
    why: 'the domain has no working mail server',
  },
  {
    name: 'not-in-directory-other',
    severity: 'hard',
    language: 'any',
    pattern:
      /nicht im .{0,20}?(?:verzeichnis|adressbuch) (?:aufgef(?:ü|ue)hrt|enthalten|gefunden)|(?:ne figure pas|non (?:recens[ée]|r[ée]pertori[ée]|list[ée])) dans l['’]annuaire|no (?:figura|aparece) en el directorio|non (?:[èe] )?(?:presente|elencato) nella (?:rubrica|directory)/i,
    why: 'Notes and others: the directory does not list the address',
  },
];
