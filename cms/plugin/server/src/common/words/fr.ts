import type { Words } from './words';

const languages = { fr: 'en français', ar: 'en arabe', en: 'en anglais' } as const;

const stages = {
  drafting: 'en rédaction',
  'in-review': 'en relecture',
  approved: 'approuvé',
  scheduled: 'programmé',
  sending: 'en cours d’envoi',
  sent: 'envoyé',
} as const;

const steps = {
  submit: 'ne peut pas être soumis à relecture',
  withdraw: 'ne peut pas être repris en rédaction',
  approve: 'ne peut pas être approuvé',
  void: 'ne peut pas perdre son approbation',
  schedule: 'ne peut pas être programmé',
  start: 'ne peut pas être envoyé',
  finish: 'ne peut pas être clos',
  release: 'ne peut pas être libéré',
} as const;

const troubles = {
  unreachable: 'est injoignable ; vérifiez SMTP_URL et le réseau',
  'sign-in-refused': 'refuse l’identifiant ou le mot de passe ; corrigez-les dans SMTP_URL',
  insecure: 'n’offre pas de connexion chiffrée ; utilisez smtps:// ou un serveur avec STARTTLS',
  'sender-refused': 'refuse l’adresse de l’expéditeur ; corrigez-la dans la marque',
  closing: 'ferme la connexion pour le moment ; réessayez dans quelques minutes',
  stopped: 'n’a pas pu être interrogé, l’application s’arrête',
  'breaking-off': 'coupe la connexion au milieu des messages ; parlez-en à qui l’administre',
  'ascii-only': 'n’accepte pas les adresses à lettres accentuées ou non latines avant le @',
} as const;

/** What the desk says, in French. */
export const fr: Words = {
  locale: 'fr',
  fields: {
    number: 'Numéro',
    language: 'Langue',
    subject: 'Objet',
    preheader: 'Texte d’aperçu',
    label: 'Libellé',
    from: 'Début de la période',
    to: 'Fin de la période',
    period: 'Période',
    publicationDate: 'Date de publication',
    cover: 'Couverture',
    sections: 'Rubriques',
    heading: 'Titre de la rubrique',
    articles: 'Articles',
    entries: 'Entrées',
    links: 'Liens',
    title: 'Titre',
    kind: 'Type d’article',
    body: 'Texte',
    images: 'Images',
    src: 'Adresse de l’image',
    image: 'Image',
    start: 'Date de début',
    end: 'Date de fin',
    meetingDate: 'Date de la réunion',
    governingBody: 'Instance de gouvernance',
    present: 'Présents',
    decisions: 'Décisions',
    source: 'Source',
    name: 'Nom',
    url: 'Adresse du lien',
    callToAction: 'Appel à l’action',
    dashboard: 'Tableau de bord',
    asOf: 'Date d’arrêté',
    periods: 'Périodes',
    groups: 'Groupes d’indicateurs',
    indicators: 'Indicateurs',
    values: 'Valeurs',
    text: 'Texte',
    layout: 'Présentation',
    newsletterTitle: 'Titre de la newsletter',
    primary: 'Couleur principale',
    accent: 'Couleur d’accent',
    postalAddress: 'Adresse postale',
    whyReceived: 'Pourquoi le lecteur reçoit ce message',
    motto: 'Devise',
    words: 'Mots de la maison',
    senderName: 'Nom de l’expéditeur',
    senderAddress: 'Adresse de l’expéditeur',
    replyTo: 'Adresse de réponse',
    listId: 'Identifiant de liste (List-Id)',
    bounceAddress: 'Adresse de retour',
    unsubscribeAddress: 'Adresse de désinscription',
    edition: 'Édition',
  },
  place: ({ area, section, heading, article, row }) => {
    const inSection = heading ? `Rubrique « ${heading} »` : `Rubrique ${section}`;
    const parts = {
      brand: 'Marque',
      issue: 'Numéro',
      section: article ? `Article « ${article} »` : inSection,
    };
    return row && !article ? `${parts[area]}, « ${row} »` : parts[area];
  },
  fieldProblem: ({ where, field, problem }) => `${where} : le champ « ${field} » ${problem}.`,
  expected: {
    missing: () => 'n’est pas rempli',
    'no-entries': () => 'est vide : il y faut au moins un élément, ou bien retirez la rubrique',
    address: () => 'doit être une adresse complète, qui commence par https://, mailto: ou tel:',
    date: () => 'doit être une date valable, la fin jamais avant le début',
    values: () =>
      'doit avoir une valeur par période, ni plus ni moins (laissez null où il n’y a pas de chiffre)',
    other: (detail) => `a une valeur que l’édition ne peut pas reprendre (${detail})`,
  },
  editionChanged: () =>
    'Le numéro a changé depuis que vous l’avez vu : rechargez l’aperçu, relisez-le, puis recommencez.',
  articleUnpublished: (title) =>
    `L’article « ${title} » n’est pas publié : publiez-le, ou retirez-le du numéro.`,
  articleModified: (title) =>
    `L’article « ${title} » a des modifications non publiées : publiez-les, ou annulez-les.`,
  refusedBecause: (obstacles) => obstacles.map(({ message }) => message).join(' '),
  issueUnknown: () => 'Ce numéro n’existe pas, ou a été supprimé.',
  issueLocked: (number, stage) =>
    `Le numéro ${number} est ${stages[stage]} : les lecteurs l’ont, il ne peut plus être ni modifié ni supprimé. Pour corriger, préparez un nouveau numéro.`,
  issueScheduled: (number) =>
    `Le numéro ${number} est programmé : annulez d’abord son envoi sur le bureau, puis supprimez-le.`,
  stageGuarded: () =>
    'L’étape et l’approbation d’un numéro ne se changent que sur le bureau de la newsletter. Rechargez cette page, puis enregistrez de nouveau.',
  stageRefused: (number, stage, event) => `Le numéro ${number} est ${stages[stage]} : il ${steps[event]}.`,
  notApproved: (number, stage) =>
    `Le numéro ${number} est ${stages[stage]} : seul un numéro approuvé peut être envoyé.`,
  changedSinceApproval: (number, language) =>
    `Le numéro ${number} (${languages[language]}) n’est plus tel qu’il a été approuvé : relisez-le et approuvez-le de nouveau.`,
  audienceNotChosen: () => 'Choisissez au moins une liste ou un segment.',
  listUnknown: () => 'Une des listes choisies n’existe plus : rechargez la page et choisissez de nouveau.',
  segmentUnknown: () => 'Un des segments choisis n’existe plus : rechargez la page et choisissez de nouveau.',
  segmentInvalid: (name) =>
    `La règle du segment « ${name} » est illisible : corrigez-la dans le gestionnaire de contenu.`,
  senderIncomplete: (problems) =>
    `L’expéditeur n’est pas complet. Corrigez dans la marque : ${problems
      .map(({ field, message }) => `« ${field} » (${message})`)
      .join(', ')}.`,
  campaignUnknown: () => 'Cet envoi n’existe pas.',
  startInPast: () => 'L’heure d’envoi est passée : choisissez une heure à venir, ou envoyez maintenant.',
  noRecipients: (candidates) => {
    if (candidates === 0) return 'Les listes choisies sont vides : personne ne recevrait ce numéro.';
    const everybody =
      candidates === 1
        ? 'La seule personne choisie est écartée'
        : `Les ${candidates} personnes choisies sont toutes écartées`;
    return `${everybody} (désinscription, inscription non confirmée ou adresse non valable) : personne ne recevrait ce numéro.`;
  },
  smtpMissing: () =>
    'Aucun serveur d’envoi n’est réglé : ajoutez SMTP_URL au fichier .env (smtp://utilisateur:motdepasse@serveur:587) et redémarrez.',
  smtpTrouble: (host, trouble, reply) =>
    `Le serveur d’envoi ${host} ${troubles[trouble]}. Sa réponse : ${reply}`,
  addressInvalid: () => 'Ce n’est pas une adresse e-mail. Écrivez-la sous la forme nom@example.org.',
  suppressionUnknown: () => 'Cette adresse n’est plus écartée : rechargez la page.',
  invalidInput: (problems) =>
    problems.map(({ field, message }) => `Le champ « ${field} » n’est pas valable : ${message}.`).join(' '),
  failed: () =>
    'Une erreur inattendue s’est produite ; rien n’a été perdu. Réessayez, et si elle revient, signalez l’heure à votre administrateur.',
  preview: {
    title: 'Aperçu',
    views: {
      desktop: 'Ordinateur',
      phone: 'Téléphone',
      'phone-small': 'Petit téléphone',
      'no-style': 'Sans feuille de style',
      word: 'Outlook (Word)',
      text: 'Texte seul',
      source: 'Source',
    },
    dark: 'Mode sombre',
    imagesOff: 'Sans images',
    subject: 'Objet',
    frame: 'Le message',
    expired: 'Cet aperçu a expiré',
    expiredHint: 'Fermez-le et ouvrez-le de nouveau depuis l’administration.',
    obstacles: 'Ce contenu ne peut pas encore être mis en page',
    obstaclesHint: 'Corrigez ce qui suit ; l’aperçu se met à jour à chaque enregistrement.',
  },
};
