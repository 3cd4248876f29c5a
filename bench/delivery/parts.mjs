/** The parts of the bench, each with its aims: ratios within the run, so that they hold on any machine. */
import { admin } from './admin.mjs';
import { freezing, growth, restart } from './campaigns.mjs';
import { answerOf, median, start } from './machinery.mjs';
import { rates } from './rates.mjs';

const atLeast = (aim, measured, wanted) => ({
  aim,
  measured,
  wanted: `≥ ${wanted}`,
  met: measured >= wanted,
});
const atMost = (aim, measured, wanted) => ({ aim, measured, wanted: `≤ ${wanted}`, met: measured <= wanted });

export const parts = {
  makers: {
    minutes: [0.2, 0.5],
    async run({ rounds, quick, say }) {
      const child = start('makers.mjs', [rounds, quick ? 300 : 800]);
      const { found, bytes } = await answerOf(child, 'made');
      const us = Object.fromEntries(Object.entries(found).map(([name, runs]) => [name, median(runs)]));
      say(`a message has ${bytes} bytes`);
      for (const [name, value] of Object.entries(us))
        say(`${name.padEnd(31)} ${value.toFixed(1).padStart(8)} µs`);
      return { bytes, us };
    },
    aims: ({ us }) => [
      atLeast('our maker to MailComposer', us['MailComposer, html and text'] / us['our maker'], 200),
    ],
  },
  rates: {
    minutes: [2, 12],
    run: ({ rounds, quick, say }) =>
      rates({
        rounds,
        say,
        windowMs: quick ? 1_000 : 1_500,
        connections: quick ? [5] : [1, 5, 20],
        delays: quick ? [0] : [0, 20],
      }),
    aims(results) {
      const at = (sender, connections, delayMs) =>
        results.find(
          (each) => each.sender === sender && each.connections === connections && each.delayMs === delayMs,
        )?.perSecond;
      const aims = [];
      for (const { connections } of results.filter(
        ({ delayMs, sender }) => delayMs === 0 && sender.startsWith('raw'),
      )) {
        for (const kind of ['sqlite', 'postgres']) {
          const ours = at(`one worker, ${kind}`, connections, 0);
          if (ours === undefined) continue;
          const where = `one worker on ${kind}, ${connections} connections, to nodemailer's pool with`;
          aims.push(atLeast(`${where} html`, ours / at('nodemailer pool, html and text', connections, 0), 6));
          aims.push(atLeast(`${where} raw`, ours / at('nodemailer pool, raw', connections, 0), 1.5));
        }
      }
      for (const { connections, delayMs, perSecond } of results.filter(
        ({ sender }) => sender === 'two workers, postgres',
      ))
        aims.push(
          atLeast(
            `two workers to one, ${connections} connections, ${delayMs} ms a reply`,
            perSecond / at('one worker, postgres', connections, delayMs),
            1.7,
          ),
        );
      return aims;
    },
  },
  freezing: {
    minutes: [0.5, 2],
    run: ({ rounds, quick, say }) => freezing({ rounds, say, people: quick ? 50_000 : 200_000 }),
    aims: (results) =>
      results.map(({ database, perSecond }) =>
        atLeast(
          `recipients frozen per second on ${database}`,
          perSecond,
          database === 'sqlite' ? 100_000 : 50_000,
        ),
      ),
  },
  restart: {
    minutes: [0.5, 1],
    run: ({ rounds, say }) => restart({ rounds, say }),
    aims: () => [],
  },
  admin: {
    minutes: [1, 2],
    run: ({ rounds, quick, say }) => admin({ rounds, say, askMs: quick ? 3_000 : 6_000 }),
    aims: ({ rest, sending }) => [atMost('admin p95 during a send to at rest', sending / rest, 2)],
  },
  growth: {
    minutes: [2, 25],
    run: ({ quick, say }) => growth({ say, sizes: quick ? [10_000, 100_000] : [10_000, 100_000, 1_000_000] }),
    aims(results) {
      const most = Math.max(...results.map(({ people }) => people));
      return results
        .filter(({ people }) => people === most)
        .flatMap((large) => {
          const least = results.find(
            ({ database, people }) => database === large.database && people === 10_000,
          );
          const what = `at ${most} recipients to 10000, ${large.database}`;
          return [
            atMost(`CPU per message ${what}`, large.cpuMs / least.cpuMs, 1.1),
            atMost(`worker's memory ${what}`, large.medianMb / least.medianMb, 1.2),
          ];
        });
    },
  },
};
