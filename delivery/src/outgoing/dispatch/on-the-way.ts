import type { SmtpOutcome } from '../smtp';
import type { ClaimedDelivery } from '../../campaigns/deliveries/claimed';
import type { Ended } from './turn';

/** How long an outcome waits for company before it is to be written, in milliseconds. */
const longestWaitMs = 50;

/** Messages that were handed to the transport, and those of them whose outcome is not written yet. */
export interface OnTheWay {
  /** Sends deliveries whose intent is written. */
  send(deliveries: readonly ClaimedDelivery[]): void;
  /** How many are with the transport. */
  count(): number;
  /** Outcomes that are not written yet; whoever has written them takes them out by {@link OnTheWay.written}. */
  ended(): readonly Ended[];
  written(ended: readonly Ended[]): void;
  /** Waits until so many have ended, or all have, or one has waited long enough for others. */
  some(count: number): Promise<void>;
}

/** @param sendOne never throws */
export function onTheWay(sendOne: (delivery: ClaimedDelivery) => Promise<SmtpOutcome>): OnTheWay {
  let count = 0;
  let ended: Ended[] = [];
  let look: () => void = () => undefined;
  return {
    send(deliveries) {
      count += deliveries.length;
      for (const delivery of deliveries) {
        void sendOne(delivery).then((outcome) => {
          count -= 1;
          ended.push({ delivery, outcome });
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
  };
}
