import type { Ledger } from '../../ledger';
import type { MailServer, MailServers } from '../servers';
import type { SmtpOutcome } from '../smtp';
import type { BackOff } from './back-off';
import type { ClaimedDelivery, Lease } from '../../campaigns/deliveries/claimed';
import { holdBack } from './hold-back';
import type { messageMakers } from './message-makers';
import { onTheWay, type OnTheWay } from './on-the-way';
import { release } from './release';
import { takeTurn, type Ended } from './turn';
import type { Unwritten } from './unwritten';

/** What a chunk is dispatched with. */
export interface DispatchDependencies {
  ledger: Ledger;
  servers: MailServers;
  makers: ReturnType<typeof messageMakers>;
  /** The domain that a campaign's sender is limited by. */
  senderDomainOf: (campaignId: string) => Promise<string>;
  now: () => Date;
  lease: Lease;
  /** Claims the next chunk, while the connections are busy with this one; nothing when the dispatch is to end. */
  claimMore?: () => Promise<readonly ClaimedDelivery[]>;
  /** Takes the outcomes that could not be written. */
  unwritten: Unwritten;
  backOff?: BackOff;
  /** True once the worker was asked to stop: what is under way finishes, nothing new begins. */
  isStopping: () => boolean;
}

/**
 * How large a group may become: deliveries that are begun and not settled, all of which are in doubt after a crash. A disk
 * syncs once for half of them, which makes that a small part of what a message costs.
 */
export function largestGroup(connections: number): number {
  return Math.max(40, connections * 4);
}

/** How a dispatch ended. */
export interface ChunkEnd {
  /** Milliseconds in which nothing may leave: every server is in trouble, or a limit is reached. 0 when all went on. */
  pauseMs: number;
  /** When the first of those comes due whose domain takes no more for now; null when nobody is held back. */
  heldUntil: Date | null;
}

/**
 * Takes a claimed chunk to the mail servers, and the chunks that are claimed meanwhile: server and limits, intent, bytes,
 * outcome. What has ended is settled in the transaction that writes the next intents, and the rest stays on its way
 * meanwhile, so that neither the disk nor one slow answer holds up the others. The group under way begins with two for each
 * connection and grows up to {@link largestGroup} only where a server is so quick that half of it ends within a moment.
 *
 * What cannot leave goes back to the queue, and no attempt is spent on it.
 *
 * @param chunk as {@link claimChunk} gave it
 * @throws what a write failed with, once nothing is on its way any more
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
  readonly #serverOf = new Map<number, MailServer>();
  readonly #failures: unknown[] = [];
  readonly #end: ChunkEnd = { pauseMs: 0, heldUntil: null };
  #claiming: Promise<void> | null = null;
  #isDry: boolean;
  /** Deliveries that may be begun and not settled at this time. */
  #groupSize: number;

  constructor(dependencies: DispatchDependencies) {
    this.#with = dependencies;
    this.#groupSize = dependencies.servers.connections * 2;
    this.#isDry = dependencies.claimMore === undefined;
    this.#sending = onTheWay((delivery) => this.#send(delivery));
  }

  async run(chunk: readonly ClaimedDelivery[]): Promise<ChunkEnd> {
    const { ledger, lease, now } = this.#with;
    await this.#take(chunk);
    while (await this.#turn()) await this.#somethingToDo();
    if (this.#failures.length > 0) throw this.#failures[0];
    await release(ledger, lease.owner, null, now());
    return this.#end;
  }

  /** Whatever can go wrong in preparing an edition goes wrong here, before any intent is written. */
  async #take(chunk: readonly ClaimedDelivery[]): Promise<void> {
    await Promise.all(chunk.map(({ campaignId, language }) => this.#with.makers(campaignId, language)));
    this.#claimed.push(...chunk);
  }

  /** Settles what has ended, begins what there is room for. @returns whether anything is left to do */
  async #turn(): Promise<boolean> {
    const { servers, now } = this.#with;
    const sending = this.#sending;
    let next: readonly ClaimedDelivery[] = [];
    try {
      const ended = sending.ended();
      this.#pace(ended.length);
      if (this.#claimed.length <= this.#groupSize) this.#claimAhead();
      next = await this.#planned();
      if (ended.length + next.length + sending.count() === 0)
        return this.#claiming !== null || this.#hasMore();
      sending.send(await this.#write(ended, next));
      next = [];
      await servers.learn(ended, now());
      this.#end.pauseMs = Math.max(this.#end.pauseMs, servers.waitMs());
      return true;
    } catch (error) {
      this.#failures.unshift(error);
      // What is on its way would come to its end unseen, and what was to leave may bear the intent.
      await Promise.all([sending.some(Infinity), this.#claiming]);
      const unsent = next.map((delivery) => ({ delivery, outcome: neverSent }));
      this.#with.unwritten.keep([...sending.ended(), ...unsent]);
      return false;
    }
  }

  /** Those of the claimed, of one campaign, that there is room for and that servers and limits let go now. */
  async #planned(): Promise<ClaimedDelivery[]> {
    const { ledger, servers, senderDomainOf, lease, now } = this.#with;
    const [first] = this.#claimed;
    const room = this.#groupSize - this.#sending.count();
    if (!first || room <= 0 || this.#isOver()) return [];
    const others = this.#claimed.findIndex(({ campaignId }) => campaignId !== first.campaignId);
    const group = this.#claimed.splice(0, others < 0 ? room : Math.min(room, others));
    const { go, held, pauseMs } = await servers.plan(group, await senderDomainOf(first.campaignId), now());
    await holdBack(
      ledger,
      lease.owner,
      held.map(({ delivery, until }) => ({ rowId: delivery.rowId, until })),
      now(),
    );
    for (const { until } of held)
      if (this.#end.heldUntil === null || until < this.#end.heldUntil) this.#end.heldUntil = until;
    this.#end.pauseMs = Math.max(this.#end.pauseMs, pauseMs);
    for (const { delivery, server } of go) this.#serverOf.set(delivery.rowId, server);
    return go.map(({ delivery }) => delivery);
  }

  async #write(ended: readonly Ended[], next: readonly ClaimedDelivery[]): Promise<ClaimedDelivery[]> {
    const { ledger, lease, now, backOff } = this.#with;
    const begun = await takeTurn(ledger, { ended, next }, { lease, now: now(), backOff });
    this.#sending.written(ended);
    return begun;
  }

  /** Grows the group where half of it ended before anybody had to wait, and lets it shrink where it did not. */
  #pace(ended: number): void {
    const { connections } = this.#with.servers;
    const size = ended >= this.#groupSize / 2 ? this.#groupSize * 2 : this.#groupSize / 2;
    this.#groupSize = Math.min(largestGroup(connections), Math.max(connections * 2, Math.floor(size)));
  }

  #isOver(): boolean {
    return this.#end.pauseMs > 0 || this.#failures.length > 0 || this.#with.isStopping();
  }

  #hasMore(): boolean {
    return this.#claimed.length > 0 && !this.#isOver();
  }

  #claimAhead(): void {
    const { claimMore } = this.#with;
    if (!claimMore || this.#isDry || this.#claiming || this.#isOver()) return;
    this.#claiming = claimMore()
      .then((chunk) => {
        this.#isDry = chunk.length === 0;
        return this.#take(chunk);
      })
      .catch((error: unknown) => void this.#failures.push(error))
      .finally(() => (this.#claiming = null));
  }

  /** Waits until half of the group has ended, or a few have waited for the others, or more was claimed for idle connections. */
  async #somethingToDo(): Promise<void> {
    const sending = this.#sending;
    if (sending.count() === 0) return void (this.#hasMore() || (await this.#claiming));
    const hasRoom = this.#claimed.length === 0 && sending.count() < this.#with.servers.connections;
    const half = sending.some(this.#groupSize / 2);
    await (this.#claiming && hasRoom ? Promise.race([half, this.#claiming]) : half);
  }

  async #send(delivery: ClaimedDelivery): Promise<SmtpOutcome> {
    const { makers, servers, now } = this.#with;
    const server = this.#serverOf.get(delivery.rowId);
    this.#serverOf.delete(delivery.rowId);
    try {
      const make = await makers(delivery.campaignId, delivery.language);
      return server ? await servers.send(server, make(delivery, now())) : neverSent;
    } catch (error) {
      this.#failures.push(error);
      return neverSent;
    }
  }
}

const neverSent: SmtpOutcome = {
  kind: 'server-unavailable',
  trouble: 'stopped',
  code: null,
  enhanced: null,
  reply: 'It was not handed over',
};
