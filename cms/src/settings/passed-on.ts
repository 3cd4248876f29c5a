import path from 'node:path';
import {
  dkimAdvice,
  dkimVariables,
  limitAdvice,
  limitVariables,
  mailboxAdvice,
  mailboxVariables,
  redisAdvice,
  redisVariables,
  retryAdvice,
  retryVariables,
  serverAdvice,
  serverVariables,
} from '@nachra/delivery';
import { z } from 'zod';
import { repositoryDir } from './paths';

/** Variables that the worker reads. The CMS hands them on, and refuses here what the worker would refuse. */
export const passedOnVariables = {
  ...serverVariables,
  ...limitVariables,
  ...retryVariables,
  ...dkimVariables,
  ...mailboxVariables,
  ...redisVariables,
};

/** What each is set to. */
export const passedOnAdvice = {
  ...serverAdvice,
  ...limitAdvice,
  ...retryAdvice,
  ...dkimAdvice,
  ...mailboxAdvice,
  ...redisAdvice,
};

const schema = z.object(passedOnVariables);

export type PassedOn = z.output<typeof schema>;

/** Takes these variables out of an environment that was parsed. Paths become absolute, for whoever starts elsewhere. */
export function passedOn(env: PassedOn): PassedOn {
  const given = schema.parse(env);
  const files = (['DKIM_PRIVATE_KEY_FILE', 'DKIM_ED25519_PRIVATE_KEY_FILE', 'SMTP_SERVERS_FILE'] as const)
    .filter((name) => given[name] !== undefined)
    .map((name): [string, string] => [name, path.resolve(repositoryDir, given[name] ?? '')]);
  return Object.freeze({ ...given, ...Object.fromEntries(files) });
}
