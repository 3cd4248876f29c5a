import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { freePort } from './free-port';
import { dovecotProgram } from './requires';
import { until } from './until';

/** A Dovecot of a test's own with one account, `bounces`. Whoever starts it closes it. */
export interface ImapServer {
  /** What `BOUNCE_IMAP_URL` would be. */
  url: string;
  /** The same mailbox by TLS, with a certificate that nobody trusts. */
  secureUrl: string;
  password: string;
  /** Where OAuth2 tokens are given out: to the client `nachra` with the secret `client-secret`. */
  tokenUrl: string;
  /** How often a token was given out. */
  tokens(): number;
  /** Puts a message into the inbox, as a mail server would. */
  deliver(bytes: Buffer): Promise<void>;
  /** The messages of a folder, in no order. */
  messages(folder: 'INBOX' | 'Nachra/Done' | 'Nachra/Not understood'): Promise<Buffer[]>;
  close(): Promise<void>;
}

/** As careless as a real password: every sign that an address needs escaped. */
const password = 'p@ss:w/rd?#';

export async function startImapServer(): Promise<ImapServer> {
  const account = accountToRunAs();
  const folder = await mkdtemp(path.join(tmpdir(), 'nachra-imap-'));
  const mail = path.join(folder, 'mail');
  await chmod(folder, 0o755);
  await mkdir(mail);
  await chown(mail, account.uid, account.gid);
  execFileSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-days',
      '2',
      '-subj',
      '/CN=localhost',
      '-keyout',
      'key.pem',
      '-out',
      'cert.pem',
    ],
    { cwd: folder, stdio: 'pipe' },
  );
  const [plain, secure, tokens] = [await freePort(), await freePort(), await startTokenServer()];
  // A colon in the password would part the fields of the file.
  const passwordHash = execFileSync('openssl', ['passwd', '-6', password], { encoding: 'utf8' }).trim();
  await writeFile(path.join(folder, 'users'), `bounces:{CRYPT}${passwordHash}\n`);
  await writeFile(
    path.join(folder, 'oauth2.conf'),
    `introspection_mode = auth\nintrospection_url = ${tokens.url}/introspect\nusername_attribute = name\nactive_attribute = active\nactive_value = true\n`,
  );
  await writeFile(path.join(folder, 'dovecot.conf'), configuration({ folder, mail, plain, secure, account }));
  const server = spawn(dovecotProgram, ['-F', '-c', path.join(folder, 'dovecot.conf')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const kill = (): void => void server.kill('SIGTERM');
  process.once('exit', kill);
  await readiness(server, plain);

  let delivered = 0;
  const authority = `127.0.0.1:${plain}/INBOX`;
  const credentials = `bounces:${encodeURIComponent(password)}`;
  const folderOf = (name: string): string =>
    name === 'INBOX' ? mail : path.join(mail, `.${name.replace('/', '.')}`);
  return {
    url: `imap://${credentials}@${authority}`,
    secureUrl: `imaps://${credentials}@localhost:${secure}/INBOX`,
    password,
    tokenUrl: `${tokens.url}/token`,
    tokens: tokens.count,
    async deliver(bytes) {
      for (const name of ['cur', 'new', 'tmp']) await makeFor(account, path.join(mail, name));
      const file = path.join(mail, 'new', `${Date.now()}.${++delivered}.test`);
      await writeFile(file, bytes);
      await chown(file, account.uid, account.gid);
    },
    async messages(name) {
      const found: Buffer[] = [];
      for (const part of ['cur', 'new']) {
        const place = path.join(folderOf(name), part);
        for (const file of await readdir(place).catch(() => []))
          found.push(await readFile(path.join(place, file)));
      }
      return found;
    },
    async close() {
      process.off('exit', kill);
      const ended = once(server, 'exit');
      kill();
      await ended;
      await tokens.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

interface Account {
  uid: number;
  gid: number;
  name: string;
  group: string;
}

/** Dovecot keeps mail for nobody who is root: root hands it to the account that Debian's package makes. */
function accountToRunAs(): Account {
  const name = process.getuid?.() === 0 ? 'dovecot' : userInfo().username;
  const ask = (what: string): string => execFileSync('id', [what, name], { encoding: 'utf8' }).trim();
  return { uid: Number(ask('-u')), gid: Number(ask('-g')), name, group: ask('-gn') };
}

async function makeFor(account: Account, place: string): Promise<void> {
  await mkdir(place, { recursive: true });
  await chown(place, account.uid, account.gid);
}

function configuration(given: {
  folder: string;
  mail: string;
  plain: number;
  secure: number;
  account: Account;
}): string {
  const { folder, mail, plain, secure, account } = given;
  return `
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = /dev/stderr
protocols = imap
listen = 127.0.0.1
default_internal_user = ${account.name}
default_internal_group = ${account.group}
default_login_user = ${account.name}
first_valid_uid = 1
disable_plaintext_auth = no
auth_mechanisms = plain xoauth2
ssl = yes
ssl_cert = <${folder}/cert.pem
ssl_key = <${folder}/key.pem
mail_location = maildir:${mail}
passdb {
  driver = passwd-file
  mechanisms = plain
  args = ${folder}/users
}
passdb {
  driver = oauth2
  mechanisms = xoauth2
  args = ${folder}/oauth2.conf
}
userdb {
  driver = static
  args = uid=${account.uid} gid=${account.gid} home=${mail}
}
namespace inbox {
  inbox = yes
  separator = /
}
service anvil {
  chroot =
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${plain}
  }
  inet_listener imaps {
    port = ${secure}
    ssl = yes
  }
}
`;
}

async function readiness(server: ReturnType<typeof spawn>, port: number): Promise<void> {
  let said = '';
  server.stderr?.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-4_000)));
  const answers = () =>
    new Promise<boolean>((resolve) => {
      if (server.exitCode !== null) throw new Error(`Dovecot did not start:\n${said}`);
      const socket = connect(port, '127.0.0.1');
      socket.once('data', () => {
        socket.end();
        resolve(true);
      });
      socket.once('error', () => resolve(false));
    });
  await until(answers, Boolean, 'Dovecot to answer');
}

/** Gives out tokens (RFC 6749) and says whose they are, as Dovecot asks. */
async function startTokenServer() {
  const given = new Set<string>();
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => {
      const answer = (status: number, json: object): void =>
        void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json));
      if (request.url === '/introspect') {
        const token = (request.headers.authorization ?? '').replace('Bearer ', '');
        return answer(200, given.has(token) ? { active: 'true', name: 'bounces' } : { active: 'false' });
      }
      const asked = new URLSearchParams(body);
      const isKnown = asked.get('client_id') === 'nachra' && asked.get('client_secret') === 'client-secret';
      if (!isKnown) return answer(401, { error: 'invalid_client' });
      const token = `token-${given.size + 1}`;
      given.add(token);
      return answer(200, { access_token: token, token_type: 'Bearer', expires_in: 3600 });
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    count: () => given.size,
    close: () => new Promise<void>((resolve) => void server.close(() => resolve())),
  };
}
