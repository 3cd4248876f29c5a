import { institutionWords } from './institution-words';
import type { FieldLabel } from './field-label';
import { uids } from './uids';

/** How a picture is framed at one use of it. */
const framingWords: FieldLabel = { fr: 'Cadrage', en: 'Framing', ar: 'تأطير الصورة' };

/** Labels by content type or component; what is not here falls back to `common`. */
export const own: Record<string, Record<string, FieldLabel>> = {
  [uids.article]: {
    kind: {
      fr: 'Nature',
      en: 'Kind',
      ar: 'النوع',
      hint: {
        fr: 'Le formulaire montre les champs qui vont avec',
        en: 'The form shows the fields that go with it',
        ar: 'تعرض الاستمارة الحقول التي تناسبه',
      },
    },
    standfirst: {
      fr: 'Chapeau',
      en: 'Standfirst',
      ar: 'المقدمة',
      hint: {
        fr: 'Quelques lignes qui résument, en tête de l’article',
        en: 'A few lines that sum up, at the head of the article',
        ar: 'بضعة أسطر تلخّص، في رأس المقال',
      },
    },
    images: {
      fr: 'Images',
      en: 'Images',
      ar: 'الصور',
      hint: {
        fr: 'JPEG ou PNG, avec un texte alternatif dans la médiathèque',
        en: 'JPEG or PNG, with an alternative text in the media library',
        ar: 'بصيغة JPEG أو PNG، مع نص بديل في مكتبة الوسائط',
      },
    },
    imageTexts: {
      fr: 'Textes des images',
      en: 'Texts of the images',
      ar: 'نصوص الصور',
      hint: {
        fr: 'Dans la langue de l’article ; sans texte ici, celui de la médiathèque est lu',
        en: 'In the article’s language; where there is none, that of the media library is read',
        ar: 'بلغة المقال؛ حيث لا نص هنا يُقرأ نص مكتبة الوسائط',
      },
    },
    editionNumber: {
      fr: 'Édition n°',
      en: 'Edition no.',
      ar: 'رقم الدورة',
      hint: { fr: '15 pour « 15e édition »', en: '15 for “15th edition”', ar: '15 إن كانت «الدورة 15»' },
    },
    governingBody: {
      fr: 'Instance',
      en: 'Governing body',
      ar: 'هيئة الحكامة',
      hint: {
        fr: 'Conseil d’Administration, Bureau Exécutif…',
        en: 'Board of directors, executive committee…',
        ar: 'مجلس الإدارة، المكتب التنفيذي…',
      },
    },
    meetingDate: { fr: 'Date de la réunion', en: 'Date of the meeting', ar: 'تاريخ الاجتماع' },
    chair: { fr: 'Présidence', en: 'Chair', ar: 'الرئاسة' },
    present: { fr: 'Présents', en: 'Present', ar: 'الحاضرون' },
    decisions: { fr: 'Décisions', en: 'Decisions', ar: 'القرارات' },
    author: {
      fr: 'Signature',
      en: 'Author',
      ar: 'الكاتب',
      hint: {
        fr: '« Salma Idrissi » paraît avec « Par », « Le directeur général » sans',
        en: '“Salma Idrissi” appears with “By”, “The managing director” without',
        ar: 'يظهر الاسم أو الصفة بعد كلمة «بقلم»',
      },
    },
    sourceName: { fr: 'Source', en: 'Source', ar: 'المصدر' },
    sourceUrl: {
      fr: 'Adresse de la source',
      en: 'Address of the source',
      ar: 'عنوان المصدر',
      hint: { fr: 'https://…', en: 'https://…', ar: 'https://…' },
    },
    callToActionLabel: { fr: 'Texte du bouton', en: 'Text of the button', ar: 'نص الزر' },
    callToActionUrl: {
      fr: 'Adresse du bouton',
      en: 'Address of the button',
      ar: 'عنوان الزر',
      hint: { fr: 'https://…', en: 'https://…', ar: 'https://…' },
    },
  },
  [uids.issue]: {
    number: { fr: 'Numéro', en: 'Number', ar: 'رقم العدد' },
    subject: {
      fr: 'Objet du message',
      en: 'Subject',
      ar: 'الموضوع',
      hint: {
        fr: 'Ce que le lecteur lit dans sa boîte de réception',
        en: 'What the reader sees in the inbox',
        ar: 'ما يقرؤه القارئ في صندوق بريده',
      },
    },
    preheader: {
      fr: 'Accroche',
      en: 'Preheader',
      ar: 'نص المعاينة',
      hint: {
        fr: 'La ligne après l’objet, 40 à 110 signes',
        en: 'The line behind the subject, 40 to 110 characters',
        ar: 'السطر الذي يلي الموضوع، من 40 إلى 110 أحرف',
      },
    },
    periodLabel: {
      fr: 'Période',
      en: 'Period',
      ar: 'الفترة',
      hint: {
        fr: 'Telle qu’elle est imprimée : « Mai – juillet 2023 »',
        en: 'As it is printed: “May – July 2023”',
        ar: 'كما تُطبع: «ماي – يوليوز 2023»',
      },
    },
    periodFrom: { fr: 'Début de période', en: 'Start of the period', ar: 'بداية الفترة' },
    periodTo: { fr: 'Fin de période', en: 'End of the period', ar: 'نهاية الفترة' },
    publicationDate: { fr: 'Date de parution', en: 'Publication date', ar: 'تاريخ النشر' },
    greeting: { fr: 'Saluer par le prénom', en: 'Greet by first name', ar: 'تحية القارئ باسمه الشخصي' },
    cover: { fr: 'Image de couverture', en: 'Cover picture', ar: 'صورة الغلاف' },
    coverFraming: {
      ...framingWords,
      fr: 'Cadrage de la couverture',
      en: 'Framing of the cover',
      ar: 'تأطير الغلاف',
    },
    sections: {
      fr: 'Rubriques',
      en: 'Sections',
      ar: 'الأبواب',
      hint: { fr: 'Dans l’ordre de lecture', en: 'In the order of reading', ar: 'بترتيب القراءة' },
    },
  },
  [uids.dashboard]: {
    asOf: { fr: 'Situation au', en: 'As of', ar: 'الوضع في' },
    figures: {
      fr: 'Chiffres',
      en: 'Figures',
      ar: 'الأرقام',
      hint: {
        fr: 'Saisissez, ou collez d’un tableur : l’intitulé et les valeurs d’un coup',
        en: 'Type, or paste from a spreadsheet: the label and the values at once',
        ar: 'اكتبوا، أو الصقوا من برنامج جداول: التسمية والقيم دفعة واحدة',
      },
    },
  },
  // Whose labels mean the same as elsewhere.
  'newsletter-article.line': {},
  'newsletter-article.image-text': {
    alternativeText: { fr: 'Texte alternatif', en: 'Alternative text', ar: 'نص بديل' },
    caption: { fr: 'Légende ou crédit', en: 'Caption or credit', ar: 'شرح الصورة أو حقوقها' },
    framing: framingWords,
  },
  'newsletter-section-part.agenda-entry': {},
  'newsletter-section-part.link': {},
  'newsletter-section.text': {},
  'newsletter-section.articles': {
    layout: { fr: 'Présentation', en: 'Layout', ar: 'طريقة العرض' },
    articles: { fr: 'Articles, dans l’ordre', en: 'Articles, in order', ar: 'المقالات، بالترتيب' },
  },
  'newsletter-section.dashboard': {
    dashboard: { fr: 'Tableau de bord', en: 'Dashboard', ar: 'لوحة المؤشرات' },
  },
  'newsletter-section.agenda': { entries: { fr: 'Rendez-vous', en: 'Entries', ar: 'المواعيد' } },
  'newsletter-section.quote': {
    attribution: { fr: 'Auteur de la citation', en: 'Attribution', ar: 'صاحب الاقتباس' },
  },
  'newsletter-section.image': {
    picture: { fr: 'Image', en: 'Picture', ar: 'الصورة' },
    framing: framingWords,
  },
  'newsletter-section.links': { links: { fr: 'Liens', en: 'Links', ar: 'الروابط' } },
  ...institutionWords,
};
