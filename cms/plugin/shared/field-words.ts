import { uids } from './uids';

/**
 * How a field is named and explained to the person who fills it. Strapi stores one name for all languages, which is the French
 * one; the admin translates it by the catalogue that `namesOfForms` makes, and sentences about the field use the same.
 */
export interface FieldLabel {
  fr: string;
  en: string;
  /** What is explained below it. */
  hint?: { fr: string; en: string };
}

/** Labels by content type or component; what is not here falls back to `common`. */
export const own: Record<string, Record<string, FieldLabel>> = {
  [uids.article]: {
    kind: {
      fr: 'Nature',
      en: 'Kind',
      hint: {
        fr: 'Le formulaire montre les champs qui vont avec',
        en: 'The form shows the fields that go with it',
      },
    },
    standfirst: {
      fr: 'Chapeau',
      en: 'Standfirst',
      hint: {
        fr: 'Quelques lignes qui résument, en tête de l’article',
        en: 'A few lines that sum up, at the head of the article',
      },
    },
    images: {
      fr: 'Images',
      en: 'Images',
      hint: {
        fr: 'JPEG ou PNG, avec un texte alternatif dans la médiathèque',
        en: 'JPEG or PNG, with an alternative text in the media library',
      },
    },
    imageTexts: {
      fr: 'Textes des images',
      en: 'Texts of the images',
      hint: {
        fr: 'Dans la langue de l’article et l’ordre des images ; sans texte ici, celui de la médiathèque est lu',
        en: 'In the article’s language and the order of the images; where there is none, that of the media library is read',
      },
    },
    editionNumber: {
      fr: 'Édition n°',
      en: 'Edition no.',
      hint: { fr: '15 pour « 15e édition »', en: '15 for “15th edition”' },
    },
    governingBody: {
      fr: 'Instance',
      en: 'Governing body',
      hint: {
        fr: 'Conseil d’Administration, Bureau Exécutif…',
        en: 'Board of directors, executive committee…',
      },
    },
    meetingDate: { fr: 'Date de la réunion', en: 'Date of the meeting' },
    chair: { fr: 'Présidence', en: 'Chair' },
    present: { fr: 'Présents', en: 'Present' },
    decisions: { fr: 'Décisions', en: 'Decisions' },
    author: { fr: 'Signature', en: 'Author' },
    sourceName: { fr: 'Source', en: 'Source' },
    sourceUrl: {
      fr: 'Adresse de la source',
      en: 'Address of the source',
      hint: { fr: 'https://…', en: 'https://…' },
    },
    callToActionLabel: { fr: 'Texte du bouton', en: 'Text of the button' },
    callToActionUrl: {
      fr: 'Adresse du bouton',
      en: 'Address of the button',
      hint: { fr: 'https://…', en: 'https://…' },
    },
  },
  [uids.issue]: {
    number: { fr: 'Numéro', en: 'Number' },
    subject: {
      fr: 'Objet du message',
      en: 'Subject',
      hint: {
        fr: 'Ce que le lecteur lit dans sa boîte de réception',
        en: 'What the reader sees in the inbox',
      },
    },
    preheader: {
      fr: 'Accroche',
      en: 'Preheader',
      hint: {
        fr: 'La ligne après l’objet, 40 à 110 signes',
        en: 'The line behind the subject, 40 to 110 characters',
      },
    },
    periodLabel: {
      fr: 'Période',
      en: 'Period',
      hint: {
        fr: 'Telle qu’elle est imprimée : « Mai – juillet 2023 »',
        en: 'As it is printed: “May – July 2023”',
      },
    },
    periodFrom: { fr: 'Début de période', en: 'Start of the period' },
    periodTo: { fr: 'Fin de période', en: 'End of the period' },
    publicationDate: { fr: 'Date de parution', en: 'Publication date' },
    greeting: { fr: 'Saluer par le prénom', en: 'Greet by first name' },
    cover: { fr: 'Image de couverture', en: 'Cover picture' },
    sections: {
      fr: 'Rubriques',
      en: 'Sections',
      hint: { fr: 'Dans l’ordre de lecture', en: 'In the order of reading' },
    },
  },
  [uids.dashboard]: {
    asOf: { fr: 'Situation au', en: 'As of' },
    figures: {
      fr: 'Chiffres',
      en: 'Figures',
      hint: {
        fr: 'Saisissez, ou collez d’un tableur : l’intitulé et les valeurs d’un coup',
        en: 'Type, or paste from a spreadsheet: the label and the values at once',
      },
    },
  },
  [uids.brand]: {
    newsletterTitle: { fr: 'Nom de la lettre', en: 'Newsletter title' },
    url: { fr: 'Site', en: 'Website' },
    logo: { fr: 'Logo', en: 'Logo' },
    primaryColour: {
      fr: 'Couleur principale',
      en: 'Primary colour',
      hint: {
        fr: '#rrggbb, assez foncée pour porter du blanc',
        en: '#rrggbb, dark enough for white text on it',
      },
    },
    accentColour: { fr: 'Couleur d’accent', en: 'Accent colour', hint: { fr: '#rrggbb', en: '#rrggbb' } },
    defaultLanguage: { fr: 'Langue par défaut', en: 'Default language' },
    images: {
      fr: 'Images dans les messages',
      en: 'Pictures in messages',
      hint: {
        fr: 'Incorporées : pour des réseaux qui bloquent les images distantes ; 500 Kio au plus',
        en: 'Embedded: for networks that block remote pictures; 500 KiB at most',
      },
    },
    fourEyes: {
      fr: 'Double regard',
      en: 'Four eyes',
      hint: {
        fr: 'Nul n’approuve ce qu’il a soumis ou modifié, dès que deux personnes peuvent approuver. Sans cette règle (Jamais), chaque approbation le consigne',
        en: 'Nobody approves what they submitted or changed, as soon as two people may approve. Without the rule (Never), each approval says so on record',
      },
    },
    senderName: { fr: 'Nom de l’expéditeur', en: 'Sender name' },
    senderAddress: { fr: 'Adresse de l’expéditeur', en: 'Sender address' },
    replyTo: { fr: 'Adresse de réponse', en: 'Reply-to address' },
    listId: {
      fr: 'Identifiant de liste',
      en: 'List identifier',
      hint: {
        fr: 'Comme un nom de domaine : lettre.exemple.org',
        en: 'Like a domain name: letter.example.org',
      },
    },
    bounceAddress: { fr: 'Adresse des retours', en: 'Bounce address' },
    unsubscribeAddress: { fr: 'Adresse de désabonnement', en: 'Unsubscribe address' },
    testDomains: {
      fr: 'Domaines des essais',
      en: 'Domains of tests',
      hint: {
        fr: 'Les essais vont sans confirmation à l’équipe et à ces domaines ; vide : celui de l’expéditeur',
        en: 'Tests go to the team and to these domains without confirmation; empty: the sender’s own',
      },
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
      hint: {
        fr: 'Matricule ou autre, le même pour toutes les adresses d’une personne : elle ne reçoit un numéro qu’une fois',
        en: 'Staff number or the like, the same for all addresses of a person, who gets a number only once',
      },
    },
    confirmed: {
      fr: 'Inscription confirmée',
      en: 'Subscription confirmed',
      hint: { fr: 'Sans confirmation, rien n’est envoyé', en: 'Without confirmation nothing is sent' },
    },
    lists: { fr: 'Listes', en: 'Lists' },
  },
  [uids.segment]: { rule: { fr: 'Règle (JSON)', en: 'Rule (JSON)' } },
  // Whose labels mean the same as elsewhere.
  'newsletter-article.line': {},
  'newsletter-article.image-text': {
    alternativeText: { fr: 'Texte de remplacement', en: 'Alternative text' },
    caption: { fr: 'Légende ou crédit', en: 'Caption or credit' },
  },
  'newsletter-section-part.agenda-entry': {},
  'newsletter-section-part.link': {},
  'newsletter-section.text': {},
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
    motto: {
      fr: 'Devise',
      en: 'Motto',
      hint: { fr: 'Une ligne de la devise par ligne', en: 'One line of the motto on each line' },
    },
    postalAddress: { fr: 'Adresse postale', en: 'Postal address' },
    whyReceived: {
      fr: 'Pourquoi ce message',
      en: 'Why this message',
      hint: {
        fr: 'Suite de « Vous recevez ce message parce que… »',
        en: 'Goes on from “You receive this message because…”',
      },
    },
    words: {
      fr: 'Mots de la maison',
      en: 'Words of the house',
      hint: {
        fr: 'Tenus pour bien écrits, un mot par ligne',
        en: 'Taken as spelt right, one word on each line',
      },
    },
  },
};
