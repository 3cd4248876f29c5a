import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { uids } from '../../../cms/plugin/shared/uids';
import { withoutRevision } from '../../support/cms';
import { changesOf, type Change } from './changes';
import type { Refused } from './newsroom';
import { openProof, type Proof } from './proof';

describe('an approval binds all that a reader gets', () => {
  let proof: Proof;
  let token: string;
  beforeAll(async () => {
    proof = await openProof();
    token = await proof.room.cms.token();
  });
  afterAll(() => proof?.close());

  it('whatever is changed in the content manager, of an issue and of all that it can reach', async () => {
    const outcomes = new Map<string, string[]>();
    for (const change of proof.changes) {
      const { status } = await proof.room.save(change.uid, change.documentId, change.data, token);
      const outcome = await proof.outcome(change.label);
      const said = status < 400 ? outcome : `refused, ${outcome}`;
      outcomes.set(said, [...(outcomes.get(said) ?? []), change.label]);
      if (said !== 'refused, same') await proof.restore();
    }
    // What changes nothing for readers: fields of another kind of article, and of what is no part of an edition.
    expect(Object.fromEntries([...outcomes].sort())).toMatchSnapshot();
    expect([...outcomes.keys()].sort()).toEqual(['refused, same', 'same', 'void']);
  });

  it('whatever is written and published by a script, which passes no route', async () => {
    const write = ({ uid, documentId, data }: Change) =>
      withoutRevision(() =>
        proof.room.cms.strapi
          .documents(uid as typeof uids.article)
          .update({ documentId, data: data as never, status: 'published' }),
      ).catch(() => undefined);
    const left: Change[] = [];
    for (const change of proof.changes) {
      await write(change);
      if ((await proof.stage()) === 'approved') left.push(change);
      else expect(await proof.outcome(change.label)).toBe('void');
      await proof.restore();
    }
    for (const change of left) await write(change);
    expect(await proof.outcome(left.map(({ label }) => label).join(', '))).toBe('same');
    await proof.restore();
  });

  it('whatever is written into the database behind the back of everything: then it does not leave', async () => {
    for (const { uid, documentId } of proof.documents) {
      const field = uid === uids.issue ? 'subject' : uid === uids.brand ? 'senderName' : 'title';
      await proof.room.cms.strapi.db
        .query(uid)
        .updateMany({ where: { documentId }, data: { [field]: 'Changé' } });
      expect(await proof.outcome(uid), uid).toBe('nothing leaves');
      await proof.restore();
    }
  });

  it('whatever is changed in the issue of another language, which shares its articles', async () => {
    const { sibling, others, documents, room } = proof;
    const all = await changesOf(
      room.cms.strapi,
      [{ uid: uids.issue, documentId: sibling }, ...documents],
      others,
    );
    for (const change of all.filter(({ documentId }) => documentId === sibling)) {
      await proof.room.save(change.uid, change.documentId, change.data, token);
      expect(await proof.stage(), change.label).toBe('approved');
    }
    expect(await proof.outcome('the issue of another language')).toBe('same');
    await proof.restore();
  });

  it('and while it is scheduled nobody without the right to send changes any of it, or stops the campaign', async () => {
    const { room, issue, list } = proof;
    const { body } = await room.send(issue, [list], '2099-01-01T00:00:00Z');
    for (const role of ['nachra-author', 'nachra-editor']) {
      const bearer = await room.cms.token(role);
      const codes = new Set<string>();
      for (const { uid, documentId, data, label } of proof.changes) {
        const answer = await room.save<Refused>(uid, documentId, data, bearer);
        if (answer.status >= 400) codes.add(answer.body.error.details.code);
        expect(await proof.stage(), `${label} by ${role}`).toBe('scheduled');
      }
      expect(codes).toContain('APPROVAL_PROTECTED');
    }
    expect((await room.desk<{ status: string }>('GET', `/campaigns/${body.id}`)).body.status).toBe(
      'scheduled',
    );
    await room.desk('POST', `/campaigns/${body.id}/cancel`);
    await proof.restore();
  });

  it('and who may change a scheduled one ends its campaign first', async () => {
    const { room, issue, list } = proof;
    const tried = new Set<string>();
    for (const { uid, documentId, data, label } of proof.changes) {
      if (tried.has(uid)) continue;
      const { body } = await room.send(issue, [list], '2099-01-01T00:00:00Z');
      const { status } = await room.save(uid, documentId, data, token);
      const campaign = await room.desk<{ status: string }>('GET', `/campaigns/${body.id}`);
      const stage = await proof.stage();
      expect([stage, campaign.body.status], label).toEqual(
        stage === 'drafting' ? ['drafting', 'cancelled'] : ['scheduled', 'scheduled'],
      );
      if (status < 400 && stage === 'drafting') tried.add(uid);
      await room.desk('POST', `/campaigns/${body.id}/cancel`);
      await proof.restore();
    }
    expect(tried).toEqual(new Set(proof.documents.map(({ uid }) => uid)));
  });
});
