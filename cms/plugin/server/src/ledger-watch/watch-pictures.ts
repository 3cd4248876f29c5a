import {
  campaignsAwaitingPictures,
  DeliveryError,
  editionOfCampaign,
  holdCampaign,
  markPictures,
  senderOfEdition,
  type Ledger,
} from '@nachra/delivery';
import type { Language } from '@nachra/renderer';
import { messageOf } from '../common/errors';
import type { EventLog } from '../common/log';
import type { AssetStore } from '../editions/asset-store';
import { picturesInMail } from '../editions/pictures-in-mail';

/** What watching needs. */
interface PictureDependencies {
  ledger: Ledger;
  assets: Pick<AssetStore, 'keep' | 'putBack'>;
  log: EventLog;
  now: () => Date;
  /** While the ledger is held nothing leaves, and nothing is looked at. */
  isHeld: () => boolean;
  /** A campaign may leave now. */
  wake: () => void;
}

/** Looks at the pictures of scheduled campaigns when their hour has come. */
interface PictureWatch {
  /** Looks now, for whoever has just let a campaign go on. Whoever asks while it looks shares that. @throws what the ledger throws */
  look(): Promise<void>;
  /** Stops looking and waits for a look that is under way. */
  stop(): Promise<void>;
}

/**
 * Looks each second for campaigns that have become due and wait for their pictures to be looked at: those that were whole when it was
 * scheduled may be changed or gone. What can be put back is; the campaign whose pictures are all there may leave; one that lacks a
 * picture waits for a person (`picture-lost`). Idempotent, so several processes may look.
 *
 * @param everyMs between two looks by itself
 */
export function watchPictures(dependencies: PictureDependencies, everyMs = 1_000): PictureWatch {
  const { log, isHeld } = dependencies;
  let looking: Promise<void> | null = null;

  function look(): Promise<void> {
    if (isHeld()) return Promise.resolve();
    looking ??= lookAtAll(dependencies).finally(() => (looking = null));
    return looking;
  }

  const timer = setInterval(() => {
    void look().catch((error: unknown) => log.error({ event: 'pictures.not-looked-at' }, messageOf(error)));
  }, everyMs);
  timer.unref();
  return {
    look,
    async stop() {
      clearInterval(timer);
      await looking?.catch(() => undefined);
    },
  };
}

/** What fails of one campaign is logged, and tried at the next look. */
async function lookAtAll({ ledger, assets, log, now, wake }: PictureDependencies): Promise<void> {
  for (const { row, id, languages } of await campaignsAwaitingPictures(ledger))
    try {
      const picture = await lostPicture(ledger, assets, id, languages);
      if (picture === null) {
        await markPictures(ledger, row, now());
        wake();
      } else if (await holdCampaign(ledger, row, { hold: 'picture-lost', picture }, now()))
        log.error(
          { event: 'campaign.held', campaign: id, hold: 'picture-lost', picture },
          'A campaign that became due waits for a person: a picture that its mails link to is gone or changed. Put it back from a backup, then decide on the page of held sends.',
        );
    } catch (error) {
      log.error({ event: 'pictures.not-looked-at', campaign: id }, messageOf(error));
    }
}

/** The first picture of some editions that is nowhere to be put back from; null when all are there. */
async function lostPicture(
  ledger: Ledger,
  assets: PictureDependencies['assets'],
  campaign: string,
  languages: readonly Language[],
): Promise<string | null> {
  for (const language of languages) {
    const sender = await senderOfEdition(ledger, campaign, language);
    const edition = await editionOfCampaign(ledger, campaign, language).catch((error: unknown) => {
      // Nothing of it leaves: whoever is about to send it holds it, and says why.
      if (error instanceof DeliveryError && ['EDITION_SPOILT', 'ASSET_MISSING'].includes(error.code))
        return null;
      throw error;
    });
    if (sender === null || edition === null) continue;
    // What was drawn is in the ledger.
    await assets.keep(edition);
    for (const name of picturesInMail(edition.html, sender.publicUrl))
      if (!(await assets.putBack(name))) return name;
  }
  return null;
}
