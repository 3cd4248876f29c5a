import { holdBack, releaseClaimed, type ClaimedDelivery, type Lease } from '../../campaigns/changes/claim';
import { holdCampaign } from '../../campaigns/holds';
import type { Ledger } from '../../ledger';
import type { MailServers } from '../servers';
import type { SmtpOutcome } from '../smtp';
import type { BackOff } from './back-off';
import { afterClaim, claimOf, closing, failed, mayBegin, type Mode } from './modes';
import { isSpoilt, type Preparation } from './preparation';
import type { Unwritten } from './settling';
import { onTheWay, type OnTheWay, type Planned } from './on-the-way';
import { takeTurn } from './turn';

/** What a chunk is dispatched with. */
interface DispatchDependencies {
  ledger: Ledger;
  servers: MailServers;
  preparation: Preparation;
  now: () => Date;
  lease: Lease;
  /** Claims the next chunk while the connections are busy with this one; left out when no more is to be claimed. */
  claimMore?: () => Promise<readonly ClaimedDelivery[]>;
  /** Receives the outcomes that could not be written. */
  unwritten: Unwritten;
  backOff?: BackOff;
  /** Hears of a campaign that waits for a person from now on, because an edition of it is not what was frozen. */
  onSpoilt?: (campaignId: string, why: Error) => void;
  /** True once the worker has been asked to stop: what is under way finishes, nothing new begins. */
  isStopping: () => boolean;
}

/**
 * The largest number of deliveries that one worker may have begun and not settled at any moment, and so the largest number
 * left in doubt by one crash of the worker, or by losing the ledger's database during a send. With two workers it is twice
 * that. The disk syncs once for half of them, so a sync is a small part of the cost of a message.
 *
 * @param connections that the worker may have open to all its mail servers together
 */
export function largestGroup(connections: number): number {
  return Math.max(40, connections * 4);
}

/** How a dispatch ended. */
interface ChunkEnd {
  /** Milliseconds in which nothing may leave, because every server is in trouble or a limit is reached. 0 otherwise. */
  pauseMs: number;
  /** When the first delivery held back by its domain's limit comes due; null when none is held back. */
  heldUntil: Date | null;
}

/**
 * Sends a claimed chunk, and the chunks claimed meanwhile: pick the server and check the limits, write the intent, send the
 * bytes, write the outcome. Its modes are described in `modes.ts`.
 *
 * Finished attempts are settled in the transaction that writes the next intents, while the rest stay under way, so neither the
 * disk nor one slow answer holds up the others. The group under way begins with two for each connection, and grows up to
 * {@link largestGroup} only where a server is so fast that half of the group finishes almost at once.
 *
 * Deliveries that cannot leave go back to the queue without spending an attempt.
 *
 * @param chunk as {@link claimChunk} gave it
 * @throws the first error, once nothing is under way any more; by then, outcomes that could not be written are kept
 */
export function dispatchChunk(
  chunk: readonly ClaimedDelivery[],
  dependencies: DispatchDependencies,
): Promise<ChunkEnd> {
  return new Dispatch(dependencies).run(chunk);
}

class Dispatch {
  readonly #with: DispatchDependencies;
  readonly #sending: OnTheWay;
  readonly #claimed: ClaimedDelivery[] = [];
  readonly #end: ChunkEnd = { pauseMs: 0, heldUntil: null };
  #mode: Mode;
  /** How many deliveries may be begun and not yet settled right now. */
  #groupSize: number;

  constructor(dependencies: DispatchDependencies) {
    this.#with = dependencies;
    this.#groupSize = dependencies.servers.connections * 2;
    this.#mode = { name: dependencies.claimMore ? 'open' : 'dry' };
    this.#sending = onTheWay((planned) => this.#send(planned));
  }

  async run(chunk: readonly ClaimedDelivery[]): Promise<ChunkEnd> {
    const { ledger, lease, now } = this.#with;
    await this.#take(chunk);
    while (await this.#turn()) await this.#somethingToDo();
    if (this.#mode.name === 'failed') throw this.#mode.error;
    await releaseClaimed(ledger, lease.owner, now());
    return this.#end;
  }

  /**
   * Prepares the editions first, so that any failure happens before an intent is written. Deliveries of an edition that is not what was
   * frozen are left out, and go back to the queue at the end; their campaign waits for a person, and the others go on.
   */
  async #take(chunk: readonly ClaimedDelivery[]): Promise<void> {
    const { ledger, preparation, now, onSpoilt } = this.#with;
    const spoilt = new Map<number, Error>();
    await Promise.all(
      chunk.map(({ campaignId, campaignRow, language }) =>
        preparation.makerOf(campaignId, language).catch((error: unknown) => {
          if (!isSpoilt(error)) throw error;
          spoilt.set(campaignRow, error);
        }),
      ),
    );
    for (const [campaign, why] of spoilt) {
      const held = await holdCampaign(ledger, campaign, { hold: 'edition-spoilt' }, now());
      const id = chunk.find(({ campaignRow }) => campaignRow === campaign)?.campaignId;
      if (held && id !== undefined) onSpoilt?.(id, why);
    }
    this.#claimed.push(...chunk.filter(({ campaignRow }) => !spoilt.has(campaignRow)));
  }

  /** Settles finished attempts and begins as many new ones as there is room for. @returns whether anything is left to do */
  async #turn(): Promise<boolean> {
    const { ledger, servers, lease, now, backOff } = this.#with;
    const sending = this.#sending;
    let next: readonly Planned[] = [];
    try {
      if (this.#with.isStopping()) this.#mode = closing(this.#mode);
      const ended = sending.ended();
      this.#adjustGroup(ended.length);
      this.#claimAhead();
      next = await this.#plan();
      if (ended.length + next.length + sending.count() === 0)
        return claimOf(this.#mode) !== null || this.#hasMore();
      const begun = await takeTurn(ledger, { ended, next }, { lease, now: now(), backOff });
      sending.written(ended);
      sending.send(begun);
      next = [];
      await servers.learn(ended, now());
      this.#rest(servers.waitMs());
      return true;
    } catch (error) {
      this.#mode = failed(this.#mode, error);
      // Otherwise attempts under way would finish unseen, and those about to leave may already bear the intent.
      await Promise.all([sending.none(), claimOf(this.#mode)]);
      const unsent = next.map(({ delivery }) => ({ delivery, outcome: neverSent }));
      this.#with.unwritten.keep([...sending.ended(), ...unsent]);
      return false;
    }
  }

  #claimAhead(): void {
    const { claimMore } = this.#with;
    if (!claimMore || this.#claimed.length > this.#groupSize || this.#mode.name !== 'open') return;
    const claim = claimMore()
      .then(async (chunk) => {
        await this.#take(chunk);
        return chunk.length > 0;
      })
      .catch((error: unknown) => {
        this.#mode = failed(this.#mode, error);
        return false;
      })
      .then((found) => void (this.#mode = afterClaim(this.#mode, found)));
    this.#mode = { name: 'claiming', claim };
  }

  /** The claimed deliveries of one campaign and sender domain that there is room for and that servers and limits allow now. */
  async #plan(): Promise<readonly Planned[]> {
    const { ledger, servers, preparation, lease, now } = this.#with;
    const [first] = this.#claimed;
    const room = this.#groupSize - this.#sending.count();
    if (!first || room <= 0 || !mayBegin(this.#mode)) return [];
    const next = this.#claimed.slice(0, room);
    const domains = await Promise.all(
      next.map(({ campaignId, language }) => preparation.senderDomainOf(campaignId, language)),
    );
    const [senderDomain = ''] = domains;
    const others = next.findIndex(
      ({ campaignId }, index) => campaignId !== first.campaignId || domains[index] !== senderDomain,
    );
    const group = this.#claimed.splice(0, others < 0 ? next.length : others);
    const { go, held, pauseMs } = await servers.plan(group, senderDomain, now());
    await holdBack(
      ledger,
      lease.owner,
      held.map(({ delivery, until }) => ({ rowId: delivery.rowId, until })),
      now(),
    );
    for (const { until } of held)
      if (this.#end.heldUntil === null || until < this.#end.heldUntil) this.#end.heldUntil = until;
    this.#rest(pauseMs);
    return go;
  }

  /** Grows the group if half of it finished before we had to wait, and shrinks it otherwise. */
  #adjustGroup(ended: number): void {
    const { connections } = this.#with.servers;
    const size = ended >= this.#groupSize / 2 ? this.#groupSize * 2 : this.#groupSize / 2;
    this.#groupSize = Math.min(largestGroup(connections), Math.max(connections * 2, Math.floor(size)));
  }

  /** When nothing may leave for a while, the dispatch ends and the worker waits. */
  #rest(ms: number): void {
    if (ms <= 0) return;
    this.#end.pauseMs = Math.max(this.#end.pauseMs, ms);
    this.#mode = closing(this.#mode);
  }

  #hasMore(): boolean {
    return this.#claimed.length > 0 && mayBegin(this.#mode);
  }

  /** Waits until half of the group has finished, or a few outcomes waited long enough, or more was claimed for idle connections. */
  async #somethingToDo(): Promise<void> {
    const sending = this.#sending;
    const claim = claimOf(this.#mode);
    if (sending.count() === 0) return void (this.#hasMore() || (await claim));
    const hasRoom = this.#claimed.length === 0 && sending.count() < this.#with.servers.connections;
    const half = sending.some(this.#groupSize / 2);
    await (claim && hasRoom ? Promise.race([half, claim]) : half);
  }

  async #send({ delivery, server }: Planned): Promise<SmtpOutcome> {
    const { preparation, servers, now } = this.#with;
    try {
      const make = await preparation.makerOf(delivery.campaignId, delivery.language);
      return await servers.send(server, make(delivery, now()));
    } catch (error) {
      this.#mode = failed(this.#mode, error);
      return neverSent;
    }
  }
}

const neverSent: SmtpOutcome = {
  kind: 'server-unavailable',
  trouble: 'stopped',
  code: null,
  enhanced: null,
  reply: '',
  fault: { code: 'stopped', detail: 'The message was not handed over' },
};
