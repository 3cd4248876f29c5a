import { uids } from './uids';

/**
 * How a field is named and explained to the person who fills it. Strapi stores one name for all languages, which is the French
 * one; the admin translates it by the catalogue that {@link namesOfForms} makes, and sentences about the field use the same.
 */
interface FieldLabel {
  fr: string;
  en: string;
  description?: string;
}

const common: Record<string, FieldLabel> = {
  title: { fr: 'Titre', en: 'Title' },
  language: { fr: 'Langue', en: 'Language' },
  heading: {
    fr: 'Intertitre',
    en: 'Heading',
    description: 'Titre de la rubrique, tel que le lecteur le voit',
  },
  url: { fr: 'Adresse (lien)', en: 'Address (link)', description: 'https://…' },
  name: { fr: 'Nom', en: 'Name' },
  place: { fr: 'Lieu', en: 'Place' },
  startDate: { fr: 'Début', en: 'Start' },
  endDate: { fr: 'Fin', en: 'End', description: 'Vide si l’événement dure un seul jour' },
  body: { fr: 'Texte', en: 'Text' },
  text: { fr: 'Texte', en: 'Text' },
  description: { fr: 'Description', en: 'Description' },
  label: { fr: 'Libellé', en: 'Label' },
  note: { fr: 'Note', en: 'Note' },
};

/** Labels by content type or component; what is not here falls back to `common`. */
const own: Record<string, Record<string, FieldLabel>> = {
  [uids.article]: {
    kind: { fr: 'Nature', en: 'Kind', description: 'Le formulaire montre les champs qui vont avec' },
    standfirst: {
      fr: 'Chapeau',
      en: 'Standfirst',
      description: 'Quelques lignes qui résument, en tête de l’article',
    },
    images: {
      fr: 'Images',
      en: 'Images',
      description: 'JPEG ou PNG, avec un texte alternatif dans la médiathèque',
    },
    editionNumber: { fr: 'Édition n°', en: 'Edition no.', description: '15 pour « 15e édition »' },
    governingBody: {
      fr: 'Instance',
      en: 'Governing body',
      description: 'Conseil d’Administration, Bureau Exécutif…',
    },
    meetingDate: { fr: 'Date de la réunion', en: 'Date of the meeting' },
    chair: { fr: 'Présidence', en: 'Chair' },
    present: { fr: 'Présents', en: 'Present' },
    decisions: { fr: 'Décisions', en: 'Decisions' },
    author: { fr: 'Signature', en: 'Author' },
    sourceName: { fr: 'Source', en: 'Source' },
    sourceUrl: { fr: 'Adresse de la source', en: 'Address of the source', description: 'https://…' },
    callToActionLabel: { fr: 'Texte du bouton', en: 'Text of the button' },
    callToActionUrl: { fr: 'Adresse du bouton', en: 'Address of the button', description: 'https://…' },
  },
  [uids.issue]: {
    number: { fr: 'Numéro', en: 'Number' },
    subject: {
      fr: 'Objet du message',
      en: 'Subject',
      description: 'Ce que le lecteur lit dans sa boîte de réception',
    },
    preheader: { fr: 'Accroche', en: 'Preheader', description: 'La ligne après l’objet, 40 à 110 signes' },
    periodLabel: {
      fr: 'Période',
      en: 'Period',
      description: 'Telle qu’elle est imprimée : « Mai – juillet 2023 »',
    },
    periodFrom: { fr: 'Début de période', en: 'Start of the period' },
    periodTo: { fr: 'Fin de période', en: 'End of the period' },
    publicationDate: { fr: 'Date de parution', en: 'Publication date' },
    greeting: { fr: 'Saluer par le prénom', en: 'Greet by first name' },
    cover: { fr: 'Image de couverture', en: 'Cover picture' },
    sections: { fr: 'Rubriques', en: 'Sections', description: 'Dans l’ordre de lecture' },
  },
  [uids.dashboard]: {
    asOf: { fr: 'Situation au', en: 'As of' },
    figures: {
      fr: 'Chiffres',
      en: 'Figures',
      description: 'Saisissez, ou collez d’un tableur : l’intitulé et les valeurs d’un coup',
    },
  },
  [uids.brand]: {
    newsletterTitle: { fr: 'Nom de la lettre', en: 'Newsletter title' },
    url: { fr: 'Site', en: 'Website' },
    logo: { fr: 'Logo', en: 'Logo' },
    primaryColour: {
      fr: 'Couleur principale',
      en: 'Primary colour',
      description: '#rrggbb, assez foncée pour porter du blanc',
    },
    accentColour: { fr: 'Couleur d’accent', en: 'Accent colour', description: '#rrggbb' },
    defaultLanguage: { fr: 'Langue par défaut', en: 'Default language' },
    images: {
      fr: 'Images dans les messages',
      en: 'Pictures in messages',
      description: 'Incorporées : pour des réseaux qui bloquent les images distantes ; 500 Kio au plus',
    },
    fourEyes: {
      fr: 'Double regard',
      en: 'Four eyes',
      description:
        'Automatique : dès que deux personnes peuvent approuver, nul n’approuve ce qu’il a soumis ou modifié. Off : sans cette règle ; chaque approbation le consigne',
    },
    senderName: { fr: 'Nom de l’expéditeur', en: 'Sender name' },
    senderAddress: { fr: 'Adresse de l’expéditeur', en: 'Sender address' },
    replyTo: { fr: 'Adresse de réponse', en: 'Reply-to address' },
    listId: {
      fr: 'Identifiant de liste',
      en: 'List identifier',
      description: 'Comme un nom de domaine : lettre.exemple.org (RFC 2919)',
    },
    bounceAddress: { fr: 'Adresse des retours', en: 'Bounce address' },
    unsubscribeAddress: { fr: 'Adresse de désabonnement', en: 'Unsubscribe address' },
    testDomains: {
      fr: 'Domaines des essais',
      en: 'Domains of tests',
      description:
        'Les essais vont sans confirmation à l’équipe et à ces domaines ; vide : celui de l’expéditeur',
    },
    wordings: { fr: 'Textes par langue', en: 'Texts by language' },
  },
  [uids.list]: { subscribers: { fr: 'Abonnés', en: 'Subscribers' } },
  [uids.subscriber]: {
    address: { fr: 'Adresse électronique', en: 'E-mail address' },
    firstName: { fr: 'Prénom', en: 'First name' },
    lastName: { fr: 'Nom', en: 'Name' },
    person: {
      fr: 'Identifiant de la personne',
      en: 'Person identifier',
      description:
        'Matricule ou autre, le même pour toutes les adresses d’une personne : elle ne reçoit un numéro qu’une fois',
    },
    confirmed: {
      fr: 'Inscription confirmée',
      en: 'Subscription confirmed',
      description: 'Sans confirmation, rien n’est envoyé',
    },
    lists: { fr: 'Listes', en: 'Lists' },
  },
  [uids.segment]: { rule: { fr: 'Règle (JSON)', en: 'Rule (JSON)' } },
  'newsletter-section.articles': {
    layout: { fr: 'Présentation', en: 'Layout' },
    articles: { fr: 'Articles, dans l’ordre', en: 'Articles, in order' },
  },
  'newsletter-section.dashboard': { dashboard: { fr: 'Tableau de bord', en: 'Dashboard' } },
  'newsletter-section.agenda': { entries: { fr: 'Rendez-vous', en: 'Entries' } },
  'newsletter-section.quote': { attribution: { fr: 'Auteur de la citation', en: 'Attribution' } },
  'newsletter-section.image': { picture: { fr: 'Image', en: 'Picture' } },
  'newsletter-section.links': { links: { fr: 'Liens', en: 'Links' } },
  'newsletter-brand.wording': {
    motto: { fr: 'Devise', en: 'Motto', description: 'Une ligne de la devise par ligne' },
    postalAddress: { fr: 'Adresse postale', en: 'Postal address' },
    whyReceived: {
      fr: 'Pourquoi ce message',
      en: 'Why this message',
      description: 'Suite de « Vous recevez ce message parce que… »',
    },
    words: {
      fr: 'Mots de la maison',
      en: 'Words of the house',
      description: 'Tenus pour bien écrits, un mot par ligne',
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

/** Names of the content types, by the French one that Strapi stores. */
const typeNames: Record<string, string> = {
  Abonné: 'Subscriber',
  Liste: 'List',
  Numéro: 'Issue',
  'Tableau de bord': 'Dashboard',
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
  return Object.fromEntries([...types, ...fields]);
}
