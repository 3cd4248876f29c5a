import path from 'node:path';
import { deliveryVariables } from '@nachra/strapi-plugin-newsletter';
import { z } from 'zod';
import { repositoryDir } from './paths';

const schema = z.object(deliveryVariables);

/** The variables of the delivery, parsed; the plugin is handed them as they are. */
export type PassedOn = z.output<typeof schema>;

/** Takes these variables out of an environment that was parsed. Paths become absolute, for whoever starts elsewhere. */
export function passedOn(env: PassedOn): PassedOn {
  const given = schema.parse(env);
  const files = (['DKIM_PRIVATE_KEY_FILE', 'DKIM_ED25519_PRIVATE_KEY_FILE', 'SMTP_SERVERS_FILE'] as const)
    .filter((name) => given[name] !== undefined)
    .map((name): [string, string] => [name, path.resolve(repositoryDir, given[name] ?? '')]);
  return Object.freeze({ ...given, ...Object.fromEntries(files) });
}
