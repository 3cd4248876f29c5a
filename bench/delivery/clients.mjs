/**
 * The senders we are compared with, each a process of its own that sends until it is killed:
 *
 *     node clients.mjs raw-socket|pool-html|pool-raw PORT CONNECTIONS
 */
import { connect } from 'node:net';
import nodemailer from 'nodemailer';
import { aMessage, sender, theEdition } from './messages.mjs';

const [kind, port, connections] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])];
const { personalise, raw, envelope, reader } = aMessage(await theEdition());

/** What the wire and a C program's care would allow: the same bytes again and again, in two writes a message. */
function rawSocket() {
  const commands = Buffer.from(`MAIL FROM:<${envelope.from}>\r\nRCPT TO:<${envelope.to}>\r\nDATA\r\n`);
  const body = Buffer.concat([raw, Buffer.from('.\r\n')]);
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  let answers = '';
  socket.on('data', (chunk) => {
    answers += chunk.latin1Slice();
    if (answers.includes('220 ')) socket.write('EHLO bench.test\r\n');
    else if (answers.includes('354 ')) socket.write(body);
    else if (answers.includes('Taken') || answers.includes('250 ENHANCED')) socket.write(commands);
    else return;
    answers = '';
  });
}

async function pool(messageOf) {
  const transport = nodemailer.createTransport({
    pool: true,
    host: '127.0.0.1',
    port,
    secure: false,
    ignoreTLS: true,
    maxConnections: connections,
    // Its default of 100 would sign in anew after each hundred.
    maxMessages: Infinity,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  // Two for each connection, so that none waits for the next message.
  const one = async () => {
    for (;;) await transport.sendMail(messageOf());
  };
  await Promise.all(Array.from({ length: connections * 2 }, one));
}

if (kind === 'raw-socket') for (let each = 0; each < connections; each += 1) rawSocket();
else if (kind === 'pool-raw') await pool(() => ({ envelope, raw }));
else {
  const parts = personalise();
  await pool(() => ({
    from: { name: sender.fromName, address: sender.fromAddress },
    to: reader.address,
    replyTo: sender.replyTo,
    envelope,
    ...parts,
    list: {
      id: { url: sender.listId, comment: sender.listName },
      unsubscribe: [reader.unsubscribeUrl, `mailto:${sender.unsubscribeAddress}`],
    },
    headers: { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click', Precedence: 'list' },
  }));
}
