import { afterAll, expect, it, onTestFinished } from 'vitest';
import { uids } from '../../../cms/plugin/shared/uids';
import { startSmtpSink } from '../../support/smtp-sink';
import { eventually, type Refused } from './newsroom';
import { onEachDatabase } from './on-each-database';

const sink = await startSmtpSink();
afterAll(() => sink.close());

/** How often two requests are sent at the same moment: which of them is first is not ours to say. */
const rounds = 6;

onEachDatabase('at the same moment', { SMTP_URL: sink.url, NACHRA_WORKER: 'embedded' }, (room) => {
  it('a correction is taken back and its issue saved: what stands as sent is what was sent', async () => {
    const publisher = await room().cms.token();
    const issue = await room().issue();
    expect((await room().approve(issue)).status).toBe(200);
    await room().sent(issue, [await room().list('Par mégarde', ['reader@side.test'])]);
    await eventually(
      async () => (await room().detail(issue)).stage,
      (stage) => stage === 'sent',
    );
    const subjectOf = async () => {
      const row: unknown = await room()
        .cms.strapi.documents(uids.issue)
        .findOne({ documentId: issue, fields: ['subject'] });
      return (row as { subject: string }).subject;
    };
    const sent = await subjectOf();
    const told: string[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const begun = await room().desk('POST', `/issues/${issue}/correct`, { reason: 'Par mégarde.' });
      expect(begun.status).toBe(200);
      const [takenBack, saved] = await Promise.all([
        room().desk<Refused>('POST', `/issues/${issue}/uncorrect`),
        room().save<Refused>(uids.issue, issue, { subject: `Autre objet ${round}` }, publisher),
      ]);
      told.push([takenBack, saved].map(({ body }) => body.error?.details.code ?? 'done').join(', '));
      const { stage } = await room().detail(issue);
      expect([stage, await subjectOf()]).toEqual(
        takenBack.status === 200 ? ['sent', sent] : ['drafting', `Autre objet ${round}`],
      );
      expect(takenBack.status === 200).not.toBe(saved.status === 200);
      if (stage === 'sent') continue;
      await room().update(uids.issue, issue, { subject: sent });
      expect((await room().desk('POST', `/issues/${issue}/uncorrect`)).status).toBe(200);
    }
    const possible = ['done, ISSUE_LOCKED', 'CORRECTION_EDITED, done', 'STAGE_REFUSED, done'];
    expect(told.filter((each) => !possible.includes(each))).toEqual([]);
  });

  it('somebody submits an issue and approves it: the second pair of eyes is still missing', async () => {
    const publisher = await room().cms.token('nachra-publisher');
    await room().cms.token();
    const act = (issue: string, action: string, body: object = {}) =>
      room().cms.call<Refused>('POST', `/newsletter/issues/${issue}/${action}`, { token: publisher, body });
    for (let round = 0; round < rounds; round += 1) {
      const issue = await room().issue();
      expect((await room().desk('POST', `/issues/${issue}/submit`)).status).toBe(200);
      const { edition, findings } = await room().detail(issue);
      const acknowledged = findings.flatMap(({ key, mustAcknowledge }) => (mustAcknowledge ? key : []));
      expect((await act(issue, 'withdraw')).status).toBe(200);
      const consent = { hash: edition?.hash, acknowledged };
      const [, ...approvals] = await Promise.all([
        act(issue, 'submit'),
        act(issue, 'approve', consent),
        act(issue, 'approve', consent),
      ]);
      const codes = [...approvals, await act(issue, 'approve', consent)].map(
        ({ body }) => body.error?.details.code,
      );
      expect(codes.filter((code) => !['FOUR_EYES', 'STAGE_REFUSED'].includes(code))).toEqual([]);
      expect((await room().detail(issue)).stage).toBe('in-review');
    }
  });

  it('whose eyes have seen an issue is judged once it is held, so nothing comes in between', async () => {
    const issue = await room().issue();
    const steps: string[] = [];
    const unsubscribe = room().cms.strapi.db.lifecycles.subscribe({
      models: [uids.issue, uids.approval],
      afterUpdateMany: ({ model }: { model: { uid: string } }) =>
        void (model.uid === uids.issue && steps.push('moved')),
      beforeFindMany: ({ model }: { model: { uid: string } }) =>
        void (model.uid === uids.approval && steps.push('judged')),
    });
    onTestFinished(unsubscribe);
    expect((await room().desk('POST', `/issues/${issue}/submit`)).status).toBe(200);
    const { edition } = await room().detail(issue);
    steps.length = 0;
    await room().desk('POST', `/issues/${issue}/approve`, { hash: edition?.hash, acknowledged: [] });
    expect(steps.slice(0, 2)).toEqual(['moved', 'judged']);
  });
});
