import { createRequire } from 'node:module';
import type { Core } from '@strapi/strapi';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CampaignDetail } from '../../../cms/plugin/shared/desk';
import { uids } from '../../../cms/plugin/shared/uids';
import { aPng } from '../../support/pictures';
import { attributesOf, changesOf, type Change } from './changes';
import { composeBoundIssue, figuresOf } from './bound-issue';
import { openNewsroom, type Newsroom, type Refused } from './newsroom';
import { uploadPicture } from './uploads';

const { editionOfCampaign, openLedger } = createRequire(import.meta.url)(
  '@nachra/delivery',
) as typeof import('@nachra/delivery');
type Row = Record<string, unknown>;

/** What leaves in the end: a campaign far in the future is frozen, read and cancelled. */
interface Leaving {
  edition: unknown;
  sender: unknown;
}

describe('an approval binds all that a reader gets', () => {
  let room: Newsroom;
  let strapi: Core.Strapi;
  let token: string;
  let issue: string;
  let sibling: string;
  let picture: { id: number; url: string };
  let list: string;
  let documents: { uid: string; documentId: string }[];
  let changes: Change[];
  let approved: Leaving;
  let seal: string;
  let images = 0;

  const upload = async () => (await uploadPicture(room.cms, token, aPng(60, 40, `bound ${++images}`))).body;
  const query = (uid: string) => strapi.db.query(uid);

  beforeAll(async () => {
    room = await openNewsroom({ SMTP_URL: 'smtp://127.0.0.1:9' });
    ({ strapi } = room.cms);
    token = await room.cms.token();
    picture = await upload();
    list = await room.list('Tous', ['amal@bound.test']);
    ({ issue, sibling, documents } = await composeBoundIssue(room, picture.id));
    await approveAnew();
    const others = {
      file: (await upload()).id,
      documents: {
        [uids.article]: await room.article({ title: 'Tout autre chose' }),
        [uids.dashboard]: await room.create(uids.dashboard, {
          title: 'Autres chiffres',
          asOf: '2023-06-30',
          figures: figuresOf(7, 8),
        }),
      },
    };
    changes = await changesOf(strapi, documents, others);
  });
  afterAll(() => room?.close());

  async function approveAnew(): Promise<void> {
    const answer = await room.approve(issue);
    expect([answer.status, answer.body]).toMatchObject([200, { stage: 'approved' }]);
    seal = answer.body.approval?.hash ?? '';
    approved = await leaving();
  }

  async function leaving(): Promise<Leaving> {
    const { body, status } = await room.send(issue, [list], '2099-01-01T00:00:00Z');
    expect([status, body.status]).toEqual([200, 'scheduled']);
    const ledger = await openLedger({ client: 'sqlite', filename: `${room.cms.dataDir}/ledger.db` });
    try {
      const edition = await editionOfCampaign(ledger, body.id, 'fr');
      const [sender] = await ledger.rows(
        `SELECT e.sender FROM edition e JOIN campaign c ON c.id = e.campaign_id WHERE c.uid = ? AND e.language = 'fr'`,
        [body.id],
      );
      expect(edition).not.toBeNull();
      return { edition, sender };
    } finally {
      await ledger.close();
      await room.desk<CampaignDetail>('POST', `/campaigns/${body.id}/cancel`);
    }
  }

  /** Puts the content back, and the approval that a change has ended: approving anew takes a second each time. */
  async function restore(change: Pick<Change, 'uid' | 'documentId' | 'undo'>): Promise<void> {
    await strapi.documents(change.uid as typeof uids.issue).update({
      documentId: change.documentId,
      data: change.undo as never,
    });
    if (change.uid === uids.article)
      await strapi.documents(uids.article).publish({ documentId: change.documentId });
    await query(uids.approval).updateMany({ where: { seal }, data: { endedAt: null, endedBecause: null } });
    await query(uids.issue).updateMany({
      where: { documentId: issue },
      data: { stage: 'approved', approvedHash: seal, approvedBy: 'T', approvedAt: new Date('2023-08-01') },
    });
  }

  /** Asserts the promise after a change: void, or what leaves is what was approved. */
  async function outcome(what: string): Promise<'void' | 'same'> {
    const { stage, approval } = await room.detail(issue);
    if (stage === 'drafting') {
      expect(approval, what).toBeNull();
      return 'void';
    }
    expect(stage, what).toBe('approved');
    expect(await leaving(), what).toEqual(approved);
    return 'same';
  }

  const write = (uid: string, documentId: string, data: Row) => {
    const kind = uid === uids.brand ? 'single-types' : 'collection-types';
    const path = `/content-manager/${kind}/${uid}${uid === uids.brand ? '' : `/${documentId}`}`;
    return room.cms.call<Refused>('PUT', path, { token, body: data });
  };

  it('whatever is changed in the content manager, of an issue and of all that it can reach', async () => {
    const outcomes = new Map<string, string>();
    for (const change of changes) {
      const { status } = await write(change.uid, change.documentId, change.data);
      const refused = status >= 400 ? 'refused, ' : '';
      outcomes.set(change.label, `${refused}${await outcome(change.label)}`);
      if (status < 400) await restore(change);
      expect((await room.detail(issue)).stage, `after ${change.label}`).toBe('approved');
    }
    const of = (wanted: string) => [...outcomes].flatMap(([label, had]) => (had === wanted ? label : []));
    // Those that change nothing for readers: hidden fields, and fields of another kind of article.
    expect(of('same').length).toBeLessThan(of('void').length);
    expect(of('refused, void')).toEqual([]);
    expect({ void: of('void'), same: of('same'), refused: of('refused, same') }).toMatchSnapshot();
  });

  it('whatever is changed by a script, which passes no route', async () => {
    for (const change of changes.filter(({ uid }) => uid !== uids.issue)) {
      await strapi
        .documents(change.uid as typeof uids.issue)
        .update({ documentId: change.documentId, data: change.data as never })
        .catch(() => undefined);
      await outcome(change.label);
      await restore(change);
    }
  });

  it('whatever is changed in the issue of another language, which shares its articles', async () => {
    const others = await changesOf(strapi, [{ uid: uids.issue, documentId: sibling }, ...documents], {
      file: picture.id,
      documents: {
        [uids.article]: documents[1]?.documentId ?? '',
        [uids.dashboard]: documents[3]?.documentId ?? '',
      },
    });
    for (const change of others.filter(({ documentId }) => documentId === sibling)) {
      await write(change.uid, change.documentId, change.data);
      expect(await outcome(change.label), change.label).toBe('same');
    }
  });

  const attributesOfFile = () => attributesOf(strapi, 'plugin::upload.file');

  it.each([
    ['the admin', () => Promise.resolve({ route: '/upload', bearer: token })],
    [
      'the content API with a token',
      async () => {
        const tokens = strapi.service('admin::api-token') as unknown as {
          create(token: object): Promise<{ accessKey: string }>;
        };
        const { accessKey } = await tokens.create({
          name: `proof ${Date.now()}`,
          type: 'full-access',
          lifespan: null,
          description: '',
        });
        return { route: '/api/upload', bearer: accessKey };
      },
    ],
  ])(
    'whatever is changed of a picture by %s: each attribute, its bytes, and its being there',
    async (_door, open) => {
      const { route, bearer } = await open();
      const nowhere = { uid: uids.issue, documentId: issue, undo: {} };
      for (const [name, { type }] of attributesOfFile()) {
        const form = new FormData();
        const values: Record<string, unknown> = {
          json: { x: 10, y: 10 },
          integer: 7,
          decimal: 7.5,
          biginteger: 7,
        };
        form.append('fileInfo', JSON.stringify({ [name]: values[type] ?? 'Un autre texte' }));
        await fetch(`${room.cms.url}${route}?id=${picture.id}`, {
          method: 'POST',
          headers: { authorization: `Bearer ${bearer}` },
          body: form,
        });
        await outcome(`${name} of the file`);
        await query('plugin::upload.file').update({
          where: { id: picture.id },
          data: { alternativeText: 'Un palmier', caption: null, name: 'palm.png', focalPoint: null },
        });
        await restore(nowhere);
      }
      const before = approved;
      const replaced = await uploadPicture(room.cms, bearer, aPng(60, 40, `other ${Date.now()}`), {
        id: picture.id,
        route,
      });
      const had = await outcome('the bytes of the file');
      expect([replaced.status < 300, had]).toEqual(route === '/upload' ? [true, 'void'] : [false, 'same']);
      // Whoever may not take the approval back has changed nothing; whoever may has ended it, and its record still says the same.
      expect(await standing()).toEqual(had === 'void' ? [] : [seal]);
      expect(approved).toBe(before);
      if (had === 'void') await approveAnew();
    },
  );

  const standing = async () => {
    const rows = (await query(uids.approval).findMany({ where: { endedAt: { $null: true }, issue } })) as {
      seal: string;
    }[];
    return rows.map((row) => row.seal);
  };

  it('even when the picture is deleted: who may, ends the approval', async () => {
    expect((await room.detail(issue)).stage).toBe('approved');
    const { status } = await room.cms.call('DELETE', `/upload/files/${picture.id}`, { token });
    expect(status).toBe(200);
    expect((await room.detail(issue)).stage).toBe('drafting');
  });
});
