import path from 'node:path';
import { fingerprintOf } from '@nachra/delivery';
import { settingDescriptions, type DescribedSetting } from '../settings/descriptions';
import { isWithin } from './data-folder';

/** The variables of an installation, as they are set. */
export type Variables = Readonly<Record<string, string | undefined>>;

const described = Object.entries<DescribedSetting>(settingDescriptions);

/** Variables that hold the secrets of the installation itself: another value makes something of before useless. */
const secretNames = described.flatMap(([name, { group }]) => (group === 'Secrets' ? [name] : []));

/** Fingerprints of the secrets that come from the environment. Pure. */
export function secretsOf(variables: Variables): Record<string, string> {
  return Object.fromEntries(
    secretNames.flatMap((name) => {
      const value = variables[name];
      return value ? [[name, fingerprintOf(value)]] : [];
    }),
  );
}

/** The secrets that are not those of the archive, or not set. Pure. */
export function otherSecrets(archived: Readonly<Record<string, string>>, variables: Variables): string[] {
  const here = secretsOf(variables);
  return Object.entries(archived).flatMap(([name, print]) => (here[name] === print ? [] : [name]));
}

/** Files that a variable names and that lie outside the data folder, so that no archive of it holds them. Pure. */
export function filesOutside(variables: Variables, dataDir: string, root: string): string[] {
  return described.flatMap(([name]) => {
    const value = variables[name];
    if (!name.endsWith('_FILE') || !value || ['DATABASE_FILE', 'LEDGER_FILE'].includes(name)) return [];
    const file = path.resolve(root, value);
    return isWithin(file, dataDir) ? [] : [`${name} (${file})`];
  });
}
