import type { RecordedDecision } from '@nachra/delivery';
import { linkSecret, type LedgerBench } from '../../support/campaign';
import { loadPlugin } from '../../support/cms';

type Watching = typeof import('../../../cms/plugin/server/src/ledger-watch/ledger-watch');
type StoredAnchor = import('../../../cms/plugin/server/src/ledger-watch/anchor-store').StoredAnchor;
const { watchLedger } = loadPlugin<Watching>('ledger-watch/ledger-watch');

/** What the content database would have stored of a ledger. */
export interface WatchedContent {
  anchor: StoredAnchor | null;
  journal: (RecordedDecision & { ledger: string })[];
  readers: { campaign: string; piece: number; readers: number; hashes: string }[];
  /** The entries of the journal, as they are witnessed. */
  written: string[];
  /** What stands in the way of remembering another piece. */
  beforePiece: () => void;
}

export const emptyContent = (): WatchedContent => ({
  anchor: null,
  journal: [],
  readers: [],
  written: [],
  beforePiece: () => undefined,
});

/** A CMS that has just started, without the rest of it, and looks only when it is asked. */
export async function startWatching(bench: LedgerBench, content: WatchedContent) {
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const watch = watchLedger(
    {
      ledger: bench.ledger,
      anchors: {
        read: async () => content.anchor,
        async store(anchor, alongside) {
          content.anchor = anchor;
          await alongside();
        },
      },
      journal: {
        last: async () => content.written.length,
        settled: async () => ({ entries: content.written.length, last: content.written.length }),
        read: async (after, limit) =>
          content.written.map((text, index) => ({ id: index + 1, text })).slice(after, after + limit),
      },
      linkSecret,
      async copyEvents(ledger, events) {
        const known = new Set(content.journal.filter((entry) => entry.ledger === ledger).map(({ id }) => id));
        for (const event of events) if (!known.has(event.id)) content.journal.push({ ...event, ledger });
      },
      readers: {
        append: async ({ id }, piece) => {
          content.beforePiece();
          for (const edition of piece) content.readers.push({ campaign: id, ...edition });
        },
        pieces: async (id) => content.readers.filter(({ campaign }) => campaign === id),
        counts: async () => new Map(content.readers.map(({ campaign, readers }) => [campaign, readers])),
      },
      readSuppressionRecords: async () => [],
      claimApproval: async () => true,
      knowsApproval: async () => true,
      peopleToday: async () => new Map(),
      addressesToday: async (ids) => new Map(ids.map((id) => [id, `r${id.slice(1)}@readers.test`])),
      stops: new Map(),
      sessions: { bind: async () => undefined, tell: async () => undefined },
      log,
      now: () => new Date(),
    },
    3_600_000,
  );
  await watch.examine();
  return watch;
}
