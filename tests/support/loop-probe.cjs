// Preloaded into a process that is measured: tells its parent the longest time that its thread was kept busy without a pause, and how
// long in all since the last time it was asked, in milliseconds of processor time, which a crowded machine does not stretch as it does the clock.
const { readFileSync } = require('node:fs');

/** Processor time of this thread so far, in milliseconds. `schedstat` is Linux's; see proc(5). */
const busy = () => Number(readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ')[0]) / 1e6;

let last = busy();
let asked = last;
let longest = 0;
// Whatever holds the event loop holds this timer too, so between two of its calls lies no more than one hold, or many small ones.
setInterval(() => {
  const now = busy();
  longest = Math.max(longest, now - last);
  last = now;
}, 5).unref();

process.on('message', (question) => {
  if (question !== 'processor time') return;
  const now = busy();
  process.send({ longest, all: now - asked });
  [longest, asked] = [0, now];
});
