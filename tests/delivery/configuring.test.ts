import { spawnSync } from 'node:child_process';
import { DeliveryError, parseSmtpUrl, readSending, readWorkerConfig, workerCommand } from '@nachra/delivery';
import { nameOfRedis } from '../../delivery/src/outgoing/redis/redis-settings';
import { nameOfServer } from '../../delivery/src/outgoing/smtp';
import { describe, expect, it } from 'vitest';

const complete = {
  NACHRA_LINK_SECRET: 'a-secret-of-the-tests-alone',
  NACHRA_PERSON_KEY: 'a-key-of-the-tests-alone',
  SMTP_URL: 'smtp://name:p%40ss@mail.example.test:2525',
};

describe('the address of the mail server', () => {
  it.each([
    ['smtp://mail.example.test', { port: 587, secure: false, requireTls: true }],
    ['smtps://mail.example.test', { port: 465, secure: true, requireTls: false }],
    ['smtp://127.0.0.1:1025', { port: 1025, secure: false, requireTls: false }],
    ['smtp://[::1]:1025', { host: '::1', requireTls: false }],
    ['smtp://na%20me:p%40ss%3A@mail.example.test', { user: 'na me', password: 'p@ss:' }],
  ])('%s', (url, settings) => {
    expect(parseSmtpUrl(url)).toMatchObject(settings);
  });

  it('may go without TLS to another machine only if that is allowed', () => {
    expect(parseSmtpUrl('smtp://mail.example.test', { allowInsecure: true }).requireTls).toBe(false);
  });

  it.each(['mail.example.test', 'http://mail.example.test', 'smtp://', 'smtp://a:%zz@mail.example.test', ''])(
    '%j is none, and the sentence says how to write one',
    (url) => {
      expect(() => parseSmtpUrl(url)).toThrow(/SMTP_URL is not the address .* Write it as smtp:\/\//);
    },
  );

  it('is shown without name and password', () => {
    expect(nameOfServer(parseSmtpUrl(complete.SMTP_URL))).toBe('smtp://mail.example.test:2525');
  });
});

describe('the address of Redis', () => {
  it.each([
    ['redis://redis.example.test', { port: 6379, database: 0, secure: false, user: '', prefix: 'nachra' }],
    ['rediss://redis.example.test:6380/3', { port: 6380, database: 3, secure: true }],
    ['redis://na%20me:p%40ss%3A@[::1]/', { host: '::1', user: 'na me', password: 'p@ss:' }],
  ])('%s', (url, settings) => {
    expect(readSending({ REDIS_URL: url }).redis).toMatchObject(settings);
  });

  it.each([
    'redis.example.test',
    'http://redis.example.test',
    'redis://',
    'redis://a:%zz@x',
    'redis://x/hush',
  ])('%j is none, and the sentence says how to write one and not what it was', (url) => {
    expect(() => readSending({ REDIS_URL: url }).redis).toThrow(
      /^REDIS_URL has a value that cannot be used\. Set it to the Redis server, such as rediss:(?!.*hush)/,
    );
  });

  it('may be missing, and is shown without name and password', () => {
    expect(readSending({}).redis).toBeNull();
    expect(readWorkerConfig(complete).redis).toBeNull();
    const config = readWorkerConfig({
      ...complete,
      REDIS_URL: 'rediss://na:hush@[::1]',
      REDIS_PREFIX: 'lettre',
    });
    expect(config.redis && nameOfRedis(config.redis)).toBe('rediss://[::1]:6379/0');
    expect(config.redis?.prefix).toBe('lettre');
  });
});

describe('a worker’s environment', () => {
  it('is read into one frozen record', () => {
    const config = readWorkerConfig({ ...complete, SMTP_CONNECTIONS: '7', NACHRA_DATA_DIR: '/srv/nachra' });
    expect(config).toMatchObject({
      ledger: { client: 'sqlite', filename: '/srv/nachra/ledger.db' },
      servers: [{ smtp: { host: 'mail.example.test', user: 'name', password: 'p@ss', connections: 7 } }],
      logLevel: 'info',
    });
    expect(Object.isFrozen(config)).toBe(true);
  });

  it('names every variable that is wrong, what to set, and no value', () => {
    const wrong = { NACHRA_LINK_SECRET: 'tooshort', SMTP_CONNECTIONS: 'plenty', SMTP_ALLOW_INSECURE: '' };
    const error = (() => {
      try {
        return readWorkerConfig(wrong);
      } catch (reason) {
        return reason;
      }
    })();
    expect(error).toBeInstanceOf(DeliveryError);
    expect(error).toMatchObject({
      code: 'CONFIG_INVALID',
      data: {
        problems: expect.arrayContaining([
          { variable: 'NACHRA_LINK_SECRET', fault: 'unusable' },
          { variable: 'SMTP_URL', fault: 'missing' },
        ]) as unknown,
      },
    });
    expect(String(error)).toMatch(
      /NACHRA_LINK_SECRET has a value that cannot be used\. Set it to the same random/,
    );
    expect(String(error)).toMatch(/SMTP_URL is missing\. Set it to the mail server, such as smtp:\/\//);
    expect(String(error)).toMatch(/SMTP_CONNECTIONS has a value .* 1 to 100/);
    expect(String(error)).not.toMatch(/tooshort|plenty/);
  });

  it('stops the process with the sentence and no stack', () => {
    const { status, stderr } = spawnSync(process.execPath, [workerCommand], {
      env: { PATH: process.env.PATH, NACHRA_LINK_SECRET: complete.NACHRA_LINK_SECRET },
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stderr).toBe(
      'The worker cannot start:\n  SMTP_URL is missing. Set it to the mail server, such as smtp://name:password@smtp.example.org:587, or set SMTP_SERVERS or SMTP_SERVERS_FILE to several.\n',
    );
  });
});
