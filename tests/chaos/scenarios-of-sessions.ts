import { beginOrdeal, group } from './ordeal';
import { startHostileServer } from './server';
import type { Course } from './suite';

const people = 2_000;
const replies = [
  '421 4.7.0 That is all for this session',
  '450 4.7.1 Later',
  '451 4.3.0 Later',
  '452 4.5.3 Too many',
  null,
] as const;

/**
 * A server that ends its sessions after one message, ten or a hundred, each by another answer at another command, and a worker
 * that is killed on the way: everybody gets theirs with one attempt, for one refusal a session at most.
 */
export const fullSessions: Course = async (bench, random) => {
  const breaches: string[] = [];
  for (const after of [1, 10, 100]) {
    const server = await startHostileServer();
    const luck = random.of(`after ${after}`);
    server.sessionEnd = () => ({
      after,
      at: luck.pick(['mail', 'rcpt', 'data'] as const),
      reply: luck.pick(replies),
    });
    const ordeal = await beginOrdeal({
      bench,
      server,
      random: luck,
      people,
      environment: { NACHRA_LEASE_MS: '3000' },
    });
    try {
      const victim = ordeal.start();
      await server.more(luck.int(300, 1_200));
      await ordeal.kill(victim);
      ordeal.start();
      await ordeal.finish();
      breaches.push(...(await ordeal.judge(group)));
      const { count, mostRefusals } = server.sessions;
      if (mostRefusals > 1) breaches.push(`${mostRefusals} refusals in a session of ${after}`);
      if (count < server.taken() / after) breaches.push(`only ${count} sessions of ${after}`);
      // A look beyond the limit, or what two killed workers had open, is no reason for many more.
      if (count > (server.taken() / after) * 2 + 50) breaches.push(`${count} sessions of ${after}`);
      for (const [address, { state, attempts }] of await ordeal.deliveries())
        if (attempts > 1 || state === 'rejected') breaches.push(`${address}: ${state}, ${attempts} attempts`);
    } finally {
      await ordeal.end();
    }
  }
  return breaches.slice(0, 20);
};
