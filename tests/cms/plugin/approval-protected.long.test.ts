import { beforeAll, expect, it } from 'vitest';
import type { IssueDetail } from '../../../cms/plugin/shared/desk';
import { uids } from '../../../cms/plugin/shared/uids';
import { withoutRevision } from '../../support/cms';
import { aPng } from '../../support/pictures';
import { tellWhatEnded } from './ended-approvals';
import type { Newsroom, Refused } from './newsroom';
import { onEachDatabase } from './on-each-database';
import { storedBytes, uploadPicture, type UploadedFile } from './uploads';

onEachDatabase(
  'what an approved or scheduled issue contains',
  { SMTP_URL: 'smtp://127.0.0.1:9' },
  (opened) => {
    let room: Newsroom;
    let editor: string;
    let author: string;
    let publisher: string;
    let list: string;
    let count = 0;
    beforeAll(async () => {
      room = opened();
      [editor, author, publisher] = (await Promise.all(
        ['nachra-editor', 'nachra-author', 'nachra-publisher'].map((role) => room.cms.token(role)),
      )) as [string, string, string];
      list = await room.list('Tous', ['amal@protected.test']);
    });

    const upload = async (token = publisher, bytes = aPng(60, 40, `protected ${++count}`), id?: number) =>
      uploadPicture(room.cms, token, bytes, id === undefined ? {} : { id });
    const put = (uid: string, documentId: string, data: object, token: string) =>
      room.save<Refused>(uid, documentId, data, token);
    const approved = async (over: object = {}) => {
      const article = await room.article(over);
      return { article, issue: await room.approved({ articles: [article] }, { submits: false }) };
    };
    const stageOf = async (issue: string) => (await room.detail(issue)).stage;
    const protectedBy = ({ status, body }: { status: number; body: Refused }) => [
      status,
      body.error.details.code,
    ];

    it('is not changed by an author, and the refusal names the issue and loses nothing', async () => {
      const { article, issue } = await approved({ title: 'Titre approuvé' });
      const { number } = await room.detail(issue);
      const answer = await put(uids.article, article, { title: 'Autre titre' }, author);
      expect(protectedBy(answer)).toEqual([400, 'APPROVAL_PROTECTED']);
      expect(answer.body.error.message).toContain(String(number));
      const row = await room.cms.strapi.documents(uids.article).findOne({ documentId: article });
      expect(row?.['title']).toBe('Titre approuvé');
      expect(await stageOf(issue)).toBe('approved');
    });

    it('may be saved by anybody as long as readers would see no difference', async () => {
      const { article, issue } = await approved();
      expect((await put(uids.article, article, { title: 'Le Conseil s’est réuni' }, author)).status).toBe(
        200,
      );
      expect(await stageOf(issue)).toBe('approved');
    });

    it('is changed by those who may approve, which voids the approval', async () => {
      const { article, issue } = await approved();
      expect((await put(uids.article, article, { title: 'Corrigé' }, publisher)).status).toBe(200);
      expect(await stageOf(issue)).toBe('drafting');
    });

    it('does not lose its scheduled campaign to an editor', async () => {
      const { article, issue } = await approved();
      const { body } = await room.send(issue, [list], '2099-01-01T00:00:00Z');
      expect(protectedBy(await put(uids.article, article, { title: 'Annulé ?' }, editor))).toEqual([
        400,
        'APPROVAL_PROTECTED',
      ]);
      expect(await stageOf(issue)).toBe('scheduled');
      expect((await room.desk<{ status: string }>('GET', `/campaigns/${body.id}`)).body.status).toBe(
        'scheduled',
      );
    });

    it('is taken back from its schedule by those who may send, which cancels the campaign', async () => {
      const { issue } = await approved();
      const { body } = await room.send(issue, [list], '2099-01-01T00:00:00Z');
      const withdraw = (token: string) =>
        room.cms.call<Refused & IssueDetail>('POST', `/newsletter/issues/${issue}/withdraw`, { token });
      expect(protectedBy(await withdraw(editor))).toEqual([403, 'APPROVAL_PROTECTED']);
      expect(await stageOf(issue)).toBe('scheduled');
      const withdrawn = await withdraw(publisher);
      expect([withdrawn.status, withdrawn.body.stage, withdrawn.body.approval]).toEqual([
        200,
        'drafting',
        null,
      ]);
      expect((await room.desk<{ status: string }>('GET', `/campaigns/${body.id}`)).body.status).toBe(
        'cancelled',
      );
    });

    it('is not deleted, nor taken back at the desk, by those who may not approve', async () => {
      const { issue } = await approved();
      const deleted = await room.remove<Refused>(uids.issue, issue, editor);
      expect(protectedBy(deleted)).toEqual([400, 'APPROVAL_PROTECTED']);
      const withdrawn = await room.cms.call<Refused>('POST', `/newsletter/issues/${issue}/withdraw`, {
        token: editor,
      });
      expect(protectedBy(withdrawn)).toEqual([403, 'APPROVAL_PROTECTED']);
      expect(await stageOf(issue)).toBe('approved');
    });

    it('keeps its pictures: not replaced, described anew or deleted, one by one or with their folder', async () => {
      const picture = (await upload()).body;
      const { issue } = await approved({ images: [picture.id] });
      const bytes = await storedBytes(room.cms, picture.url);
      const { status, body } = await upload(author, aPng(60, 40, 'other'), picture.id);
      expect([status, body.error?.details.code]).toEqual([400, 'APPROVAL_PROTECTED']);
      const doors: [method: string, route: string, body: unknown][] = [
        ['PUT', `/upload/files/${picture.id}`, { fileInfo: { alternativeText: 'Autre chose' } }],
        [
          'POST',
          `/upload/actions/bulk-update`,
          { updates: [{ id: picture.id, fileInfo: { caption: 'Autre' } }] },
        ],
        ['DELETE', `/upload/files/${picture.id}`, undefined],
        ['POST', '/upload/actions/bulk-delete', { fileIds: [picture.id], folderIds: [] }],
      ];
      for (const [method, route, sent] of doors) {
        const answer = await room.cms.call<Refused>(method, route, { token: author, body: sent });
        expect([answer.status, answer.body.error.details.code], route).toEqual([
          400,
          expect.stringMatching(/^(APPROVAL|UPLOAD)_PROTECTED$/),
        ]);
      }
      expect(await storedBytes(room.cms, picture.url)).toEqual(bytes);
      expect(await stageOf(issue)).toBe('approved');
    });

    it('is all that is protected: a picture of one’s own that no approval names is one’s own', async () => {
      const own = (await upload(author)).body;
      expect((await upload(author, aPng(60, 40, 'mine'), own.id)).status).toBe(200);
      expect((await room.cms.call('DELETE', `/upload/files/${own.id}`, { token: author })).status).toBe(200);
    });

    it('and somebody else’s upload is deleted by those who may approve, and nobody else', async () => {
      const file: UploadedFile = (await upload(editor)).body;
      const refused = await room.cms.call<Refused>('DELETE', `/upload/files/${file.id}`, { token: author });
      expect(protectedBy(refused)).toEqual([400, 'UPLOAD_PROTECTED']);
      expect((await room.cms.call('DELETE', `/upload/files/${file.id}`, { token: publisher })).status).toBe(
        200,
      );
    });

    it('is not approved by whoever submitted or saved any of it, but by somebody else', async () => {
      const article = await room.article();
      const issue = await room.issue({ articles: [article] });
      const { status } = await room.save(uids.article, article, { title: 'De ma main' }, publisher);
      expect(status).toBe(200);
      await withoutRevision(() => room.cms.strapi.documents(uids.article).publish({ documentId: article }));
      await room.cms.call('POST', `/newsletter/issues/${issue}/submit`, { token: publisher });
      const { edition } = await room.detail(issue);
      const body = { hash: edition?.hash, acknowledged: [] };
      const own = await room.cms.call<Refused & { error: { details: { data: { names: string[] } } } }>(
        'POST',
        `/newsletter/issues/${issue}/approve`,
        { token: publisher, body },
      );
      expect(protectedBy(own)).toEqual([403, 'FOUR_EYES']);
      expect(own.body.error.details.data.names).toEqual(['nachra-publisher Test']);
      const other = await room.desk<IssueDetail>('POST', `/issues/${issue}/approve`, body);
      expect([other.status, other.body.stage]).toEqual([200, 'approved']);
    });

    it('is approved by its own hand where the institution has turned the rule off, which is kept with the approval', async () => {
      const brand = await room.cms.strapi.documents(uids.brand).findFirst();
      await room.update(uids.brand, brand?.documentId ?? '', { fourEyes: 'off' });
      const issue = await room.issue();
      await room.cms.call('POST', `/newsletter/issues/${issue}/submit`, { token: publisher });
      const { edition } = await room.detail(issue);
      const { status } = await room.cms.call('POST', `/newsletter/issues/${issue}/approve`, {
        token: publisher,
        body: { hash: edition?.hash, acknowledged: [] },
      });
      expect(status).toBe(200);
      const record: unknown = await room.cms.strapi.db.query(uids.approval).findOne({ where: { issue } });
      expect(record).toMatchObject({
        fourEyes: 'off',
        approvedByName: 'nachra-publisher Test',
        endedAt: null,
      });
      await room.update(uids.brand, brand?.documentId ?? '', { fourEyes: 'automatic' });
    });

    it('is approved only with each finding about figures, dates or the number acknowledged, which is kept too', async () => {
      const article = await room.article({
        kind: 'governance-meeting',
        governingBody: 'Conseil d’Administration',
        meetingDate: '2022-06-23',
      });
      const issue = await room.issue({ articles: [article] });
      const { edition, findings } = await room.detail(issue);
      const grave = findings.filter(({ mustAcknowledge }) => mustAcknowledge);
      expect(grave.map(({ rule }) => rule)).toEqual(['date-outside-period']);
      const approve = (acknowledged: string[]) =>
        room.desk<IssueDetail & Refused>('POST', `/issues/${issue}/approve`, {
          hash: edition?.hash,
          acknowledged,
        });
      expect(protectedBy(await approve([]))).toEqual([409, 'ACKNOWLEDGEMENT_MISSING']);
      const { status, body } = await approve(grave.map(({ key }) => key));
      expect(status).toBe(200);
      expect(body.approval?.acknowledged).toEqual([
        { key: grave[0]?.key, rule: 'date-outside-period', by: 'strapi-super-admin Test' },
      ]);
    });

    tellWhatEnded(
      opened,
      () => publisher,
      () => list,
    );

    it('is on record for good: no document write touches an approval', async () => {
      const approvals = room.cms.strapi.documents(uids.approval);
      const row = await approvals.findFirst();
      await expect(approvals.delete({ documentId: row?.documentId ?? '' })).rejects.toThrow();
      await expect(
        approvals.update({ documentId: row?.documentId ?? '', data: { seal: 'x' } as never }),
      ).rejects.toThrow();
    });
  },
);
