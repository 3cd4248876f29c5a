import { beforeAll, expect, it } from 'vitest';
import type { Finding, IssueDetail, JournalRow, LiveMail, Page } from '../../../cms/plugin/shared/desk';
import { uids } from '../../../cms/plugin/shared/uids';
import { loadPlugin } from '../../support/cms';
import { paragraph, type Newsroom, type Refused } from './newsroom';
import { onEachDatabase } from './on-each-database';

const long = 'Un chiffre, une date et trois noms à retenir de ce mois, dans un objet bien trop long';
const reason = 'Le comité tient à ce titre.';

onEachDatabase('a finding set aside', {}, (opened) => {
  let room: Newsroom;
  beforeAll(() => {
    room = opened();
  });

  const as =
    (role: string) =>
    async <T = IssueDetail & Refused>(method: 'GET' | 'POST', route: string, body?: unknown) =>
      room.cms.call<T>(method, `/newsletter${route}`, { token: await room.cms.token(role), body });
  const editor = as('nachra-editor');
  const publisher = as('nachra-publisher');
  const found = async (issue: string, rule: string): Promise<Finding> => {
    const finding = (await room.detail(issue)).findings.find((one) => one.rule === rule);
    if (finding === undefined) throw new Error(`Nothing is found by ${rule}.`);
    return finding;
  };
  const setAside = (issue: string, key: string, why = reason, by = editor) =>
    by('POST', `/issues/${issue}/findings/set-aside`, { key, reason: why });
  const takeUp = (issue: string, id: number | string, by = editor) =>
    by('POST', `/issues/${issue}/findings/${id}/take-up`);
  const codeOf = ({ status, body }: { status: number; body: Refused }) => [status, body.error?.details.code];
  const save = async (uid: string, document: string, data: object) =>
    room.save(uid, document, data, await room.cms.token());
  const live = async (issue: string, overlays: object = {}) =>
    (await editor<{ mail: LiveMail }>('POST', `/issues/${issue}/live`, { page: 'test', ...overlays })).body
      .mail.notes;
  const journal = async () =>
    (await room.desk<Page<JournalRow>>('GET', '/journal?kind=issue&pageSize=10')).body.rows;

  it('says who, when and why, in the issue, in the composer and in the journal; and is taken up again', async () => {
    const issue = await room.issue({ subject: long });
    const { key, maySetAside } = await found(issue, 'subject-length');
    expect(maySetAside).toBe(true);
    const { status, body } = await setAside(issue, key);
    expect(status).toBe(200);
    const told = { by: 'nachra-editor Test', reason };
    expect(body.findings.find((one) => one.key === key)?.setAside).toMatchObject(told);
    // The first word stands.
    await setAside(issue, key, 'Une autre raison.', publisher);
    const { setAside: stands } = await found(issue, 'subject-length');
    expect(stands).toMatchObject(told);
    const note = (await live(issue)).find(({ at }) => at === 'masthead.subject');
    expect(note?.finding).toEqual({ key, maySetAside: true, setAside: stands });
    expect((await journal())[0]).toMatchObject({ name: 'finding.set-aside', by: { name: told.by } });
    expect((await journal())[0]?.sentence).toMatch(/L’objet a 8\d caractères.*Raison : Le comité tient/);

    await takeUp(issue, stands?.id ?? 0);
    expect((await found(issue, 'subject-length')).setAside).toBeNull();
    expect((await journal())[0]).toMatchObject({ name: 'finding.taken-up' });
    // Once more is the same; so is what names nothing.
    expect((await takeUp(issue, stands?.id ?? 0)).status).toBe(200);
    expect((await takeUp(issue, 'x')).status).toBe(200);
    expect((await journal()).filter(({ name }) => name === 'finding.taken-up')).toHaveLength(1);
  });

  it('comes back by itself with another value, and stays away when the same is there again', async () => {
    const issue = await room.issue({ subject: long });
    const isAside = async () => (await found(issue, 'subject-length')).setAside !== null;
    await setAside(issue, (await found(issue, 'subject-length')).key);
    await save(uids.issue, issue, { subject: `${long} !` });
    expect(await isAside()).toBe(false);
    await save(uids.issue, issue, { subject: long });
    expect(await isAside()).toBe(true);
    // What is typed and not saved is another value too.
    const [typed] = (await live(issue, { issue: { subject: `${long} ?` } })).filter(
      ({ at }) => at === 'masthead.subject',
    );
    expect(typed?.finding?.setAside).toBeNull();
  });

  it('follows its article into another order, and is not taken for that of another one in its place', async () => {
    const [one, other] = [
      await room.article({ title: 'Premier', body: [], standfirst: null }),
      await room.article({ title: 'Second', body: [], standfirst: null }),
    ];
    const issue = await room.issue({ articles: [one, other] });
    const empty = async () =>
      (await room.detail(issue)).findings
        .filter(({ rule }) => rule === 'body-empty')
        .map(({ message, setAside: aside }) => [/Premier|Second/.exec(message)?.[0], aside !== null]);
    await setAside(issue, (await found(issue, 'body-empty')).key);
    expect((await empty()).map(([, aside]) => aside)).toEqual([true, false]);
    const sections = (articles: string[]) => [
      { __component: 'newsletter-section.quote', text: 'Une citation' },
      { __component: 'newsletter-section.articles', heading: 'Actualités', layout: 'list', articles },
    ];
    await save(uids.issue, issue, { sections: sections([other, one]) });
    expect(await empty()).toEqual([
      ['Second', false],
      ['Premier', true],
    ]);
    // It is of this number: another one that has the article asks again.
    const second = await room.issue({ articles: [one] });
    expect((await found(second, 'body-empty')).setAside).toBeNull();
  });

  it('stays where a paragraph comes before it, and is not taken for that of another picture', async () => {
    const doubled = paragraph('Le le Conseil.');
    const picture = (name: string) => ({
      type: 'image',
      image: { url: `https://media.example/${name}.jpg`, alternativeText: '' },
      children: [{ type: 'text', text: '' }],
    });
    const article = await room.article({ body: [doubled, picture('un'), picture('deux')] });
    const issue = await room.issue({ articles: [article] });
    const asides = async () =>
      (await room.detail(issue)).findings
        .filter(({ rule }) => rule === 'word-doubled' || rule === 'image-alt-missing')
        .map(({ setAside: aside }) => aside !== null);
    await setAside(issue, (await found(issue, 'word-doubled')).key);
    await setAside(issue, (await found(issue, 'image-alt-missing')).key);
    expect((await asides()).sort()).toEqual([false, true, true]);
    await save(uids.article, article, {
      body: [paragraph('Avant.'), picture('deux'), picture('un'), doubled],
    });
    const { findings } = await room.detail(issue);
    expect(findings.find(({ rule }) => rule === 'word-doubled')?.setAside?.reason).toBe(reason);
    const pictures = findings.filter(({ rule }) => rule === 'image-alt-missing');
    expect(pictures.map(({ setAside: aside }) => aside !== null)).toEqual([false, true]);
    await save(uids.article, article, { body: [doubled, picture('trois')] });
    expect((await found(issue, 'image-alt-missing')).setAside).toBeNull();
  });

  it('is possible in a number that is no mail yet, and stands once it is one', async () => {
    const empty = { __component: 'newsletter-section.articles', heading: 'Actualités', articles: [] };
    const issue = await room.issue({ subject: long, sections: [empty] });
    const note = (await live(issue)).find(({ at, finding }) => at === 'masthead.subject' && finding !== null);
    expect((await setAside(issue, note?.finding?.key ?? '')).status).toBe(200);
    await save(uids.issue, issue, { sections: [{ ...empty, articles: [await room.article()] }] });
    expect((await found(issue, 'subject-length')).setAside?.reason).toBe(reason);
  });

  it('is refused for errors, for what nobody can know, without a reason, and by whoever may not edit', async () => {
    const issue = await room.issue({ subject: `AMANEWS n° 9`, number: 3_901 });
    const error = await found(issue, 'other-number');
    expect([error.severity, error.maySetAside]).toEqual(['error', false]);
    expect(codeOf(await setAside(issue, error.key))).toEqual([409, 'FINDING_BINDING']);
    expect(codeOf(await setAside(issue, 'spelling@masthead.subject#00'))).toEqual([409, 'FINDING_UNKNOWN']);
    const long2 = await room.issue({ subject: long });
    const { key } = await found(long2, 'subject-length');
    for (const bad of ['', '    x    ', 'non', 'x'.repeat(301)])
      expect(codeOf(await setAside(long2, key, bad))).toEqual([400, 'INPUT_INVALID']);
    expect((await setAside(long2, key, reason, as('nachra-author'))).status).toBe(403);
    expect(codeOf(await setAside('none', key))).toEqual([404, 'ISSUE_UNKNOWN']);
    expect((await found(long2, 'subject-length')).setAside).toBeNull();
  });

  it('is read by whoever approves, who approves it along; then it stays as it was', async () => {
    const meeting = await room.article({
      kind: 'governance-meeting',
      governingBody: 'Conseil d’Administration',
      meetingDate: '2022-06-23',
    });
    const issue = await room.issue({ subject: long, articles: [meeting] });
    const [grave, light] = [await found(issue, 'date-outside-period'), await found(issue, 'subject-length')];
    await setAside(issue, light.key);
    await setAside(issue, grave.key, 'La séance de 2022 est rappelée exprès.');
    await editor('POST', `/issues/${issue}/submit`);
    const ids = async () =>
      (await room.detail(issue)).findings.flatMap(({ setAside: aside }) => aside?.id ?? []);
    const approve = async (over: object) =>
      publisher('POST', `/issues/${issue}/approve`, {
        hash: (await room.detail(issue)).edition?.hash,
        acknowledged: [grave.key],
        ...over,
      });
    // A reason does not stand in for her own word about figures, dates and the number.
    expect(codeOf(await approve({ acknowledged: [], setAside: await ids() }))).toEqual([
      409,
      'ACKNOWLEDGEMENT_MISSING',
    ]);
    const seen = await ids();
    expect(seen).toHaveLength(2);
    await takeUp(issue, (await found(issue, 'subject-length')).setAside?.id ?? 0);
    await setAside(issue, light.key, 'Une raison de plus.');
    expect(codeOf(await approve({ setAside: seen }))).toEqual([409, 'SET_ASIDE_CHANGED']);
    expect((await room.detail(issue)).stage).toBe('in-review');

    const { status, body } = await approve({ setAside: await ids() });
    expect([status, body.approval?.setAside]).toEqual([200, 2]);
    const kept = body.findings.map(({ rule, setAside: aside }) => [rule, aside?.reason]);
    expect(kept).toEqual(
      expect.arrayContaining([
        ['subject-length', 'Une raison de plus.'],
        ['date-outside-period', 'La séance de 2022 est rappelée exprès.'],
      ]),
    );
    const asBefore = await ids();
    expect(codeOf(await setAside(issue, light.key))).toEqual([409, 'SET_ASIDE_CLOSED']);
    expect(codeOf(await takeUp(issue, asBefore[0] ?? 0))).toEqual([409, 'SET_ASIDE_CLOSED']);
    expect(await ids()).toEqual(asBefore);
    // Back in drafting it is open again, and still stands.
    await publisher('POST', `/issues/${issue}/withdraw`);
    expect((await ids()).sort()).toEqual([...asBefore].sort());
    expect((await takeUp(issue, asBefore[0] ?? 0)).status).toBe(200);
    expect(await ids()).toHaveLength(1);
  });

  it('is once there when two people do it at the same moment', async () => {
    const issue = await room.issue({ subject: long });
    const { key } = await found(issue, 'subject-length');
    const answers = await Promise.all([setAside(issue, key), setAside(issue, key, reason, publisher)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const rows = await room.cms.strapi.db.query(uids.setAside).findMany({ where: { issue } });
    expect(rows).toHaveLength(1);
  });

  it('is forgotten also of an issue that was deleted before that was done, and of no other', async () => {
    const issue = await room.issue({ subject: long });
    await setAside(issue, (await found(issue, 'subject-length')).key);
    const rows = room.cms.strapi.db.query(uids.setAside);
    const by = { byId: '1', byName: 'Amal', at: new Date() };
    await rows.create({ data: { issue: 'deleted-long-ago', anchor: 'x', reason, ...by } });
    type Module = typeof import('../../../cms/plugin/server/src/reviews/set-asides');
    const { openSetAsides } = loadPlugin<Module>('reviews/set-asides');
    await openSetAsides(room.cms.strapi, {} as never).prune();
    expect(await rows.findMany({ where: { issue: 'deleted-long-ago' } })).toEqual([]);
    expect(await rows.findMany({ where: { issue } })).toHaveLength(1);
  });

  it('is written by the desk alone', async () => {
    const write = room.cms.strapi.documents(uids.setAside as 'plugin::newsletter.issue').create({
      data: { issue: 'x', anchor: 'x', reason, byId: '1', byName: 'x', at: new Date() },
    } as never);
    await expect(write).rejects.toThrow();
  });
});
