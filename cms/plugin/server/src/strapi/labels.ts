import { uids } from '../content/content-types';

/** How a field is named and explained to the person who fills it. */
export interface FieldLabel {
  label: string;
  description?: string;
}

const common: Record<string, FieldLabel> = {
  title: { label: 'Titre' },
  language: { label: 'Langue' },
  heading: { label: 'Intertitre', description: 'Titre de la rubrique, tel que le lecteur le voit' },
  url: { label: 'Adresse (lien)', description: 'https://…' },
  name: { label: 'Nom' },
  place: { label: 'Lieu' },
  startDate: { label: 'Début' },
  endDate: { label: 'Fin', description: 'Vide si l’événement dure un seul jour' },
  body: { label: 'Texte' },
  text: { label: 'Texte' },
  description: { label: 'Description' },
  label: { label: 'Libellé' },
  note: { label: 'Note' },
};

/** Labels by content type or component; what is not here falls back to `common`. */
const own: Record<string, Record<string, FieldLabel>> = {
  [uids.article]: {
    kind: { label: 'Nature', description: 'Le formulaire montre les champs qui vont avec' },
    standfirst: { label: 'Chapeau', description: 'Quelques lignes qui résument, en tête de l’article' },
    images: { label: 'Images', description: 'JPEG ou PNG, avec un texte alternatif dans la médiathèque' },
    editionNumber: { label: 'Édition n°', description: '15 pour « 15e édition »' },
    governingBody: { label: 'Instance', description: 'Conseil d’Administration, Bureau Exécutif…' },
    meetingDate: { label: 'Date de la réunion' },
    chair: { label: 'Présidence' },
    present: { label: 'Présents' },
    decisions: { label: 'Décisions' },
    author: { label: 'Signature' },
    sourceName: { label: 'Source' },
    sourceUrl: { label: 'Adresse de la source', description: 'https://…' },
    callToActionLabel: { label: 'Texte du bouton' },
    callToActionUrl: { label: 'Adresse du bouton', description: 'https://…' },
  },
  [uids.issue]: {
    number: { label: 'Numéro' },
    subject: { label: 'Objet du message', description: 'Ce que le lecteur lit dans sa boîte de réception' },
    preheader: { label: 'Accroche', description: 'La ligne après l’objet, 40 à 110 signes' },
    periodLabel: { label: 'Période', description: 'Telle qu’elle est imprimée : « Mai – juillet 2023 »' },
    periodFrom: { label: 'Début de période' },
    periodTo: { label: 'Fin de période' },
    publicationDate: { label: 'Date de parution' },
    greeting: { label: 'Saluer par le prénom' },
    cover: { label: 'Image de couverture' },
    sections: { label: 'Rubriques', description: 'Dans l’ordre de lecture' },
  },
  [uids.dashboard]: {
    asOf: { label: 'Situation au' },
    figures: {
      label: 'Chiffres',
      description: 'Saisissez, ou collez d’un tableur : l’intitulé et les valeurs d’un coup',
    },
  },
  [uids.brand]: {
    newsletterTitle: { label: 'Nom de la lettre' },
    url: { label: 'Site' },
    logo: { label: 'Logo' },
    primaryColour: { label: 'Couleur principale', description: '#rrggbb, assez foncée pour porter du blanc' },
    accentColour: { label: 'Couleur d’accent', description: '#rrggbb' },
    defaultLanguage: { label: 'Langue par défaut' },
    images: {
      label: 'Images dans les messages',
      description: 'Incorporées : pour des réseaux qui bloquent les images distantes ; 500 Kio au plus',
    },
    senderName: { label: 'Nom de l’expéditeur' },
    senderAddress: { label: 'Adresse de l’expéditeur' },
    replyTo: { label: 'Adresse de réponse' },
    listId: {
      label: 'Identifiant de liste',
      description: 'Comme un nom de domaine : lettre.exemple.org (RFC 2919)',
    },
    bounceAddress: { label: 'Adresse des retours' },
    unsubscribeAddress: { label: 'Adresse de désabonnement' },
    wordings: { label: 'Textes par langue' },
  },
  [uids.list]: { subscribers: { label: 'Abonnés' } },
  [uids.subscriber]: {
    address: { label: 'Adresse électronique' },
    firstName: { label: 'Prénom' },
    lastName: { label: 'Nom' },
    confirmed: { label: 'Inscription confirmée', description: 'Sans confirmation, rien n’est envoyé' },
    lists: { label: 'Listes' },
  },
  [uids.segment]: { rule: { label: 'Règle (JSON)' } },
  'newsletter-section.articles': {
    layout: { label: 'Présentation' },
    articles: { label: 'Articles, dans l’ordre' },
  },
  'newsletter-section.dashboard': { dashboard: { label: 'Tableau de bord' } },
  'newsletter-section.agenda': { entries: { label: 'Rendez-vous' } },
  'newsletter-section.quote': { attribution: { label: 'Auteur de la citation' } },
  'newsletter-section.image': { picture: { label: 'Image' } },
  'newsletter-section.links': { links: { label: 'Liens' } },
  'newsletter-brand.wording': {
    motto: { label: 'Devise', description: 'Une ligne de la devise par ligne' },
    postalAddress: { label: 'Adresse postale' },
    whyReceived: {
      label: 'Pourquoi ce message',
      description: 'Suite de « Vous recevez ce message parce que… »',
    },
    words: { label: 'Mots de la maison', description: 'Tenus pour bien écrits, un mot par ligne' },
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

export function labelOf(uid: string, field: string): FieldLabel | undefined {
  return own[uid]?.[field] ?? common[field];
}
