import { personHash, suppress } from '@nachra/delivery';
import { beforeAll, expect, it } from 'vitest';
import { until } from '../../support/campaign';
import { loadPlugin } from '../../support/cms';
import { paragraph, type Newsroom } from './newsroom';
import { onEachDatabase } from './on-each-database';

interface Row {
  id: number;
  name: string;
  byId: string;
  byName: string;
  document: string | null;
  number: number | null;
  campaign: string | null;
  person: string | null;
  data: Record<string, unknown>;
  eventId: number | null;
  ledgerUid: string | null;
}

type JournalModule = typeof import('../../../cms/plugin/server/src/common/journal');
const uid = 'plugin::newsletter.journal-entry';

onEachDatabase('the journal', { SMTP_URL: 'smtp://127.0.0.1:1' }, (opened) => {
  let room: Newsroom;
  let publisher: string;

  beforeAll(async () => {
    room = opened();
    publisher = await room.cms.token('nachra-publisher');
    // One person does everything here; who may not is tested with the approvals.
    await room.cms.strapi.db
      .query('plugin::newsletter.brand')
      .updateMany({ where: {}, data: { fourEyes: 'off' } });
  });

  const entries = async (where: object = {}) =>
    (await room.cms.strapi.db.query(uid).findMany({ where, orderBy: { id: 'asc' } })) as Row[];
  const appears = (where: object) =>
    until(
      () => entries(where),
      (rows) => rows.length > 0,
    );
  const theJournal = () =>
    loadPlugin<JournalModule>('common/journal').openJournal(room.cms.strapi, () => new Date());
  const asPublisher = <T = unknown>(method: string, route: string, body?: unknown) =>
    room.cms.call<T>(method, route, { token: publisher, body });

  it('says who submitted, withdrew and approved, and who edited what afterwards', async () => {
    const article = await room.article();
    const issue = await room.issue({ articles: [article] });
    const post = (step: string, body?: unknown) =>
      asPublisher('POST', `/newsletter/issues/${issue}/${step}`, body);
    await post('submit');
    await post('withdraw');
    await post('submit');
    await post('approve', { hash: (await room.preview(issue)).hash, acknowledged: [] });
    const form = { title: 'Le Conseil ne s’est pas réuni', body: [paragraph('Il se réunira.')] };
    for (let saves = 0; saves < 2; saves += 1)
      expect((await room.save('plugin::newsletter.article', article, form, publisher)).status).toBe(200);
    const rows = await entries({ document: { $in: [issue, article] } });
    expect(rows.map(({ name, byName }) => [name, byName])).toEqual([
      ['issue.submitted', 'nachra-publisher Test'],
      ['issue.withdrawn', 'nachra-publisher Test'],
      ['issue.submitted', 'nachra-publisher Test'],
      ['issue.approved', 'nachra-publisher Test'],
      // The second save changed nothing, so it is none.
      ['content.saved', 'nachra-publisher Test'],
      ['issue.voided', 'nachra-publisher Test'],
    ]);
    expect(rows[4]?.data).toEqual({
      type: 'plugin::newsletter.article',
      action: 'update',
      fields: ['title', 'body'],
      title: 'Le Conseil ne s’est pas réuni',
    });
  });

  it('records a campaign from its start to its end, in the name of the person, and who took the list', async () => {
    const issue = await room.issue();
    const list = await room.list('Journal', ['r1@readers.test', 'r2@readers.test']);
    await room.approve(issue);
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    const start = await asPublisher<{ id: string }>('POST', `/newsletter/issues/${issue}/campaigns`, {
      listIds: [list],
      startAt: tomorrow,
    });
    const { id } = start.body;
    for (const turn of ['pause', 'resume', 'cancel'])
      await asPublisher('POST', `/newsletter/campaigns/${id}/${turn}`);
    await asPublisher('GET', `/newsletter/campaigns/${id}/deliveries.csv?search=readers`);
    const rows = await entries({ campaign: id });
    expect(rows.map(({ name, byName }) => [name, byName])).toEqual([
      ['campaign.frozen', 'nachra-publisher Test'],
      ['campaign.paused', 'nachra-publisher Test'],
      ['campaign.resumed', 'nachra-publisher Test'],
      ['campaign.cancelled', 'nachra-publisher Test'],
      ['export.made', 'nachra-publisher Test'],
    ]);
    expect(rows[0]).toMatchObject({ document: issue, data: { recipients: 2, exclusions: 0 } });
    expect(rows[4]?.data).toEqual({ what: 'deliveries', state: null, searched: true });
    expect(JSON.stringify(rows)).not.toContain('readers.test');
  });

  it('lifts an unsubscription only with a reason and at the reader’s request, and keeps no address', async () => {
    const ledger = await room.openLedger();
    const request = { reason: 'unsubscribed', source: 'page', now: new Date() } as const;
    await suppress(ledger, { ...request, address: 'gone@readers.test' });
    await ledger.close();
    const listed = await asPublisher<{ rows: { id: string }[] }>(
      'GET',
      '/newsletter/suppressions?search=gone',
    );
    const lift = (body: object) =>
      asPublisher<{ error: { details: { code: string } } }>(
        'POST',
        `/newsletter/suppressions/${listed.body.rows[0]?.id}/lift`,
        body,
      );
    for (const body of [
      {},
      { reason: 'An error.' },
      { askedByPerson: true },
      { reason: ' ', askedByPerson: true },
    ]) {
      expect((await lift(body)).body.error.details.code).toBe('LIFT_REASON_MISSING');
    }
    const because = { reason: 'She wrote from gone@readers.test on Monday.', askedByPerson: true };
    expect((await lift(because)).status).toBe(200);
    const [lifted] = await appears({ name: 'suppression.lifted' });
    expect(lifted).toMatchObject({
      byName: 'nachra-publisher Test',
      person: personHash(room.cms.personKey, 'gone@readers.test'),
      data: { reason: 'unsubscribed', why: 'She wrote from … on Monday.', askedByPerson: true },
    });
    expect(await entries({ name: 'suppression.made', byId: 'system' })).toHaveLength(1);
  });

  it('knows each event of a ledger once, and those of another ledger apart', async () => {
    const journal = theJournal();
    const event = {
      id: 7,
      at: new Date(),
      name: 'suppression.made',
      by: { id: 'system', name: 'Nachra' },
      ...{ campaign: null, person: 'abc', subscriberId: null, address: null },
      data: { reason: 'unsubscribed' },
    } as const;
    expect(await journal.copyEvents('one', [event, { ...event, id: 9 }])).toBe(2);
    expect(await journal.copyEvents('one', [event, { ...event, id: 8, name: 'suppression.lifted' }])).toBe(1);
    expect(await journal.copyEvents('two', [event])).toBe(1);
    const records = (await journal.readSuppressionRecords()).filter(({ person }) => person === 'abc');
    expect(records).toMatchObject([{ name: 'suppression.made', at: new Date(event.at.getTime() + 3) }]);
  });

  it('knows what was decided last about a person by the order of a ledger, not by anybody’s clock', async () => {
    const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 10, minute));
    const of = { campaign: null, person: 'salma', subscriberId: null, address: null, data: {} };
    const event = { ...of, by: { id: 'system', name: 'Nachra' } };
    // The clock of whoever lifted was ten minutes ahead, and she unsubscribes again four minutes later.
    await theJournal().copyEvents('clocks', [
      { ...event, id: 1, name: 'suppression.made', at: at(0) },
      { ...event, id: 2, name: 'suppression.lifted', at: at(11) },
      { ...event, id: 3, name: 'suppression.made', at: at(4) },
    ]);
    const last = (await theJournal().readSuppressionRecords()).find(({ person }) => person === 'salma');
    expect(last?.name).toBe('suppression.made');
    expect(last?.at.getTime()).toBeGreaterThan(at(11).getTime());
  });

  it('says which fields of the sender changed, from what to what', async () => {
    const brandUid = 'plugin::newsletter.brand';
    const brand = await room.cms.strapi.documents(brandUid).findFirst();
    const change = { senderName: 'AMANEWS Rabat' };
    const saved = await room.save(brandUid, brand?.documentId ?? '', change, publisher);
    expect(saved.status).toBe(200);
    const [changed] = await entries({ name: 'sender.changed' });
    expect(changed).toMatchObject({
      byName: 'nachra-publisher Test',
      data: { field: 'senderName', before: 'AMANEWS', after: 'AMANEWS Rabat' },
    });
  });

  it('says who changed people, roles and permissions of the admin', async () => {
    const token = await room.cms.token();
    const call = <T>(method: string, route: string, body?: unknown) =>
      room.cms.call<{ data: T }>(method, `/admin${route}`, { token, body });
    const role = await call<{ id: number }>('POST', '/roles', { name: 'Relecteurs', description: 'x' });
    const { id: roleId } = role.body.data;
    const permissions = [
      { action: 'plugin::newsletter.desk.read', subject: null, properties: {}, conditions: [] },
    ];
    expect((await call('PUT', `/roles/${roleId}/permissions`, { permissions })).status).toBe(200);
    const made = await call<{ id: number }>('POST', '/users', {
      ...{ firstname: 'Rim', lastname: 'Alaoui', email: 'rim@nachra.test', roles: [roleId] },
    });
    const { id: userId } = made.body.data;
    expect((await call('PUT', `/users/${userId}`, { isActive: true })).status).toBe(200);
    expect((await call('DELETE', `/users/${userId}`)).status).toBe(200);
    const rows = (await entries({ byId: { $ne: 'system' } })).filter(({ name }) =>
      /^(user|role)\./.test(name),
    );
    expect(rows.map(({ name, data }) => [name, data['who']])).toEqual([
      ['role.created', 'Relecteurs'],
      ['role.permissions', 'Relecteurs'],
      ['user.created', 'Rim Alaoui'],
      ['user.invited', 'Rim Alaoui'],
      ['user.changed', 'Rim Alaoui'],
      ['user.deleted', 'Rim Alaoui'],
    ]);
    expect(rows[1]?.data).toMatchObject({ given: ['plugin::newsletter.desk.read'], taken: [] });
    expect(rows[4]?.data).toMatchObject({ isActive: true, before: { isActive: false } });
    expect(JSON.stringify(rows)).not.toContain('rim@nachra.test');
  });

  it('is changed by no door: document service, content manager, database layer', async () => {
    const [entry] = await entries();
    const { id } = entry ?? { id: 0 };
    const stored: unknown = await room.cms.strapi.db.query(uid).findOne({ where: { id } });
    const { documentId } = stored as { documentId: string };
    const documents = room.cms.strapi.documents(uid);
    const refusal = /journal/i;
    await expect(documents.update({ documentId, data: { byName: 'x' } as never })).rejects.toThrow(refusal);
    await expect(documents.delete({ documentId })).rejects.toThrow(refusal);
    await expect(documents.create({ data: { name: 'issue.approved' } as never })).rejects.toThrow(refusal);
    const rows = room.cms.strapi.db.query(uid);
    const where = { id };
    await expect(rows.update({ where, data: { byName: 'x' } })).rejects.toThrow(refusal);
    await expect(rows.updateMany({ where, data: { byName: 'x' } })).rejects.toThrow(refusal);
    await expect(rows.delete({ where })).rejects.toThrow(refusal);
    await expect(rows.deleteMany({ where })).rejects.toThrow(refusal);
    const token = await room.cms.token();
    const path = `/content-manager/collection-types/${uid}/${documentId}`;
    for (const [method, body] of [
      ['PUT', { byName: 'x' }],
      ['DELETE', undefined],
    ] as const) {
      expect((await room.cms.call(method, path, { token, body })).status).toBeGreaterThanOrEqual(400);
    }
    expect((await entries())[0]).toEqual(entry);
  });
});
