/**
 * A mail server that keeps nothing: it takes messages, counts them and answers 250, each reply after DELAY ms. A process of its
 * own; Postfix' `smtp-sink` is single-threaded too, takes a quarter as many, and cannot delay by less than a second.
 *
 *     node null-sink.mjs DELAY
 *
 * Tells its port once it listens. Asked `{ type: 'count' }`, it answers with how many messages came and at what time; asked
 * `{ type: 'next' }`, it answers as soon as one more came.
 */
import { createServer } from 'node:net';

const delayMs = Number(process.argv[2] ?? 0);
const replies = {
  EHLO: '250-sink.test\r\n250-PIPELINING\r\n250-8BITMIME\r\n250 ENHANCEDSTATUSCODES\r\n',
  DATA: '354 Go on\r\n',
  QUIT: '221 2.0.0 Bye\r\n',
};
const end = Buffer.from('\r\n.\r\n');
let count = 0;
let askedForNext = false;

const server = createServer({ noDelay: true }, (socket) => {
  let inBody = false;
  let line = '';
  // The last bytes of a body may come in two pieces.
  let tail = Buffer.alloc(0);
  let answer = '';
  const say = (text) => {
    if (delayMs > 0) setTimeout(() => socket.write(text), delayMs);
    else socket.write(text);
  };
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk) => {
    let rest = chunk;
    while (rest.length > 0) {
      if (inBody) {
        const last =
          rest.length >= end.length
            ? rest.subarray(-end.length)
            : Buffer.concat([tail, rest]).subarray(-end.length);
        // A client waits for the answer to its message, so nothing follows the end of one.
        if (!last.equals(end)) {
          tail = last;
          break;
        }
        inBody = false;
        count += 1;
        answer += '250 2.0.0 Taken\r\n';
        if (askedForNext) {
          askedForNext = false;
          process.send({ type: 'next', at: Date.now() });
        }
        break;
      }
      const lf = rest.indexOf(10);
      line += rest.latin1Slice(0, lf < 0 ? rest.length : lf + 1);
      if (lf < 0) break;
      const verb = line.slice(0, 4).toUpperCase();
      answer += replies[verb] ?? '250 2.0.0 OK\r\n';
      inBody = verb === 'DATA';
      tail = Buffer.alloc(0);
      line = '';
      rest = rest.subarray(lf + 1);
    }
    if (answer !== '') say(answer);
    answer = '';
  });
  say('220 sink.test ESMTP\r\n');
});
server.listen(0, '127.0.0.1', () => process.send({ type: 'listening', port: server.address().port }));
process.on('message', ({ type }) => {
  if (type === 'count') process.send({ type: 'count', count, at: performance.now() });
  if (type === 'next') askedForNext = true;
});
process.on('disconnect', () => process.exit());
