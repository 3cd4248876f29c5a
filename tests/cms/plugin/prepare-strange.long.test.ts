import { describe, expect, it } from 'vitest';
import type { NumberRequest, Proposal } from '../../../cms/plugin/shared/desk';
import { uids } from '../../../cms/plugin/shared/uids';
import { loadPlugin } from '../../support/cms';
import type { Refused } from './newsroom';
import { onEachDatabase } from './on-each-database';

const { plainSubject, prepareIssue } =
  loadPlugin<typeof import('../../../cms/plugin/server/src/preparation/prepare-issue')>(
    'preparation/prepare-issue',
  );
const { moveDates } =
  loadPlugin<typeof import('../../../cms/plugin/server/src/preparation/move-dates')>(
    'preparation/move-dates',
  );

interface Made {
  issues: { documentId: string; language: string }[];
}
interface Copied {
  periods: { label: string }[];
  groups: { indicators: { values: (number | null)[] }[] }[];
}

/** Numbers that are no model for the next one. */
onEachDatabase('preparing a number from a strange one', {}, (room) => {
  const propose = (query = '') => room().desk<Proposal & Refused>('GET', `/numbers/proposal${query}`);
  const prepare = (request: NumberRequest) => room().desk<Made & Refused>('POST', '/numbers', request);
  const populate = {
    sections: {
      on: {
        'newsletter-section.dashboard': { populate: { dashboard: true } },
        'newsletter-section.image': true,
      },
    },
  };
  const read = async (documentId: string) =>
    (await room()
      .cms.strapi.documents(uids.issue)
      .findOne({ documentId, populate } as never)) as unknown as { sections: Record<string, unknown>[] };
  const requestOf = ({ from, number, periodFrom, periodTo, publicationDate }: Proposal): NumberRequest => ({
    ...{ from, number, periodFrom, periodTo, publicationDate },
    languages: ['fr', 'ar'],
  });

  it('begins with what is no model: a gone picture, a full dashboard, odd days, the last day of all', async () => {
    const uploads = room().cms.strapi.db.query('plugin::upload.file');
    const picture = async () => {
      const file = {
        name: 'x.png',
        hash: 'x',
        ext: '.png',
        mime: 'image/png',
        size: 1,
        url: '/uploads/x.png',
      };
      const made: unknown = await uploads.create({ data: { ...file, provider: 'local', folderPath: '/' } });
      return (made as { id: number }).id;
    };
    const [gone, kept] = [await picture(), await picture()];
    const periods = Array.from({ length: 60 }, (_, at) => ({
      label: `${1964 + at}`,
      end: `${1964 + at}-12-31`,
    }));
    const values = periods.map((_, at) => at);
    const dashboard = await room().create(uids.dashboard, {
      ...{ title: 'Soixante ans', asOf: '2023-12-31' },
      figures: { periods, groups: [{ title: 'Activité', indicators: [{ label: 'Clients', values }] }] },
    });
    await room().issue({
      ...{ number: 400, periodFrom: '2023-10-15', periodTo: '2024-01-14', publicationDate: '2024-01-14' },
      subject: 'Le 400e prêt : AMANEWS N° 400',
      sections: [
        { __component: 'newsletter-section.image', picture: gone },
        { __component: 'newsletter-section.image', picture: kept },
        { __component: 'newsletter-section.dashboard', heading: 'Chiffres', dashboard },
      ],
    });
    await uploads.delete({ where: { id: gone } });
    const { body: proposal } = await propose(
      '?from=400&number=401&periodFrom=2024-01-15&periodTo=2024-04-14&publicationDate=2024-04-14',
    );
    expect(proposal.issues).toMatchObject([
      {
        subject: 'AMANEWS N° 401',
        toWrite: ['subject', 'preheader'],
        sections: [{ left: 1, kept: 0 }, { kept: 1 }, {}],
      },
    ]);
    expect(proposal.dashboards).toEqual([
      { title: 'Soixante ans', period: '31/03/2024', leftOut: '1964', joined: [], isThere: false },
    ]);
    await room().issue({ number: 401, language: 'ar' });
    const taken = await prepare({ ...requestOf(proposal), from: null, languages: ['ar'] });
    expect(taken.body.error.message).toContain('401 existe déjà en arabe');
    const lacking = await prepare({ ...requestOf(proposal), languages: ['fr', 'ar'] });
    expect(lacking.body.error).toMatchObject({
      status: 404,
      message:
        'Le numéro 400 n’existe pas, ou plus, en arabe : rechargez la page, ou choisissez d’autres langues.',
      details: { code: 'NUMBER_UNTRANSLATED', data: { languages: ['ar'] } },
    });
    const { status, body } = await prepare({ ...requestOf(proposal), languages: ['fr'] });
    expect([status, body.error]).toEqual([200, undefined]);
    const { sections } = await read(body.issues[0]?.documentId ?? '');
    expect(sections).toHaveLength(2);
    const { figures: copied } = sections[1]?.['dashboard'] as { figures: Copied };
    expect([copied.periods.length, copied.periods[0]?.label, copied.periods[59]?.label]).toEqual([
      60,
      '1965',
      '31/03/2024',
    ]);
    expect(copied.groups[0]?.indicators[0]?.values.slice(57)).toEqual([58, 59, null]);

    // Stored past every check, as an import or SQL stores it.
    const unfit = await room().issue({
      number: 410,
      sections: [{ __component: 'newsletter-section.text', heading: 'Ours', body: [] }],
    });
    await room()
      .cms.strapi.db.query('newsletter-section.text')
      .updateMany({ where: { heading: 'Ours' }, data: { body: [{ type: 'html', html: '<b>' }] } });
    const refused = await prepare({ ...requestOf(proposal), from: 410, number: 411, languages: ['fr'] });
    expect(refused.body.error).toMatchObject({
      status: 409,
      details: { code: 'NUMBER_UNFIT', data: { number: 410 } },
    });
    expect(refused.body.error.message).toMatch(/^Le numéro 410 ne peut pas servir de modèle tel quel\. « /);
    await room().remove(uids.issue, unfit, await room().cms.token());

    // Whoever mistypes a year or a number does not end preparing for everybody.
    const end = { periodFrom: '9999-12-01', periodTo: '9999-12-31', publicationDate: '9999-12-31' };
    await room().issue({ number: 1_000_000, ...end });
    await room().issue({ number: 2_000_000, ...end });
    const last = await propose();
    expect(last.body).toMatchObject({ from: 1_000_000, number: 1_000_000, periodFrom: '9999-12-31' });
    const beyond = await prepare({ ...requestOf(proposal), number: 402, from: Number.MAX_SAFE_INTEGER });
    expect(beyond.status).toBe(400);
  });
});

describe('a number that follows another', () => {
  it('has as much of a long name in its subject as Strapi’s column takes', () => {
    for (const language of ['fr', 'ar', 'en'] as const) {
      const subject = plainSubject('Bulletin '.repeat(40), 243, language);
      expect(subject.length).toBeLessThanOrEqual(255);
      expect(subject).toMatch(/^Bulletin .* 243$/);
    }
  });

  it.each([
    ['Un bon mois : AMANEWS N° 5', 5, 'AMANEWS N° 6', ['subject']],
    ['Les 5 ans de la maison', 5, 'AMANEWS N° 6', ['subject']],
    ['Le 5 mai, AMANEWS 5', 5, 'AMANEWS 6', ['subject']],
    ['La lettre AMANEWS N° 5', 5, 'La lettre AMANEWS N° 6', []],
    ['AMANEWS, n°5', 5, 'AMANEWS, n°6', []],
    ['Bulletin 242', 242, 'Bulletin 243', []],
    [`${'x'.repeat(249)} N° 99`, 99, 'AMANEWS N° 100', ['subject']],
  ])('moves the subject “%s” on', (subject, number, moved, toWrite) => {
    const never = undefined;
    const template = {
      ...{ documentId: 'x', number, language: 'fr' as const, subject, sections: [], greeting: false },
      ...{ preheader: never, periodLabel: never, periodFrom: never, periodTo: never, publicationDate: never },
    };
    const dates = { periodFrom: '2023-08-01', periodTo: '2023-08-31', publicationDate: '2023-08-31' };
    const next = prepareIssue(template, { ...dates, number: number + 1 }, 'AMANEWS');
    expect([next.subject, next.toWrite]).toEqual([moved, toWrite]);
  });

  it.each([
    ['2023-04-15', '2023-07-14', '2023-07-15', '2023-10-14'],
    ['2023-01-28', '2023-02-27', '2023-02-28', '2023-03-27'],
    ['2023-12-01', '2024-02-29', '2024-03-01', '2024-05-31'],
    ['2023-01-01', '2023-12-31', '2024-01-01', '2024-12-31'],
    ['2023-07-03', '2023-07-30', '2023-07-31', '2023-08-27'],
  ])('follows the period from %s to %s', (periodFrom, periodTo, from, to) => {
    expect(moveDates({ periodFrom, periodTo, publicationDate: periodTo })).toEqual({
      ...{ periodFrom: from, periodTo: to, publicationDate: to },
    });
  });
});
