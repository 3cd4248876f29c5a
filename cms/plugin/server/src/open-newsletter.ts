import {
  openAnnouncer,
  openLedger,
  workerCommand,
  type Ledger,
  type LedgerHold,
  type QueueState,
} from '@nachra/delivery';
import type { Core } from '@strapi/strapi';
import { openApprovals } from './campaigns/approvals';
import { openHoldDecisions } from './campaigns/decide-holds';
import { openCampaigns } from './campaigns/open-campaigns';
import { addressesOfPeople } from './campaigns/test-recipients';
import { countApprovers } from './campaigns/four-eyes';
import { smtpMissing } from './campaigns/test-send';
import type { Desk } from './desk/desk';
import { openApprovalStore } from './content/documents/approval-store';
import { openAudienceStore } from './content/documents/audience-store';
import { openBrand } from './content/documents/brand';
import { openIssueStore } from './content/documents/issue-store';
import { openJournalStore } from './content/documents/journal-store';
import { stageMover } from './content/stage/move-stage';
import { openAssetStore } from './editions/asset-store';
import { pictureFetcher } from './editions/copy-pictures';
import { openEditions } from './editions/editions';
import { openJournal } from './common/journal';
import { eventLog, type EventLog } from './common/log';
import { sendingOf } from './common/sending';
import type { NewsletterSettings } from './common/settings';
import { openAnchorStore } from './ledger-watch/anchor-store';
import { watchLedger } from './ledger-watch/ledger-watch';
import { Refusal } from './common/refusal';
import { followCampaigns } from './worker/follow-campaigns';
import { superviseWorker, type WorkerHealth } from './worker/supervisor';

/** Everything the plugin has open while the CMS runs. */
export interface Newsletter {
  desk: Desk;
  ledger: Ledger;
  log: EventLog;
  settings: NewsletterSettings;
  /** Why nothing may leave; null when all is well. */
  hold: () => LedgerHold | null;
  /** How the worker beside the CMS is; null where workers are started by hand. */
  workerHealth: (() => WorkerHealth) | null;
  /** How the queue on Redis is; null where there is none. */
  queueState: (() => Promise<QueueState>) | null;
  /** Ends the worker after it has finished what is on its way, then closes the ledger. */
  close(): Promise<void>;
}

/**
 * Opens the plugin: the one place where its parts are made and handed to each other.
 *
 * @throws {DeliveryError} when a setting of mail servers, DKIM or the like cannot be used, or the ledger cannot be opened or
 * written. Strapi does not start in either case
 */
export async function openNewsletter(strapi: Core.Strapi, settings: NewsletterSettings): Promise<Newsletter> {
  const { publicUrl, linkSecret, defaultLanguage } = settings;
  const { mailServers, dkim, redis, worker: workerSettings } = sendingOf(settings);
  const isMute = mailServers.length === 0;
  const log = eventLog(strapi.log);
  const now = () => new Date();
  const ledger = await openLedger(settings.ledger);
  const issues = openIssueStore(strapi, defaultLanguage);
  const audience = openAudienceStore(strapi, defaultLanguage);
  const readBrand = openBrand(strapi, defaultLanguage);
  const assets = openAssetStore(settings.assetsDir);
  const editions = openEditions(strapi, issues, readBrand, publicUrl, assets);
  const moveStage = stageMover(strapi, log);
  const journal = openJournal(strapi, now);
  const records = openApprovalStore(strapi);
  const watch = watchLedger({
    ledger,
    anchors: openAnchorStore(strapi),
    linkSecret,
    copyEvents: (uid, events) => journal.copyEvents(uid, events),
    claimApproval: (name) => records.claim(name),
    log,
    now,
  });
  // Before anything could leave, and before an issue is moved by what the ledger has lost.
  await watch.examine();
  const approvals = openApprovals({
    ...{ issues, editions, assets, records, journal, moveStage, ledger, publicUrl, now },
    fetchPicture: pictureFetcher(),
    approvers: () => countApprovers(strapi),
    transaction: async (work) => strapi.db.transaction(work) as ReturnType<typeof work>,
  });
  // Settings are content too: an approval does not outlive another public address.
  await approvals.voidStale();
  const isHeld = (): boolean => watch.hold() !== null;
  const follower = followCampaigns({ issues, records, moveStage, ledger, log, now, isHeld });
  // What was decided stands in the journal, and the stages are right, for whoever reads next.
  const follow = async (): Promise<void> => {
    await watch.witness();
    await follower.look();
  };
  const worker =
    settings.worker === 'embedded' && workerSettings !== null && watch.hold() !== 'damaged'
      ? superviseWorker({
          command: workerCommand,
          settings: workerSettings,
          log,
          onProgress: () => follower.nudge(),
          onDamage: () => watch.damaged(),
        })
      : null;
  const announcer = redis && (await openAnnouncer(redis, { ledger, logger: log, now }));
  if (isMute) log.warn({ event: 'smtp.missing' }, 'SMTP_URL is not set: nothing can be sent until it is.');

  const wake = (): void => {
    worker?.wake();
    announcer?.announce();
  };
  const campaigns = openCampaigns({
    issues,
    editions,
    records,
    assets,
    audience,
    ledger,
    log,
    now,
    defaultLanguage,
    follow,
    witness: () => watch.witness(),
    cannotSend() {
      const hold = watch.hold();
      if (hold !== null) return new Refusal('SENDING_HELD', { hold });
      return isMute ? smtpMissing() : null;
    },
    wake,
  });
  const holds = openHoldDecisions({
    issues,
    records,
    moveStage,
    ledger,
    watch,
    log,
    now,
    async goOn() {
      await follow();
      wake();
    },
  });
  const desk: Desk = {
    issues,
    editions,
    assets,
    records,
    approvals,
    campaigns,
    journal,
    journalEntries: openJournalStore(strapi),
    audience,
    holds,
    ledger,
    readBrand,
    mailServers,
    dkim,
    people: () => addressesOfPeople(strapi),
    publicUrl,
    linkSecret,
    defaultLanguage,
    now,
    follow: () => follower.look(),
  };

  return {
    desk,
    ledger,
    log,
    settings,
    hold: () => watch.hold(),
    workerHealth: worker && (() => worker.health()),
    queueState: announcer && (() => announcer.state()),
    async close() {
      await worker?.stop();
      await follower.stop();
      await watch.stop();
      await announcer?.close();
      await ledger.close();
    },
  };
}
