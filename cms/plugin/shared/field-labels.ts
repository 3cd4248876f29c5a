export type { FieldLabel } from './field-words';
import { own, type FieldLabel } from './field-words';
import { uids } from './uids';

/** Labels of fields that mean the same wherever they stand. */
const common: Record<string, FieldLabel> = {
  title: { fr: 'Titre', en: 'Title' },
  language: { fr: 'Langue', en: 'Language' },
  heading: {
    fr: 'Intertitre',
    en: 'Heading',
    hint: {
      fr: 'Titre de la rubrique, tel que le lecteur le voit',
      en: 'The section’s heading, as the reader sees it',
    },
  },
  url: { fr: 'Adresse (lien)', en: 'Address (link)', hint: { fr: 'https://…', en: 'https://…' } },
  name: { fr: 'Nom', en: 'Name' },
  place: { fr: 'Lieu', en: 'Place' },
  startDate: { fr: 'Début', en: 'Start' },
  endDate: {
    fr: 'Fin',
    en: 'End',
    hint: { fr: 'Vide si l’événement dure un seul jour', en: 'Empty if the event lasts one day' },
  },
  body: { fr: 'Texte', en: 'Text' },
  text: { fr: 'Texte', en: 'Text' },
  description: { fr: 'Description', en: 'Description' },
  label: { fr: 'Libellé', en: 'Label' },
  note: { fr: 'Note', en: 'Note' },
  words: {
    fr: 'Mots de la maison',
    en: 'Words of the house',
    hint: {
      fr: 'Tenus pour bien écrits, un mot par ligne',
      en: 'Taken as spelt right, one word on each line',
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

/** The hints in both languages, by the French one that Strapi stores. */
const hints = new Map(
  [common, ...Object.values(own)]
    .flatMap((labels) => Object.values(labels))
    .flatMap(({ hint }) => (hint ? [[hint.fr, hint] as const] : [])),
);

/** A stored hint in one language; one that an administrator has written reads as it is. */
export function hintIn(stored: string, language: 'fr' | 'en'): string {
  return hints.get(stored)?.[language] ?? stored;
}

/** Names of the content types, by the French one that Strapi stores. */
const typeNames: Record<string, string> = {
  Abonné: 'Subscriber',
  Liste: 'List',
  Numéro: 'Issue',
  'Tableau de bord': 'Dashboard',
};

/** What an editor adds to an issue, by component; Strapi looks these names up by it. */
export const sectionNames: Record<string, { fr: string; en: string }> = {
  'newsletter-section.articles': { fr: 'Articles', en: 'Articles' },
  'newsletter-section.dashboard': { fr: 'Tableau de bord', en: 'Dashboard' },
  'newsletter-section.agenda': { fr: 'Agenda', en: 'Agenda' },
  'newsletter-section.text': { fr: 'Texte', en: 'Text' },
  'newsletter-section.quote': { fr: 'Citation', en: 'Quote' },
  'newsletter-section.image': { fr: 'Image', en: 'Picture' },
  'newsletter-section.links': { fr: 'Liens', en: 'Links' },
};

/**
 * What forms and lists are called, by the ids under which Strapi's content manager looks its labels up; whatever is not here reads
 * as it is stored, in French. Both languages have all: what a catalogue lacks, Strapi reads in the English one.
 */
export function namesOfForms(language: 'fr' | 'en'): Record<string, string> {
  const fields = Object.keys(own).flatMap((uid) => {
    const scope = uid.startsWith('plugin::') ? 'content-types' : 'components';
    return Object.entries({ ...common, ...own[uid] }).map(
      ([field, label]) => [`content-manager.${scope}.${uid}.${field}`, label[language]] as const,
    );
  });
  const types = Object.entries(typeNames).map(([fr, en]) => [fr, language === 'fr' ? fr : en] as const);
  const sections = Object.entries(sectionNames).map(([uid, name]) => [uid, name[language]] as const);
  return Object.fromEntries([...types, ...sections, ...fields]);
}
