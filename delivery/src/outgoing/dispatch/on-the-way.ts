import type { ClaimedDelivery } from '../../campaigns/changes/claim';
import type { MailServer } from '../servers';
import type { SmtpOutcome } from '../smtp';
import type { Ended } from './settling';

/** A delivery that may leave, and the server it leaves by. */
export interface Planned {
  delivery: ClaimedDelivery;
  server: MailServer;
}

/** How long an outcome waits for others to be written with it, in milliseconds. */
const longestWaitMs = 50;

/** Messages that were handed to the transport, and those of them whose outcome is not written yet. */
export interface OnTheWay {
  /** Sends deliveries whose intent is written. */
  send(planned: readonly Planned[]): void;
  /** How many are with the transport. */
  count(): number;
  /** Outcomes that are not written yet; whoever writes them removes them with {@link OnTheWay.written}. */
  ended(): readonly Ended[];
  written(ended: readonly Ended[]): void;
  /** Waits until that many have finished, or all have, or one has waited long enough for others. */
  some(count: number): Promise<void>;
  /** Waits until nothing is with the transport any more. */
  none(): Promise<void>;
}

/** @param sendOne never throws */
export function onTheWay(sendOne: (planned: Planned) => Promise<SmtpOutcome>): OnTheWay {
  let count = 0;
  let ended: Ended[] = [];
  let look: () => void = () => undefined;
  return {
    send(planned) {
      count += planned.length;
      for (const one of planned) {
        void sendOne(one).then((outcome) => {
          count -= 1;
          ended.push({ delivery: one.delivery, outcome });
          look();
        });
      }
    },
    count: () => count,
    ended: () => [...ended],
    written(these) {
      const gone = new Set(these);
      ended = ended.filter((each) => !gone.has(each));
    },
    some: (wanted) =>
      new Promise((resolve) => {
        let timer: NodeJS.Timeout | undefined;
        const enough = (): void => {
          clearTimeout(timer);
          resolve();
        };
        look = () => {
          if (count === 0 || ended.length >= wanted) enough();
          else if (ended.length > 0) timer ??= setTimeout(enough, longestWaitMs);
        };
        look();
      }),
    none: () =>
      new Promise((resolve) => {
        look = () => {
          if (count === 0) resolve();
        };
        look();
      }),
  };
}
