import { uids } from '../../../../shared/uids';
import { labelOf, sectionNames } from '../../../../shared/field-labels';
import type { DeskLanguage } from './desk-words';

const { article, issue, dashboard, brand } = uids;
const wording = 'newsletter-brand.wording';

/** The field of the admin that a field of the contract, or of the sender, is filled from. */
const filledFrom: Readonly<Record<string, readonly [uid: string, field: string]>> = {
  number: [issue, 'number'],
  language: [issue, 'language'],
  subject: [issue, 'subject'],
  preheader: [issue, 'preheader'],
  label: [issue, 'label'],
  from: [issue, 'periodFrom'],
  to: [issue, 'periodTo'],
  period: [issue, 'periodLabel'],
  publicationDate: [issue, 'publicationDate'],
  cover: [issue, 'cover'],
  sections: [issue, 'sections'],
  heading: ['newsletter-section.articles', 'heading'],
  articles: ['newsletter-section.articles', 'articles'],
  entries: ['newsletter-section.agenda', 'entries'],
  links: ['newsletter-section.links', 'links'],
  image: ['newsletter-section.image', 'picture'],
  dashboard: ['newsletter-section.dashboard', 'dashboard'],
  layout: ['newsletter-section.articles', 'layout'],
  title: [article, 'title'],
  kind: [article, 'kind'],
  body: [article, 'body'],
  text: [article, 'text'],
  images: [article, 'images'],
  start: [article, 'startDate'],
  end: [article, 'endDate'],
  meetingDate: [article, 'meetingDate'],
  governingBody: [article, 'governingBody'],
  present: [article, 'present'],
  decisions: [article, 'decisions'],
  source: [article, 'sourceName'],
  callToAction: [article, 'callToActionLabel'],
  name: [article, 'name'],
  url: [article, 'url'],
  asOf: [dashboard, 'asOf'],
  newsletterTitle: [brand, 'newsletterTitle'],
  primary: [brand, 'primaryColour'],
  accent: [brand, 'accentColour'],
  senderName: [brand, 'senderName'],
  senderAddress: [brand, 'senderAddress'],
  replyTo: [brand, 'replyTo'],
  listId: [brand, 'listId'],
  bounceAddress: [brand, 'bounceAddress'],
  unsubscribeAddress: [brand, 'unsubscribeAddress'],
  postalAddress: [wording, 'postalAddress'],
  whyReceived: [wording, 'whyReceived'],
  motto: [wording, 'motto'],
  words: [wording, 'words'],
};

/** What the contract names and no form of Strapi has a field for: the sheets of figures, a picture's address. */
const unlike = {
  src: { fr: 'Adresse de l’image', ar: 'عنوان الصورة', en: 'Address of the image' },
  crop: { fr: 'Cadrage', ar: 'تأطير الصورة', en: 'Framing' },
  focus: { fr: 'Cadrage', ar: 'تأطير الصورة', en: 'Framing' },
  periods: { fr: 'Périodes', ar: 'الفترات', en: 'Periods' },
  groups: { fr: 'Groupes d’indicateurs', ar: 'مجموعات المؤشرات', en: 'Groups of indicators' },
  indicators: { fr: 'Indicateurs', ar: 'المؤشرات', en: 'Indicators' },
  values: { fr: 'Valeurs', ar: 'القيم', en: 'Values' },
  edition: { fr: 'Édition', ar: 'النسخة', en: 'Edition' },
} as const;

/** The labels of the admin's fields in one language, by the contract's names. */
export function fieldsIn(language: DeskLanguage): Readonly<Record<string, string>> {
  const fields = Object.entries(filledFrom).map(([name, [uid, field]]) => [
    name,
    fieldLabel(uid, field, language),
  ]);
  const others = Object.entries(unlike).map(([name, labels]) => [name, labels[language]]);
  return Object.fromEntries([...fields, ...others]) as Record<string, string>;
}

/** The label of one field of the admin, as the forms show it. */
export function fieldLabel(uid: string, field: string, language: DeskLanguage): string {
  return labelOf(uid, field)?.[language] ?? field;
}

/** What a section of an issue is called, by its component; undefined for any other component. */
export function sectionName(uid: string, language: DeskLanguage): string | undefined {
  return sectionNames[uid]?.[language];
}
