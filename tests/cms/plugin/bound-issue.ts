import { uids } from '../../../cms/plugin/shared/uids';
import { aGif, aJpeg, aPng } from '../../support/pictures';
import { brand, paragraph, type Newsroom } from './newsroom';
import { uploadPicture, type UploadedFile } from './uploads';

/** The kinds of pictures that the media library takes, each with a way to make one that differs for each seed. */
export const kinds: Readonly<Record<string, { name: string; make: (seed: string) => Buffer }>> = {
  'image/png': { name: 'palm.png', make: (seed) => aPng(60, 40, seed) },
  'image/gif': { name: 'palm.gif', make: aGif },
  'image/jpeg': { name: 'palm.jpg', make: aJpeg },
};

/** Figures of a dashboard with one row. */
export const figuresOf = (...values: [number, number]) => ({
  periods: [
    { label: 'Juin', end: '2023-06-30' },
    { label: 'Juillet', end: '2023-07-31' },
  ],
  groups: [{ title: 'Clients', indicators: [{ label: 'Clients actifs', measure: 'stock', values }] }],
});

/**
 * An issue that holds one of everything that an issue can hold, and two wherever there is an order; and its sibling in another
 * language with the same sections. A picture stands wherever one can be, and each is a file of its own.
 */
export async function composeBoundIssue(room: Newsroom) {
  // By somebody who approves nothing: whoever uploads a picture has a hand in the issue.
  const token = await room.cms.token('nachra-author');
  const pictures: UploadedFile[] = [];
  const picture = async (type = 'image/png') => {
    const kind = kinds[type];
    if (!kind) throw new Error(`No ${type} can be made.`);
    const { name } = kind;
    const bytes = kind.make(`bound ${pictures.length}`);
    const { body, status } = await uploadPicture(room.cms, token, bytes, { name, type });
    if (status > 201) throw new Error(`No ${type} was uploaded: ${JSON.stringify(body)}`);
    pictures.push(body);
    return body;
  };
  const idOf = async (type?: string) => (await picture(type)).id;
  const imageTexts = ['Une salle', 'Une foule'].map((said) => ({
    alternativeText: said,
    caption: `${said} ©`,
  }));
  const lines = (...texts: string[]) => texts.map((text) => ({ text }));
  const brandRow = await room.cms.strapi.documents(uids.brand).findFirst();
  await room.update(uids.brand, brandRow?.documentId ?? '', { ...brand, logo: await idOf() });
  const meeting = await room.article({
    kind: 'governance-meeting',
    images: [await idOf(), await idOf()],
    imageTexts,
    governingBody: 'Conseil',
    meetingDate: '2023-07-10',
    present: lines('La présidente', 'Le directeur'),
    decisions: lines('Les comptes sont approuvés.', 'Le budget est voté.'),
    body: [
      paragraph('Le Conseil d’administration s’est réuni à Rabat.'),
      { type: 'image', image: await picture(), children: [{ type: 'text', text: '' }] },
    ],
  });
  const event = await room.article({
    title: 'La foire',
    kind: 'event',
    startDate: '2023-07-12',
    images: [await idOf(), await idOf()],
    imageTexts,
    present: lines('Le maire', 'La ministre'),
    decisions: lines('Oui.', 'Non.'),
  });
  const dashboard = await room.create(uids.dashboard, {
    title: 'Chiffres',
    asOf: '2023-07-31',
    figures: figuresOf(100, 120),
  });
  const sections = [
    {
      __component: 'newsletter-section.articles',
      heading: 'Une',
      layout: 'list',
      articles: [meeting, event],
    },
    { __component: 'newsletter-section.dashboard', heading: 'Chiffres', dashboard },
    {
      __component: 'newsletter-section.agenda',
      heading: 'Agenda',
      entries: [
        { title: 'Séance', startDate: '2023-07-20', place: 'Rabat' },
        { title: 'Foire', startDate: '2023-07-20', place: 'Fès' },
      ],
    },
    {
      __component: 'newsletter-section.text',
      heading: 'Mot',
      body: [paragraph('Un mot de la rédaction.')],
    },
    { __component: 'newsletter-section.quote', text: 'Faire plus.', attribution: 'La présidente' },
    { __component: 'newsletter-section.image', picture: await idOf('image/jpeg') },
    {
      __component: 'newsletter-section.links',
      heading: 'Liens',
      links: [
        { label: 'Le rapport annuel', url: 'https://www.alamana.example/rapport' },
        { label: 'Les comptes', url: 'https://www.alamana.example/comptes' },
      ],
    },
  ];
  const issue = await room.issue({ cover: await idOf('image/gif'), sections });
  const { number } = await room.detail(issue);
  const sibling = await room.issue({
    number,
    language: 'ar',
    subject: `العدد ${number}`,
    cover: pictures.at(-1)?.id,
    sections,
  });
  const documents = [
    { uid: uids.issue, documentId: issue },
    ...[meeting, event].map((documentId) => ({ uid: uids.article, documentId })),
    { uid: uids.dashboard, documentId: dashboard },
    { uid: uids.brand, documentId: brandRow?.documentId ?? '' },
  ];
  return { issue, sibling, documents, pictures };
}
