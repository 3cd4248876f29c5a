import { createRequire } from 'node:module';
import { expect } from 'vitest';
import type { CampaignDetail } from '../../../cms/plugin/shared/desk';
import { uids } from '../../../cms/plugin/shared/uids';
import type { RunningCms } from '../../support/cms';
import { composeBoundIssue, figuresOf, kinds } from './bound-issue';
import { changesOf, type Change, type Others } from './changes';
import { keepContent } from './kept-content';
import { openNewsroom, type Newsroom, type Refused } from './newsroom';
import { uploadPicture, type UploadedFile } from './uploads';

const { editionOfCampaign, openLedger } = createRequire(import.meta.url)(
  '@nachra/delivery',
) as typeof import('@nachra/delivery');

/** What leaves in the end: a campaign far in the future is frozen, read and cancelled. */
export interface Leaving {
  edition: unknown;
  sender: unknown;
}

/** What an approved issue of a CMS on SQLite would send now; null where the desk refuses to send it. */
export async function leavingOf(
  cms: Pick<RunningCms, 'call' | 'dataDir'>,
  token: string,
  issue: string,
  list: string,
): Promise<Leaving | null> {
  const { body, status } = await cms.call<CampaignDetail & Refused>(
    'POST',
    `/newsletter/issues/${issue}/campaigns`,
    { token, body: { listIds: [list], startAt: '2099-01-01T00:00:00Z', missing: {} } },
  );
  if (status >= 400) {
    expect(['EDITION_CHANGED', 'PICTURE_LOST', 'SENDING_HELD']).toContain(body.error.details.code);
    return null;
  }
  const ledger = await openLedger({ client: 'sqlite', filename: `${cms.dataDir}/ledger.db` });
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
    await cms.call('POST', `/newsletter/campaigns/${body.id}/cancel`, { token });
  }
}

/** What a change can come to: the approval is void, or nothing leaves, or what leaves is what was approved. */
export type Outcome = 'void' | 'nothing leaves' | 'same';

/** An approved issue that holds one of everything, and ways to try what becomes of its approval. */
export interface Proof {
  room: Newsroom;
  issue: string;
  /** The same number in another language, with the same sections. */
  sibling: string;
  /** Everything an edition of it is made of. */
  documents: { uid: string; documentId: string }[];
  pictures: UploadedFile[];
  /** Other things, to put in the place of those that are there. */
  others: Others;
  /** Every change to one of the documents. */
  changes: Change[];
  list: string;
  /** Asserts the promise after a change. @param what names the change in a failure */
  outcome(what: string): Promise<Outcome>;
  /** Where the issue stands; null when it is deleted. Cheap: it does not look at what would leave. */
  stage(): Promise<string | null>;
  /** Puts everything back as it was approved. */
  restore(): Promise<void>;
  close(): Promise<void>;
}

/** Boots a newsroom, composes the issue, approves it, and remembers all of it. */
export async function openProof(environment: Record<string, string> = {}): Promise<Proof> {
  const room = await openNewsroom({ SMTP_URL: 'smtp://127.0.0.1:9', ...environment });
  const { strapi } = room.cms;
  const token = await room.cms.token();
  const query = (uid: string) => strapi.db.query(uid);
  const list = await room.list('Tous', ['amal@bound.test']);
  const { issue, sibling, documents, pictures } = await composeBoundIssue(room);
  const file = await uploadPicture(room.cms, token, kinds['image/png']?.make('other') ?? Buffer.alloc(0));
  const others: Others = {
    file: file.body.id,
    documents: {
      [uids.article]: await room.article({ title: 'Tout autre chose' }),
      [uids.dashboard]: await room.create(uids.dashboard, {
        title: 'Autres chiffres',
        asOf: '2023-06-30',
        figures: figuresOf(7, 8),
      }),
    },
  };
  const answer = await room.approve(issue);
  expect([answer.status, answer.body]).toMatchObject([200, { stage: 'approved' }]);
  const changes = await changesOf(strapi, documents, others);

  const leaving = () => leavingOf(room.cms, token, issue, list);
  const approved = await leaving();
  expect(approved).not.toBeNull();
  const restore = await keepContent(room.cms);

  const stage = async () => {
    const row = (await query(uids.issue).findOne({ where: { documentId: issue } })) as {
      stage: string;
    } | null;
    return row?.stage ?? null;
  };

  async function outcome(what: string): Promise<Outcome> {
    const now = await stage();
    if (now === null || now === 'drafting') {
      expect(await query(uids.approval).count({ where: { issue, endedAt: { $null: true } } }), what).toBe(0);
      return 'void';
    }
    expect(now, what).toBe('approved');
    const left = await leaving();
    if (left === null) return 'nothing leaves';
    expect(left, what).toEqual(approved);
    return 'same';
  }

  return {
    ...{ room, issue, sibling, documents, pictures, others, changes, list, stage, outcome, restore },
    close: () => room.close(),
  };
}
