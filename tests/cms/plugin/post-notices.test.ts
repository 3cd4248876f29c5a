import { it, onTestFinished } from 'vitest';
import { loadPlugin } from '../../support/cms';
import { until } from '../../support/until';

type Post = typeof import('../../../cms/plugin/server/src/notices/post-notices');

it('looks again at once when something became due while it looked', async () => {
  const { postNotices } = loadPlugin<Post>('notices/post-notices');
  const anHour = 3_600_000;
  let looks = 0;
  const outbox = {
    doubt: () => Promise.resolve(),
    // What is due was read; what comes now is not in it.
    due() {
      looks += 1;
      if (looks === 1) post.nudge();
      return Promise.resolve([]);
    },
  };
  const dependencies = {
    outbox,
    mailServers: [],
    now: () => new Date(),
    heldAt: () => Promise.resolve(null),
  };
  const post = postNotices(dependencies as unknown as Parameters<Post['postNotices']>[0], anHour);
  onTestFinished(() => post.stop());
  post.nudge();
  await until(
    () => looks,
    (count) => count === 2,
  );
});
