import { uids } from '../../../cms/plugin/shared/uids';
import { brand, paragraph, type Newsroom } from './newsroom';

/** Figures of a dashboard with one row. */
export const figuresOf = (...values: [number, number]) => ({
  periods: [
    { label: 'Juin', end: '2023-06-30' },
    { label: 'Juillet', end: '2023-07-31' },
  ],
  groups: [{ title: 'Clients', indicators: [{ label: 'Clients actifs', measure: 'stock', values }] }],
});

/**
 * An issue that holds one of everything that an issue can hold, and its sibling in another language with the same sections.
 *
 * @param picture id of a file, shown wherever a picture can be
 */
export async function composeBoundIssue(room: Newsroom, picture: number) {
  const brandRow = await room.cms.strapi.documents(uids.brand).findFirst();
  await room.update(uids.brand, brandRow?.documentId ?? '', { ...brand, logo: picture });
  const meeting = await room.article({
    kind: 'governance-meeting',
    images: [picture],
    governingBody: 'Conseil',
    meetingDate: '2023-07-10',
    present: [{ text: 'La présidente' }],
    decisions: [{ text: 'Les comptes sont approuvés.' }],
  });
  const event = await room.article({ title: 'La foire', kind: 'event', startDate: '2023-07-12' });
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
      entries: [{ title: 'Séance', startDate: '2023-07-20', place: 'Rabat' }],
    },
    {
      __component: 'newsletter-section.text',
      heading: 'Mot',
      body: [paragraph('Un mot de la rédaction.')],
    },
    { __component: 'newsletter-section.quote', text: 'Faire plus.', attribution: 'La présidente' },
    { __component: 'newsletter-section.image', picture: picture },
    {
      __component: 'newsletter-section.links',
      heading: 'Liens',
      links: [{ label: 'Le rapport annuel', url: 'https://www.alamana.example/rapport' }],
    },
  ];
  const issue = await room.issue({ cover: picture, sections });
  const { number } = await room.detail(issue);
  const sibling = await room.issue({ number, language: 'ar', subject: 'العدد', sections });
  const documents = [
    { uid: uids.issue, documentId: issue },
    ...[meeting, event].map((documentId) => ({ uid: uids.article, documentId })),
    { uid: uids.dashboard, documentId: dashboard },
    { uid: uids.brand, documentId: brandRow?.documentId ?? '' },
  ];
  return { issue, sibling, documents };
}
