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
  period: [issue, 'periodLabel'],
  'period.label': [issue, 'periodLabel'],
  'period.from': [issue, 'periodFrom'],
  'period.to': [issue, 'periodTo'],
  publicationDate: [issue, 'publicationDate'],
  cover: [issue, 'cover'],
  greeting: [issue, 'greeting'],
  sections: [issue, 'sections'],
  heading: ['newsletter-section.articles', 'heading'],
  articles: ['newsletter-section.articles', 'articles'],
  entries: ['newsletter-section.agenda', 'entries'],
  links: ['newsletter-section.links', 'links'],
  image: ['newsletter-section.image', 'picture'],
  dashboard: ['newsletter-section.dashboard', 'dashboard'],
  layout: ['newsletter-section.articles', 'layout'],
  attribution: ['newsletter-section.quote', 'attribution'],
  title: [article, 'title'],
  kind: [article, 'kind'],
  standfirst: [article, 'standfirst'],
  body: [article, 'body'],
  text: [article, 'text'],
  images: [article, 'images'],
  alt: ['newsletter-article.image-text', 'alternativeText'],
  caption: ['newsletter-article.image-text', 'caption'],
  start: [article, 'startDate'],
  end: [article, 'endDate'],
  place: [article, 'place'],
  editionNumber: [article, 'editionNumber'],
  meetingDate: [article, 'meetingDate'],
  governingBody: [article, 'governingBody'],
  chair: [article, 'chair'],
  present: [article, 'present'],
  decisions: [article, 'decisions'],
  author: [article, 'author'],
  source: [article, 'sourceName'],
  'source.name': [article, 'sourceName'],
  'source.url': [article, 'sourceUrl'],
  callToAction: [article, 'callToActionLabel'],
  'callToAction.label': [article, 'callToActionLabel'],
  'callToAction.url': [article, 'callToActionUrl'],
  url: [article, 'url'],
  note: [article, 'note'],
  asOf: [dashboard, 'asOf'],
  'brand.name': [brand, 'name'],
  'brand.url': [brand, 'url'],
  'brand.logo': [brand, 'logo'],
  'brand.motto': [wording, 'motto'],
  'brand.words': [wording, 'words'],
  'brand.postalAddress': [wording, 'postalAddress'],
  'brand.whyReceived': [wording, 'whyReceived'],
  newsletterTitle: [brand, 'newsletterTitle'],
  primary: [brand, 'primaryColour'],
  accent: [brand, 'accentColour'],
  senderName: [brand, 'senderName'],
  senderAddress: [brand, 'senderAddress'],
  replyTo: [brand, 'replyTo'],
  listId: [brand, 'listId'],
  bounceAddress: [brand, 'bounceAddress'],
  unsubscribeAddress: [brand, 'unsubscribeAddress'],
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
