import { beforeAll, expect, it } from 'vitest';
import type { Finding, IssueDetail, Proposal } from '../../../cms/plugin/shared/desk';
import { uids } from '../../../cms/plugin/shared/uids';
import type { Newsroom, Refused } from './newsroom';
import { onEachDatabase } from './on-each-database';

const reason = 'Le total de 2021 a été arrondi dans le rapport annuel.';
const past = { label: '2021', end: '2021-12-31' };

/** A total of 2021 that its rows do not make; those of 2022 and later do. */
const figures = (staff: [head: number, net: number, total: number][], periods: object[]) => ({
  periods,
  groups: [
    {
      title: 'Effectifs',
      indicators: ['Siège', 'Réseau', 'Total'].map((label, row) => ({
        ...{ label, values: staff.map((period) => period[row]) },
        ...(label === 'Total' && { sumOf: [['Siège', 'Réseau']] }),
      })),
    },
  ],
});

let number = 700;

onEachDatabase('a decision about a sum of the past', {}, (opened) => {
  let room: Newsroom;
  beforeAll(() => void (room = opened()));
  const call = async <T = IssueDetail & Refused>(
    role: string,
    method: 'GET' | 'POST',
    route: string,
    body?: unknown,
  ) =>
    (await room.cms.call<T>(method, `/newsletter${route}`, { token: await room.cms.token(role), body })).body;
  const wrongSum = async (issue: string): Promise<Finding | undefined> =>
    (await room.detail(issue)).findings.find(({ rule }) => rule === 'total-wrong');
  const setAside = async (issue: string) =>
    call('nachra-editor', 'POST', `/issues/${issue}/findings/set-aside`, {
      ...{ key: (await wrongSum(issue))?.key, reason },
    });

  /** A number with a wrong sum in 2021, which somebody has set aside. */
  async function numberWithWrongSum(): Promise<string> {
    number += 10;
    const end = '2023-06-30';
    const dashboard = await room.create(uids.dashboard, {
      title: 'Effectifs',
      asOf: end,
      figures: figures(
        [
          [10, 20, 31],
          [11, 22, 33],
        ],
        [past, { label: '2023', end, partial: true }],
      ),
    });
    const articles = { __component: 'newsletter-section.articles', heading: 'Actualités', layout: 'list' };
    const issue = await room.issue({
      ...{ number, periodFrom: '2023-05-01', periodTo: '2023-07-31', publicationDate: '2023-07-31' },
      sections: [
        { ...articles, articles: [await room.article()] },
        { __component: 'newsletter-section.dashboard', heading: 'Effectifs', dashboard },
      ],
    });
    await setAside(issue);
    return issue;
  }
  async function approve(issue: string, acknowledged?: string[]) {
    const { edition, findings } = await room.detail(issue);
    const keys = findings.flatMap(({ key, mustAcknowledge }) => (mustAcknowledge ? key : []));
    return call('nachra-publisher', 'POST', `/issues/${issue}/approve`, {
      ...{ hash: edition?.hash, acknowledged: acknowledged ?? keys },
      setAside: findings.flatMap(({ setAside: aside }) => aside?.id ?? []),
    });
  }
  /** The number that is prepared from it, an article in it, and its dashboard. */
  async function next(from: number): Promise<{ issue: string; dashboard: string }> {
    const { number: to, ...proposal } = await call<Proposal>(
      'nachra-editor',
      'GET',
      `/numbers/proposal?from=${from}&number=${from + 1}`,
    );
    const { periodFrom, periodTo, publicationDate } = proposal;
    const { issues } = await call<{ issues: { documentId: string }[] }>('nachra-editor', 'POST', '/numbers', {
      ...{ from, number: to, periodFrom, periodTo, publicationDate, languages: ['fr'] },
    });
    const issue = issues[0]?.documentId ?? '';
    const { sections } = (await room.cms.strapi.documents(uids.issue as 'plugin::newsletter.issue').findOne({
      documentId: issue,
      populate: { sections: { on: { 'newsletter-section.dashboard': { populate: ['dashboard'] } } } },
    } as never)) as unknown as { sections: { dashboard?: { documentId: string } }[] };
    const dashboard = sections.flatMap((section) => section.dashboard?.documentId ?? [])[0] ?? '';
    const articles = { __component: 'newsletter-section.articles', heading: 'Actualités', layout: 'list' };
    await room.save(
      uids.issue,
      issue,
      {
        subject: `AMANEWS N° ${to} : du nouveau au siège et dans le réseau`,
        sections: [
          { ...articles, articles: [await room.article()] },
          { __component: 'newsletter-section.dashboard', heading: 'Effectifs', dashboard },
        ],
      },
      await room.cms.token(),
    );
    return { issue, dashboard };
  }
  const fill = async (dashboard: string, staff: [number, number, number][]) => {
    const periods = [
      past,
      { label: '2023', end: '2023-06-30' },
      { label: '30/09/2023', end: '2023-09-30', partial: true },
    ];
    await room.save(uids.dashboard, dashboard, { figures: figures(staff, periods) }, await room.cms.token());
  };

  it('goes along into the next number once it was approved, with its reason, and needs no tick there', async () => {
    const issue = await numberWithWrongSum();
    const first = (await wrongSum(issue))?.setAside;
    expect([(await wrongSum(issue))?.mustAcknowledge, first?.carriedFrom]).toEqual([true, null]);
    expect((await approve(issue)).stage).toBe('approved');
    const made = await next(number);
    await fill(made.dashboard, [
      [10, 20, 31],
      [11, 22, 33],
      [12, 24, 36],
    ]);
    const carried = await wrongSum(made.issue);
    expect(carried?.setAside).toMatchObject({ reason, by: first?.by, at: first?.at, carriedFrom: number });
    expect(carried?.mustAcknowledge).toBe(false);
    expect(await approve(made.issue, [])).toMatchObject({ stage: 'approved', approval: { setAside: 1 } });
    const kept = (await room.detail(made.issue)).findings.find(({ rule }) => rule === 'total-wrong');
    expect(kept?.setAside?.carriedFrom).toBe(number);
    // And into the one after that, by the number that it was said of.
    const third = await next(number + 1);
    expect((await wrongSum(third.issue))?.setAside).toMatchObject({ reason, carriedFrom: number });
  });

  it('is asked anew where any of the figures has changed, though the sum is as wrong as it was', async () => {
    const issue = await numberWithWrongSum();
    await approve(issue);
    const made = await next(number);
    for (const changed of [
      [9, 21, 31],
      [10, 20, 32],
    ] as [number, number, number][]) {
      await fill(made.dashboard, [changed, [11, 22, 33], [12, 24, 36]]);
      expect(await wrongSum(made.issue)).toMatchObject({ setAside: null, mustAcknowledge: true });
    }
    // The new period is wrong as well: nobody has said anything about that.
    await fill(made.dashboard, [
      [10, 20, 31],
      [11, 22, 33],
      [12, 24, 37],
    ]);
    expect(await wrongSum(made.issue)).toMatchObject({ setAside: null, mustAcknowledge: true });
    expect((await approve(made.issue, [])).error?.details.code).toBe('ACKNOWLEDGEMENT_MISSING');
  });

  it('stays behind where no approval kept it, and is gone once it is taken up', async () => {
    const issue = await numberWithWrongSum();
    const unapproved = await next(number);
    expect((await wrongSum(unapproved.issue))?.setAside).toBeNull();
    number += 10;
    const other = await numberWithWrongSum();
    await approve(other);
    const made = await next(number);
    const carried = (await wrongSum(made.issue))?.setAside;
    await setAside(made.issue);
    expect((await wrongSum(made.issue))?.setAside).toEqual(carried);
    await call('nachra-editor', 'POST', `/issues/${made.issue}/findings/${carried?.id}/take-up`);
    expect(await wrongSum(made.issue)).toMatchObject({ setAside: null, mustAcknowledge: true });
    expect((await wrongSum(issue))?.setAside?.reason).toBe(reason);
  });
});
