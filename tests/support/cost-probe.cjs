// Preloaded into a process that is measured: tells its parent what was needed since the last time it was asked. Times are of the
// processor, which a crowded machine does not stretch as it does the clock.
const { readFileSync } = require('node:fs');

/** Processor time of this thread so far, in milliseconds. `schedstat` is Linux's; see proc(5). */
const busy = () => Number(readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ')[0]) / 1e6;
const memory = () => process.memoryUsage.rss();
/** The most memory that there ever was, in bytes, by the system's own mark. */
const most = () => process.resourceUsage().maxRSS * 1024;

let last = busy();
let asked = last;
let longest = 0;
let [rest, peak, mark] = [memory(), memory(), most()];
// Whatever holds the event loop holds this timer too, so between two of its calls lies no more than one hold, or many small ones.
setInterval(() => {
  const now = busy();
  longest = Math.max(longest, now - last);
  last = now;
  peak = Math.max(peak, memory());
}, 5).unref();

process.on('message', (question) => {
  if (question !== 'cost') return;
  const [now, left] = [busy(), memory()];
  // The mark catches what falls between two looks, once it is passed.
  if (most() > mark) peak = Math.max(peak, most());
  process.send({ longest, all: now - asked, peak: peak - rest, kept: left - rest });
  [longest, asked] = [0, now];
  [rest, peak, mark] = [left, left, most()];
});
