export type { FieldLabel } from './field-label';
import type { Language } from './desk';
import type { FieldLabel, Told } from './field-label';
import { own } from './field-words';
import { uids } from './uids';

/** Labels of fields that mean the same wherever they stand. */
const common: Record<string, FieldLabel> = {
  title: { fr: 'Titre', en: 'Title', ar: 'العنوان' },
  language: { fr: 'Langue', en: 'Language', ar: 'اللغة' },
  heading: {
    fr: 'Intertitre',
    en: 'Heading',
    ar: 'عنوان الباب',
    hint: {
      fr: 'Titre de la rubrique, tel que le lecteur le voit',
      en: 'The section’s heading, as the reader sees it',
      ar: 'كما يراه القارئ',
    },
  },
  url: {
    fr: 'Adresse (lien)',
    en: 'Address (link)',
    ar: 'العنوان (رابط)',
    hint: { fr: 'https://…', en: 'https://…', ar: 'https://…' },
  },
  name: { fr: 'Nom', en: 'Name', ar: 'الاسم' },
  place: { fr: 'Lieu', en: 'Place', ar: 'المكان' },
  startDate: { fr: 'Début', en: 'Start', ar: 'البداية' },
  endDate: {
    fr: 'Fin',
    en: 'End',
    ar: 'النهاية',
    hint: {
      fr: 'Vide si l’événement dure un seul jour',
      en: 'Empty if the event lasts one day',
      ar: 'فارغ إن كان الحدث يدوم يومًا واحدًا',
    },
  },
  body: { fr: 'Texte', en: 'Text', ar: 'النص' },
  text: { fr: 'Texte', en: 'Text', ar: 'النص' },
  description: { fr: 'Description', en: 'Description', ar: 'الوصف' },
  label: { fr: 'Libellé', en: 'Label', ar: 'التسمية' },
  note: { fr: 'Note', en: 'Note', ar: 'ملاحظة' },
  words: {
    fr: 'Mots de la maison',
    en: 'Words of the house',
    ar: 'كلمات المؤسسة',
    hint: {
      fr: 'Tenus pour bien écrits, un mot par ligne',
      en: 'Taken as spelt right, one word on each line',
      ar: 'تُعدّ مكتوبة كتابة صحيحة، كلمة في كل سطر',
    },
  },
};

/** Columns of the list of each content type. */
export const listColumns: Record<string, string[]> = {
  [uids.article]: ['title', 'kind', 'language', 'updatedAt'],
  [uids.issue]: ['number', 'language', 'subject', 'periodLabel', 'publicationDate'],
  [uids.dashboard]: ['title', 'asOf', 'updatedAt'],
  [uids.list]: ['name', 'subscribers'],
  [uids.subscriber]: ['address', 'firstName', 'lastName', 'language', 'confirmed', 'lists'],
  [uids.segment]: ['name', 'description'],
};

/** The field that stands for a document where it is linked. */
export const mainFields: Record<string, string> = {
  [uids.article]: 'title',
  [uids.issue]: 'subject',
  [uids.dashboard]: 'title',
  [uids.list]: 'name',
  [uids.subscriber]: 'address',
  [uids.segment]: 'name',
};

/** The label of a field of a content type or component; undefined where Strapi's own name for it will do. */
export function labelOf(uid: string, field: string): FieldLabel | undefined {
  return own[uid]?.[field] ?? common[field];
}

/** The hints in all languages, by the French one that Strapi stores. */
const hints = new Map(
  [common, ...Object.values(own)]
    .flatMap((labels) => Object.values(labels))
    .flatMap(({ hint }) => (hint ? [[hint.fr, hint] as const] : [])),
);

/** A stored hint in one language; one that an administrator has written reads as it is. */
export function hintIn(stored: string, language: Language): string {
  return hints.get(stored)?.[language] ?? stored;
}

/** Names of the content types, by the French one that Strapi stores. */
const typeNames: readonly Told[] = [
  { fr: 'Abonné', en: 'Subscriber', ar: 'مشترك' },
  { fr: 'Article', en: 'Article', ar: 'مقال' },
  { fr: 'Institution', en: 'Institution', ar: 'المؤسسة' },
  { fr: 'Liste', en: 'List', ar: 'قائمة' },
  { fr: 'Numéro', en: 'Issue', ar: 'عدد' },
  { fr: 'Segment', en: 'Segment', ar: 'شريحة' },
  { fr: 'Tableau de bord', en: 'Dashboard', ar: 'لوحة مؤشرات' },
];

/** What an editor adds to an issue, by component; Strapi looks these names up by it. */
export const sectionNames: Record<string, Told> = {
  'newsletter-section.articles': { fr: 'Articles', en: 'Articles', ar: 'مقالات' },
  'newsletter-section.dashboard': { fr: 'Tableau de bord', en: 'Dashboard', ar: 'لوحة المؤشرات' },
  'newsletter-section.agenda': { fr: 'Agenda', en: 'Agenda', ar: 'أجندة' },
  'newsletter-section.text': { fr: 'Texte', en: 'Text', ar: 'نص' },
  'newsletter-section.quote': { fr: 'Citation', en: 'Quote', ar: 'اقتباس' },
  'newsletter-section.image': { fr: 'Image', en: 'Picture', ar: 'صورة' },
  'newsletter-section.links': { fr: 'Liens', en: 'Links', ar: 'روابط' },
};

/**
 * What forms and lists are called, by the ids under which Strapi's content manager looks its labels up; whatever is not here reads
 * as it is stored, in French. Each language has all: what a catalogue lacks, Strapi reads in the English one.
 */
export function namesOfForms(language: Language): Record<string, string> {
  const fields = Object.keys(own).flatMap((uid) => {
    const scope = uid.startsWith('plugin::') ? 'content-types' : 'components';
    return Object.entries({ ...common, ...own[uid] }).map(
      ([field, label]) => [`content-manager.${scope}.${uid}.${field}`, label[language]] as const,
    );
  });
  const types = typeNames.map((name) => [name.fr, name[language]] as const);
  const sections = Object.entries(sectionNames).map(([uid, name]) => [uid, name[language]] as const);
  return Object.fromEntries([...types, ...sections, ...fields]);
}
