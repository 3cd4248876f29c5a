import type { FieldLabel } from './field-label';
import { uids } from './uids';

/** Labels of what is set once: the institution, and whom it writes to. */
export const institutionWords: Record<string, Record<string, FieldLabel>> = {
  [uids.brand]: {
    newsletterTitle: { fr: 'Nom du bulletin', en: 'Newsletter title', ar: 'اسم النشرة' },
    url: { fr: 'Site', en: 'Website', ar: 'الموقع' },
    logo: { fr: 'Logo', en: 'Logo', ar: 'الشعار' },
    primaryColour: {
      fr: 'Couleur principale',
      en: 'Primary colour',
      ar: 'اللون الأساسي',
      hint: {
        fr: '#rrggbb, assez foncée pour porter du blanc',
        en: '#rrggbb, dark enough for white text on it',
        ar: '\u2066#rrggbb\u2069، داكن بما يكفي ليُقرأ عليه الأبيض',
      },
    },
    accentColour: {
      fr: 'Couleur d’accent',
      en: 'Accent colour',
      ar: 'اللون الثانوي',
      hint: { fr: '#rrggbb', en: '#rrggbb', ar: '#rrggbb' },
    },
    defaultLanguage: { fr: 'Langue par défaut', en: 'Default language', ar: 'اللغة الافتراضية' },
    images: {
      fr: 'Images dans les messages',
      en: 'Pictures in messages',
      ar: 'الصور في الرسائل',
      hint: {
        fr: 'Incorporées : pour des réseaux qui bloquent les images distantes ; 500 Kio au plus',
        en: 'Embedded: for networks that block remote pictures; 500 KiB at most',
        ar: 'مضمّنة: للشبكات التي تحجب الصور البعيدة؛ 500 كيبيبايت على الأكثر',
      },
    },
    fourEyes: {
      fr: 'Double regard',
      en: 'Four eyes',
      ar: 'المراجعة المزدوجة',
      hint: {
        fr: 'Nul n’approuve ce qu’il a soumis ou modifié, dès que deux personnes peuvent approuver. Sans cette règle (Jamais), chaque approbation le consigne',
        en: 'Nobody approves what they submitted or changed, as soon as two people may approve. Without the rule (Never), each approval says so on record',
        ar: 'لا يعتمد أحد ما قدّمه أو عدّله، ما دام شخصان يحق لهما الاعتماد. ومن دون هذه القاعدة (أبدًا) يُدوَّن ذلك في كل اعتماد',
      },
    },
    senderName: { fr: 'Nom de l’expéditeur', en: 'Sender name', ar: 'اسم المرسِل' },
    senderAddress: { fr: 'Adresse de l’expéditeur', en: 'Sender address', ar: 'عنوان المرسِل' },
    replyTo: { fr: 'Adresse de réponse', en: 'Reply-to address', ar: 'عنوان الرد' },
    listId: {
      fr: 'Identifiant de liste',
      en: 'List identifier',
      ar: 'معرّف القائمة',
      hint: {
        fr: 'Comme un nom de domaine : lettre.exemple.org',
        en: 'Like a domain name: letter.example.org',
        ar: 'على شكل اسم نطاق: lettre.exemple.org',
      },
    },
    bounceAddress: { fr: 'Adresse des retours', en: 'Bounce address', ar: 'عنوان الرسائل المرتدة' },
    unsubscribeAddress: {
      fr: 'Adresse de désabonnement',
      en: 'Unsubscribe address',
      ar: 'عنوان إلغاء الاشتراك',
    },
    testDomains: {
      fr: 'Domaines des essais',
      en: 'Domains of tests',
      ar: 'نطاقات الإرسال التجريبي',
      hint: {
        fr: 'Les essais vont sans confirmation à l’équipe et à ces domaines ; vide : celui de l’expéditeur',
        en: 'Tests go to the team and to these domains without confirmation; empty: the sender’s own',
        ar: 'يُرسل الإرسال التجريبي إلى الفريق وإلى هذه النطاقات دون تأكيد؛ فارغ: نطاق المرسِل',
      },
    },
    wordings: { fr: 'Textes par langue', en: 'Texts by language', ar: 'النصوص حسب اللغة' },
  },
  [uids.list]: { subscribers: { fr: 'Abonnés', en: 'Subscribers', ar: 'المشتركون' } },
  [uids.subscriber]: {
    address: { fr: 'Adresse électronique', en: 'E-mail address', ar: 'العنوان الإلكتروني' },
    firstName: { fr: 'Prénom', en: 'First name', ar: 'الاسم الشخصي' },
    lastName: { fr: 'Nom', en: 'Name', ar: 'الاسم' },
    person: {
      fr: 'Identifiant de la personne',
      en: 'Person identifier',
      ar: 'معرّف الشخص',
      hint: {
        fr: 'Matricule ou autre, le même pour toutes les adresses d’une personne : elle ne reçoit un numéro qu’une fois',
        en: 'Staff number or the like, the same for all addresses of a person, who gets a number only once',
        ar: 'رقم التسجيل أو غيره، واحد لكل عناوين الشخص: لا يتلقى العدد إلا مرة واحدة',
      },
    },
    confirmed: {
      fr: 'Inscription confirmée',
      en: 'Subscription confirmed',
      ar: 'الاشتراك مؤكد',
      hint: {
        fr: 'Sans confirmation, rien n’est envoyé',
        en: 'Without confirmation nothing is sent',
        ar: 'لا يُرسل شيء من دون تأكيد',
      },
    },
    lists: { fr: 'Listes', en: 'Lists', ar: 'القوائم' },
  },
  [uids.segment]: { rule: { fr: 'Règle (JSON)', en: 'Rule (JSON)', ar: 'القاعدة (JSON)' } },
  'newsletter-brand.wording': {
    motto: {
      fr: 'Devise',
      en: 'Motto',
      ar: 'الشعار المكتوب',
      hint: {
        fr: 'Une ligne de la devise par ligne',
        en: 'One line of the motto on each line',
        ar: 'سطر من الشعار المكتوب في كل سطر',
      },
    },
    postalAddress: { fr: 'Adresse postale', en: 'Postal address', ar: 'العنوان البريدي' },
    whyReceived: {
      fr: 'Pourquoi ce message',
      en: 'Why this message',
      ar: 'سبب تلقي الرسالة',
      hint: {
        fr: 'Suite de « Vous recevez ce message parce que… »',
        en: 'Goes on from “You receive this message because…”',
        ar: 'تتمة «تتوصلون بهذه الرسالة لأن…»',
      },
    },
    words: {
      fr: 'Mots de la maison',
      en: 'Words of the house',
      ar: 'كلمات المؤسسة',
      hint: {
        fr: 'Tenus pour bien écrits, un mot par ligne',
        en: 'Taken as spelt right, one word on each line',
        ar: 'تُعدّ صحيحة الإملاء، كلمة في كل سطر',
      },
    },
  },
};
