import type { TextRule } from './bounce-rule';

/** The languages of our own readers. Accents may be lost on the way, so they are optional. */
export const frenchAndArabicRules: readonly TextRule[] = [
  {
    name: 'user-unknown-fr',
    severity: 'hard',
    language: 'fr',
    pattern:
      /(?:utilisateur|destinataire|adresse(?! (?:ip|d['’]exp|de l['’]exp|exp|[ée]mett))|bo[iî]te|compte|abonn[ée]|correspondant|usager)\b.{0,80}?(?:inconnue?s?\b|inexistante?s?\b|introuvable|invalide|(?:n['’ ]?existe|n['’ ]?existent) (?:pas|plus)|n['’ ](?:est|a) (?:pas|plus) (?:valide|été trouvée?|reconnue?|répertori)|n['’]a pu être trouvée?|erron[ée]e?|incorrecte?|non trouv[ée]e?|pas été trouvée?)|aucun (?:compte|utilisateur|destinataire|abonn)|n['’]a pas pu être trouvée?|n['’]est plus (?:dans|chez|parmi|en poste)/i,
    why: 'no such user',
  },
  {
    name: 'mailbox-disabled-fr',
    severity: 'hard',
    language: 'fr',
    pattern:
      /(?:compte|bo[iî]te|adresse|messagerie|destinataire|utilisateur)\b.{0,60}?(?:d[ée]sactiv[ée]e?|supprim[ée]e?|ferm[ée]e?|suspendue?|inactive?|clôtur[ée]e?|cloturee?|bloqu[ée]e? pour inactivit|expir[ée]e?|n['’]est plus (?:active?|utilis|consult|disponible|en service|valable))/i,
    why: 'the mailbox has been disabled',
  },
  {
    name: 'mailbox-full-fr',
    severity: 'soft',
    language: 'fr',
    pattern:
      /(?:bo[iî]te|messagerie|compte|bal|disque)\b.{0,60}?(?:\bpleine?\b|satur[ée]e?|remplie?)|quota\b.{0,40}?(?:d[ée]pass|atteint|exc[ée]d)|(?:d[ée]pass|exc[ée]d|atteint)\w{0,4}\b.{0,40}?\b(?:quota|espace|capacit[ée])|espace (?:disque )?(?:insuffisant|satur)|plus (?:de|d['’]) ?(?:place|espace)/i,
    why: 'the mailbox is full, but somebody may clear it',
  },
  {
    name: 'domain-not-found-fr',
    severity: 'hard',
    language: 'fr',
    pattern:
      /(?:domaine|h[ôo]te|serveur de destination)\b.{0,60}?(?:inconnue?|inexistante?|introuvable|n['’ ]?existe (?:pas|plus)|invalide)/i,
    why: 'the domain has no working mail server',
  },
  {
    name: 'message-too-big-fr',
    severity: 'content',
    language: 'fr',
    pattern:
      /(?:message|courriel|mail|pi[èe]ce jointe|taille)\b.{0,60}?(?:trop (?:volumineu|gros|grand|lourd)|taille maximale|d[ée]passe (?:la )?(?:taille|limite))/i,
    why: 'too large for that server or mailbox',
  },
  {
    name: 'content-refused-fr',
    severity: 'content',
    language: 'fr',
    pattern:
      /\bvirus\b|contenu\b.{0,40}?(?:rejet|refus|interdit|bloqu|non autoris)|pi[èe]ce jointe\b.{0,40}?(?:interdit|refus|bloqu|non autoris)/i,
    why: 'the content of this message was refused',
  },
  {
    name: 'policy-refused-fr',
    severity: 'policy',
    language: 'fr',
    pattern:
      /ind[ée]sirable|pourriel|liste noire|(?:serveur|adresse ip|exp[ée]diteur|service)\b.{0,60}?(?:bloqu|refus|rejet|interdit|blacklist|d[ée]grad)|[ée]metteur\b.{0,40}?(?:invalide|refus|inconnu|non autoris)|exp[ée]diteur\b.{0,40}?(?:invalide|inconnu)|mail rejet[ée]|(?:adresse|ip)\b.{0,40}?bloqu[ée]e? (?:pour|suite|par)|configuration SPF|r[ée]putation|trop de (?:connexions|messages|destinataires|requ[êe]tes)|relais\b.{0,30}?(?:interdit|refus|non autoris)|(?:refus|rejet)\w{0,3} (?:selon|par|pour|en raison) .{0,40}?politique|politique (?:de s[ée]curit[ée]|locale)|pas autoris[ée]e? (?:à|a) (?:envoyer|[ée]crire)|authentification (?:requise|[ée]chou)/i,
    why: 'the sender or its server was refused',
  },
  {
    name: 'passing-fr',
    severity: 'soft',
    language: 'fr',
    isHint: true,
    pattern:
      /temporaire|d[ée]lai (?:d['’]attente )?(?:d[ée]pass|expir)|ne r[ée]pond (?:pas|plus)|connexion\b.{0,40}?(?:impossible|refus|interrompue|expir)|injoignable|(?:r[ée]essay|nouvelle tentative|plus tard)|indisponible/i,
    why: 'the connection broke or timed out',
  },
  {
    name: 'user-unknown-ar',
    severity: 'hard',
    language: 'ar',
    pattern:
      /(?:المستخدم|المستلم|العنوان|عنوان البريد|البريد الإلكتروني|صندوق البريد|الحساب|المرسل إليه).{0,60}?(?:غير (?:موجود|معروف|صحيح|صالح)|لا وجود|لم (?:يتم|نتمكن من) العثور)|(?:لم (?:يتم|نتمكن من|يُ?عثر)|تعذ?ر) (?:ال)?(?:عثور )?(?:على|عليه).{0,40}?(?:المستلم|العنوان|المستخدم)|لا يوجد (?:مستخدم|مستلم|حساب|صندوق)/,
    why: 'no such user',
  },
  {
    name: 'mailbox-full-ar',
    severity: 'soft',
    language: 'ar',
    pattern:
      /(?:صندوق|علبة|بريد|مساحة|الحصة).{0,60}?(?:ممتلئ|مملوء|امتلأ|تجاوز)|تجاوز.{0,40}?(?:الحصة|المساحة|السعة)/,
    why: 'the mailbox is full, but somebody may clear it',
  },
  {
    name: 'mailbox-disabled-ar',
    severity: 'hard',
    language: 'ar',
    pattern:
      /(?:الحساب|صندوق البريد|العنوان|البريد).{0,40}?(?:معطل|معطّل|مغلق|موقوف|محذوف|تم (?:تعطيل|حذف|إغلاق)|لم يعد)/,
    why: 'the mailbox has been disabled',
  },
];
