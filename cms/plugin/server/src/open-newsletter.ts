import path from 'node:path';
import {
  openAnnouncer,
  openLedger,
  workerCommand,
  type Ledger,
  type LedgerHold,
  type QueueState,
} from '@nachra/delivery';
import type { Core } from '@strapi/strapi';
import { openApprovals } from './campaigns/approvals/approvals';
import { openCorrections } from './campaigns/approvals/corrections';
import { openHoldDecisions } from './campaigns/progress/decide-holds';
import { openCampaigns } from './campaigns/start/open-campaigns';
import { lockPerson, teamMembers } from './campaigns/test-sends/test-recipients';
import { activeApprovers } from './campaigns/approvals/approvers';
import { uploadsAt } from './campaigns/approvals/four-eyes';
import { smtpMissing } from './common/usable-server';
import type { Desk } from './desk/desk';
import { mayStillSee } from './desk/preview/may-see';
import { openApprovalStore } from './content/documents/approval-store';
import { peopleToday } from './campaigns/audience/audience';
import { carryDecided } from './content/carry-stops';
import { openAudienceStore } from './content/documents/audience-store';
import { openBehindApprover } from './campaigns/approvals/behind-approver';
import { openBrand } from './content/documents/brand';
import { openIssueStore } from './content/documents/issue-store';
import { openJournalStore } from './content/documents/journal-store';
import { openReaderMemory } from './content/documents/reader-memory';
import { openHistory } from './content/revisions/history';
import { stageMover } from './content/stage/move-stage';
import { openAssetStore } from './editions/asset-store';
import { pictureElsewhere } from './editions/picture-elsewhere';
import { pictureFetcher } from './editions/copy-pictures';
import { openCutStore } from './editions/cut-store';
import { openEditions } from './editions/editions';
import { openForgottenSends } from './editions/forgotten-sends';
import { openRenderPool } from './editions/render-pool';
import { openSpelling } from './editions/spelling';
import { contentTransactions } from './common/content-transactions';
import { overwriteAllErased } from './common/overwrite-content';
import { openJournal } from './common/journal';
import { eventLog, type EventLog } from './common/log';
import type { NewsletterSettings } from './common/settings';
import { openAnchorStore } from './ledger-watch/anchor-store';
import { bindSessions } from './ledger-watch/end-sessions';
import { openWitnessedJournal } from './ledger-watch/journal-source';
import { watchLedger } from './ledger-watch/ledger-watch';
import type { CampaignStops } from './ledger-watch/let-go';
import { watchPictures } from './ledger-watch/watch-pictures';
import { Refusal } from './common/refusal';
import { openReviewing } from './reviews/open-reviewing';
import { openPreparations } from './preparation/preparations';
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
 * @throws {DeliveryError} when the ledger cannot be opened or written; Strapi does not start then
 */
export async function openNewsletter(strapi: Core.Strapi, settings: NewsletterSettings): Promise<Newsletter> {
  const { publicUrl, linkSecret, personKey, defaultLanguage, sending } = settings;
  const { servers: mailServers, dkim, redis } = sending;
  const isMute = mailServers.length === 0;
  const log = eventLog(strapi.log);
  const now = () => new Date();
  const ledger = await openLedger(settings.ledger, personKey);
  const issues = openIssueStore(strapi, defaultLanguage);
  const audience = openAudienceStore(strapi, defaultLanguage);
  const readBrand = openBrand(strapi, defaultLanguage);
  const mostPixels = settings.mostMegapixels * 1_000_000;
  const assets = openAssetStore(settings.assetsDir, mostPixels, {
    log,
    elsewhere: (name) => pictureElsewhere(path.join(strapi.dirs.static.public, 'uploads'), name),
  });
  const cuts = openCutStore(path.join(settings.assetsDir, 'cuts'), mostPixels, assets);
  const pool = openRenderPool();
  const records = openApprovalStore(strapi);
  const entries = openJournalStore(strapi);
  const forgottenSends = openForgottenSends({ entries, records });
  const editions = openEditions(strapi, issues, readBrand, publicUrl, assets, cuts, pool, forgottenSends);
  const moveStage = stageMover(strapi, log);
  const journal = openJournal(strapi, now);
  const readers = openReaderMemory(strapi, ledger);
  const stops: CampaignStops = new Map();
  const { settled, ...content } = contentTransactions(strapi, log);
  const { transaction } = content;
  const watch = watchLedger({
    ...{ ledger, stops, readers, linkSecret, log, now },
    anchors: openAnchorStore(strapi),
    sessions: bindSessions(strapi, ledger, log),
    journal: openWitnessedJournal(strapi),
    async copyEvents(uid, events) {
      await carryDecided({ audience, ledger, now }, events);
      return journal.copyEvents(uid, events);
    },
    peopleToday: () => peopleToday(audience),
    readSuppressionRecords: () => journal.readSuppressionRecords(),
    claimApproval: (name) => records.claim(name),
    knowsApproval: (name, hash) => records.knows(name, hash),
    addressesToday: (subscriberIds) => audience.addressesToday(subscriberIds),
  });
  // Before anything could leave, and before an issue is moved by what the ledger has lost.
  await watch.examine();
  const hold = () => watch.hold();
  const history = openHistory(strapi, now);
  const reviewing = openReviewing(strapi, {
    ...{ settings, issues, editions, ledger, journal, records, readBrand, hold, log, now, ...content },
    pruneVersions: () => history.prune(),
    maySee: (userId, documentId) => mayStillSee(strapi, { kind: 'issue', userId, documentId }),
  });
  const { reviews, setAsides, noticePost } = reviewing;
  const approvals = openApprovals({
    ...{ issues, editions, assets, records, reviews, journal, moveStage, ledger, publicUrl, now },
    ...{ ...content, setAsides, stops },
    fetchPicture: pictureFetcher(),
    behind: openBehindApprover(entries),
    approvers: () => activeApprovers(strapi),
    uploadsAt: (addresses) => uploadsAt(strapi, addresses),
  });
  const corrections = openCorrections({
    ...{ issues, records, journal, moveStage, ledger, history, now, ...content, stops },
  });
  // Settings are content too: an approval does not outlive another public address.
  await approvals.voidStale(null);
  const isHeld = (): boolean => watch.hold() !== null;
  const follower = followCampaigns({
    ...{ issues, records, moveStage, transaction, ledger, log, now, isHeld },
    finished: (issue, approval) => reviews.sent(issue, approval),
  });
  // What was decided stands in the journal, and the stages are right, for whoever reads next.
  const follow = async (): Promise<void> => {
    await watch.witness();
    await follower.look();
  };
  const worker =
    settings.worker === 'embedded' && !isMute && watch.hold() !== 'damaged'
      ? superviseWorker({
          command: workerCommand,
          settings: {
            ...sending,
            ledger: settings.ledger,
            linkSecret,
            personKey,
            logLevel: settings.workerLogLevel,
          },
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
  const pictures = watchPictures({ ledger, assets, log, now, isHeld, wake });
  const campaigns = openCampaigns({
    ...{ issues, editions, records, assets, audience, readers, entries },
    ...{ ledger, transaction, log, now, readBrand, follow },
    async witness(campaign) {
      await watch.remember(campaign);
      await watch.witness();
    },
    cannotSend() {
      const hold = watch.hold();
      if (hold !== null) return new Refusal('SENDING_HELD', { hold });
      return isMute ? smtpMissing() : null;
    },
    wake,
  });
  const holds = openHoldDecisions({
    ...{ issues, records, entries, moveStage, ledger, transaction, watch, audience, readers, readBrand },
    endUnsent: (by, since) => approvals.endUnsent(by, since),
    log,
    now,
    follow: () => follower.catchUp(),
    async goOn() {
      await pictures.look();
      await follow();
      wake();
    },
  });
  const desk: Desk = {
    ...{ issues, editions, assets, records, approvals, corrections, campaigns },
    showRendition: (task) => pool.show(task),
    placesInMail: (task) => pool.places(task),
    spelling: openSpelling(pool, readBrand),
    ...reviewing,
    preparations: openPreparations(strapi, {
      ...{ readBrand, journal, transaction, now },
      carryDecisions: (from, to) => setAsides.carry(from, to),
    }),
    ...{ journal, entries, history },
    ...{ audience, holds, ledger, hold },
    readBrand,
    mailServers,
    dkim,
    people: () => teamMembers(strapi),
    ...{ publicUrl, linkSecret, defaultLanguage },
    ...content,
    lockPerson: (id) => lockPerson(strapi, id),
    now,
    follow: () => follower.look(),
    witness: () => watch.witness(),
    examineJournal: () => watch.examineJournal(),
    overwriteErased: () => overwriteAllErased(strapi, ledger, log),
  };

  return {
    desk,
    ledger,
    log,
    settings,
    hold,
    workerHealth: worker && (() => worker.health()),
    queueState: announcer && (() => announcer.state()),
    async close() {
      await settled();
      await worker?.stop();
      await follower.stop();
      await noticePost.stop();
      await pictures.stop();
      await watch.stop();
      await announcer?.close();
      await pool.close();
      await ledger.close();
    },
  };
}
