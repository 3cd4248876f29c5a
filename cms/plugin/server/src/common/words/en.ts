import type { Words } from './words';

const languages = { fr: 'in French', ar: 'in Arabic', en: 'in English' } as const;

const stages = {
  drafting: 'being drafted',
  'in-review': 'in review',
  approved: 'approved',
  scheduled: 'scheduled',
  sending: 'being sent',
  sent: 'sent',
} as const;

const steps = {
  submit: 'cannot be submitted for review',
  withdraw: 'cannot be taken back to drafting',
  approve: 'cannot be approved',
  void: 'cannot lose its approval',
  schedule: 'cannot be scheduled',
  start: 'cannot be sent',
  finish: 'cannot be closed',
  release: 'cannot be released',
} as const;

const troubles = {
  unreachable: 'cannot be reached; check SMTP_URL and the network',
  'sign-in-refused': 'refuses the user name or the password; correct them in SMTP_URL',
  insecure: 'offers no encrypted connection; use smtps:// or a server with STARTTLS',
  'sender-refused': 'refuses the sender’s address; correct it in the brand',
  closing: 'is closing connections for now; try again in a few minutes',
  stopped: 'could not be asked, the application is stopping',
  'breaking-off': 'breaks connections off in the middle of messages; ask who runs it',
  'ascii-only': 'does not take addresses with accented or non-Latin letters before the @',
} as const;

/** What the desk says, in English. */
export const en: Words = {
  locale: 'en',
  fields: {
    number: 'Number',
    language: 'Language',
    subject: 'Subject',
    preheader: 'Preheader',
    label: 'Label',
    from: 'Start of the period',
    to: 'End of the period',
    period: 'Period',
    publicationDate: 'Publication date',
    cover: 'Cover',
    sections: 'Sections',
    heading: 'Heading',
    articles: 'Articles',
    entries: 'Entries',
    links: 'Links',
    title: 'Title',
    kind: 'Kind',
    body: 'Body',
    images: 'Images',
    src: 'Address of the image',
    image: 'Image',
    start: 'Start date',
    end: 'End date',
    meetingDate: 'Date of the meeting',
    governingBody: 'Governing body',
    present: 'Present',
    decisions: 'Decisions',
    source: 'Source',
    name: 'Name',
    url: 'Link address',
    callToAction: 'Call to action',
    dashboard: 'Dashboard',
    asOf: 'As of',
    periods: 'Periods',
    groups: 'Groups of indicators',
    indicators: 'Indicators',
    values: 'Values',
    text: 'Text',
    layout: 'Layout',
    newsletterTitle: 'Newsletter title',
    primary: 'Primary colour',
    accent: 'Accent colour',
    postalAddress: 'Postal address',
    whyReceived: 'Why the reader receives this',
    motto: 'Motto',
    words: 'Words of the house',
    senderName: 'Sender name',
    senderAddress: 'Sender address',
    replyTo: 'Reply-to address',
    listId: 'List identifier (List-Id)',
    bounceAddress: 'Bounce address',
    unsubscribeAddress: 'Unsubscribe address',
    edition: 'Edition',
  },
  place: ({ area, section, heading, article, row }) => {
    const inSection = heading ? `Section “${heading}”` : `Section ${section}`;
    const parts = { brand: 'Brand', issue: 'Issue', section: article ? `Article “${article}”` : inSection };
    return row && !article ? `${parts[area]}, “${row}”` : parts[area];
  },
  fieldProblem: ({ where, field, problem }) => `${where}: the field “${field}” ${problem}.`,
  expected: {
    missing: () => 'is not filled in',
    'no-entries': () => 'is empty: it needs at least one entry, or remove the section',
    address: () => 'must be a complete address that starts with https://, mailto: or tel:',
    date: () => 'must be a valid date, the end never before the start',
    values: () =>
      'must have one value for each period, no more and no fewer (write null where there is no figure)',
    other: (detail) => `has a value that the edition cannot take (${detail})`,
  },
  editionChanged: () =>
    'The issue has changed since you saw it: reload the preview, read it again, then try again.',
  articleUnpublished: (title) =>
    `The article “${title}” is not published: publish it, or take it out of the issue.`,
  articleModified: (title) =>
    `The article “${title}” has unpublished changes: publish them, or discard them.`,
  refusedBecause: (obstacles) => obstacles.map(({ message }) => message).join(' '),
  issueUnknown: () => 'This issue does not exist, or was deleted.',
  issueLocked: (number, stage) =>
    `Issue ${number} is ${stages[stage]}: the readers have it, so it can be neither changed nor deleted. To correct something, prepare a new issue.`,
  issueScheduled: (number) =>
    `Issue ${number} is scheduled: cancel its campaign at the desk first, then delete it.`,
  stageGuarded: () =>
    'The stage and the approval of an issue are changed at the newsletter desk only. Reload this page, then save again.',
  stageRefused: (number, stage, event) => `Issue ${number} is ${stages[stage]}: it ${steps[event]}.`,
  notApproved: (number, stage) => `Issue ${number} is ${stages[stage]}: only an approved issue can be sent.`,
  changedSinceApproval: (number, language) =>
    `Issue ${number} (${languages[language]}) is not what was approved any more: read it again and approve it again.`,
  audienceNotChosen: () => 'Choose at least one list or segment.',
  listUnknown: () => 'One of the chosen lists does not exist any more: reload the page and choose again.',
  segmentUnknown: () =>
    'One of the chosen segments does not exist any more: reload the page and choose again.',
  segmentInvalid: (name) =>
    `The rule of the segment “${name}” cannot be read: correct it in the content manager.`,
  senderIncomplete: (problems) =>
    `The sender is not complete. Correct in the brand: ${problems
      .map(({ field, message }) => `“${field}” (${message})`)
      .join(', ')}.`,
  campaignUnknown: () => 'This campaign does not exist.',
  startInPast: () => 'The start time has passed: choose a time to come, or send now.',
  noRecipients: (candidates) => {
    if (candidates === 0) return 'The chosen lists are empty: nobody would receive this issue.';
    const everybody =
      candidates === 1
        ? 'The only person chosen is left out'
        : `All ${candidates} people chosen are left out`;
    return `${everybody} (unsubscribed, not confirmed, or without a valid address): nobody would receive this issue.`;
  },
  smtpMissing: () =>
    'No mail server is set: add SMTP_URL to the .env file (smtp://user:password@server:587) and restart.',
  smtpTrouble: (host, trouble, reply) => `The mail server ${host} ${troubles[trouble]}. Its answer: ${reply}`,
  addressInvalid: () => 'This is no e-mail address. Write it as name@example.org.',
  suppressionUnknown: () => 'This address is not suppressed any more: reload the page.',
  invalidInput: (problems) =>
    problems.map(({ field, message }) => `The field “${field}” is not valid: ${message}.`).join(' '),
  failed: () =>
    'Something unexpected happened; nothing was lost. Try again, and if it comes back, tell your administrator the time.',
  preview: {
    title: 'Preview',
    views: {
      desktop: 'Desktop',
      phone: 'Phone',
      'phone-small': 'Small phone',
      'no-style': 'No style sheet',
      word: 'Outlook (Word)',
      text: 'Plain text',
      source: 'Source',
    },
    dark: 'Dark mode',
    imagesOff: 'No images',
    subject: 'Subject',
    frame: 'The message',
    expired: 'This preview has expired',
    expiredHint: 'Close it and open it again from the admin.',
    obstacles: 'This content cannot be laid out yet',
    obstaclesHint: 'Correct what follows; the preview is refreshed at every save.',
  },
};
