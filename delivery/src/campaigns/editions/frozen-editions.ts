import { createHash } from 'node:crypto';
import {
  assetSchema,
  editionSchema,
  isAsSealed,
  languages,
  type Edition,
  type Language,
} from '@nachra/renderer';
import { z } from 'zod';
import { DeliveryError } from '../../errors';
import type { Ledger, Statements } from '../../ledger';
import { mayBeClaimed, reachedStates, someOfEditionIn } from '../states';

/** An edition as the ledger's JSON holds it: the bytes of its pictures are in rows of their own. */
const frozenSchema = editionSchema.extend({
  assets: z.array(assetSchema.omit({ base64: true })),
});

/** An edition with what is frozen beside it. */
export interface EditionToFreeze {
  edition: Edition;
  round: number;
  /** The approval it leaves by; null where nobody keeps any. */
  approval: string | null;
  /** Who its mail comes from, as JSON. */
  sender: string;
}

/**
 * Writes one edition per language, and the bytes of its pictures unless the ledger has them already. Called once, inside
 * the transaction that freezes the campaign.
 */
export async function freezeEditions(
  statements: Statements,
  campaign: number,
  editions: Partial<Record<Language, EditionToFreeze>>,
): Promise<void> {
  for (const language of languages) {
    const frozen = editions[language];
    if (!frozen) continue;
    const { edition, round, approval, sender } = frozen;
    for (const { sha256, base64 } of edition.assets) {
      await statements.run(
        'INSERT INTO asset (sha256, base64) VALUES (?, ?) ON CONFLICT (sha256) DO NOTHING',
        [sha256, base64],
      );
    }
    const assets = edition.assets.map((asset) => ({ ...asset, base64: undefined }));
    await statements.run(
      'INSERT INTO edition (campaign_id, language, hash, round, approval, sender, content) VALUES (?, ?, ?, ?, ?, ?, ?)',
      [campaign, language, edition.hash, round, approval, sender, JSON.stringify({ ...edition, assets })],
    );
  }
}

/**
 * The frozen edition of a campaign in one language, whole: what was sent. Null when there is none.
 *
 * @throws {DeliveryError} `ASSET_MISSING`: the ledger has lost the bytes of one of its pictures; `EDITION_SPOILT`: it is not what
 *   was frozen
 */
export async function editionOfCampaign(
  ledger: Ledger,
  campaignId: string,
  language: Language,
): Promise<Edition | null> {
  const [row] = await ledger.rows<FrozenRow>(
    'SELECT e.hash, e.content FROM edition e JOIN campaign c ON c.id = e.campaign_id WHERE c.uid = ? AND e.language = ?',
    [campaignId, language],
  );
  return row ? readFrozen(ledger, row) : null;
}

/** The edition that readers see on the web. Whoever has shown it before knows it by its hash, and need not read it again. */
export interface PublicEdition {
  hash: string;
  /** @throws {DeliveryError} as `editionOfCampaign` does */
  read(): Promise<Edition>;
}

/**
 * What the public page of a number shows in one language: its last correction that has reached anybody, or is under way. A campaign
 * that waits for its hour, its witness or a person, or was stopped before anybody got it in this language, has published nothing.
 * One read of the campaigns, which looks into their deliveries by index and counts none.
 *
 * @param number the number, 242
 * @returns null when the number was not sent in this language (yet)
 * @example
 * const edition = await findPublicEdition(ledger, 242, 'ar');
 */
export async function findPublicEdition(
  ledger: Ledger,
  number: number,
  language: Language,
  now: Date = new Date(),
): Promise<PublicEdition | null> {
  const [row] = await ledger.rows<{ campaign: number; hash: string }>(
    `SELECT c.id AS campaign, e.hash FROM campaign c JOIN edition e ON e.campaign_id = c.id
     WHERE c.issue_number = ? AND e.language = ? AND (
       (${mayBeClaimed} AND c.start_at <= ?) OR ${someOfEditionIn(reachedStates)}
     )
     ORDER BY e.round DESC, c.created_at DESC, c.id DESC LIMIT 1`,
    [number, language, now.getTime()],
  );
  if (row === undefined) return null;
  const { campaign, hash } = row;
  return {
    hash,
    async read() {
      const [frozen] = await ledger.rows<{ content: string }>(
        'SELECT content FROM edition WHERE campaign_id = ? AND language = ?',
        [campaign, language],
      );
      // Editions are never deleted, and a campaign's is never another.
      if (frozen === undefined) throw new Error(`The edition ${hash} is gone.`);
      return readFrozen(ledger, { hash, content: frozen.content });
    },
  };
}

/**
 * The language that the address of a number without any language leads to: mails of before named their own language only where it
 * was another than the default of their campaign. Null for a number that was never sent in its default language.
 */
export async function languageOfNumber(ledger: Ledger, number: number): Promise<Language | null> {
  const [row] = await ledger.rows<{ language: Language }>(
    `SELECT e.language FROM campaign c JOIN edition e ON e.campaign_id = c.id AND e.language = c.default_language
     WHERE c.issue_number = ? ORDER BY c.created_at, c.id LIMIT 1`,
    [number],
  );
  return row?.language ?? null;
}

/** An edition as the ledger has it. */
interface FrozenRow {
  hash: string;
  content: string;
}

/** @throws {DeliveryError} `ASSET_MISSING`, `EDITION_SPOILT` */
async function readFrozen(statements: Statements, { hash, content }: FrozenRow): Promise<Edition> {
  const stored: unknown = parsed(content);
  const { data } = frozenSchema.safeParse(stored);
  if (data?.hash !== hash || !isAsSealed(stored as Record<string, unknown>)) throw changed(`edition ${hash}`);
  const { assets, ...edition } = data;
  return { ...edition, assets: await withBytes(statements, assets) };
}

function parsed(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return null;
  }
}

function changed(part: string): DeliveryError {
  return new DeliveryError(
    'EDITION_SPOILT',
    { part },
    `The ledger holds another ${part} than was frozen and approved. The file is damaged, or somebody changed it: nothing of it is sent. Find out who could write to the ledger, and restore it from a backup.`,
  );
}

type FrozenAsset = z.infer<typeof frozenSchema>['assets'][number];

async function withBytes(statements: Statements, assets: readonly FrozenAsset[]): Promise<Edition['assets']> {
  const digests = assets.map(({ sha256 }) => sha256);
  const found =
    digests.length === 0
      ? []
      : await statements.rows<{ sha256: string; base64: string }>(
          `SELECT sha256, base64 FROM asset WHERE sha256 IN (${digests.map(() => '?').join(', ')})`,
          digests,
        );
  const bytes = new Map(found.map(({ sha256, base64 }) => [sha256, base64]));
  return assets.map((asset) => {
    const base64 = bytes.get(asset.sha256);
    if (base64 !== undefined) {
      const digest = createHash('sha256').update(base64, 'base64').digest('hex');
      if (digest !== asset.sha256) throw changed(`picture ${asset.name}`);
      return { ...asset, base64 };
    }
    throw new DeliveryError(
      'ASSET_MISSING',
      { asset: asset.name },
      `The ledger holds no bytes of the picture ${asset.name}. It was frozen with them, so the file is damaged: restore it from a backup.`,
    );
  });
}
