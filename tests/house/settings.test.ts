import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { loadCms } from '../support/cms';
import { repositoryRoot } from '../support/repository';

const { environmentSchema } =
  loadCms<typeof import('../../cms/app/src/settings/settings')>('settings/settings');
const { settingDescriptions, settingGroups } =
  loadCms<typeof import('../../cms/app/src/settings/descriptions')>('settings/descriptions');
const { settingsReference } =
  loadCms<typeof import('../../cms/app/src/settings/reference')>('settings/reference');

type Name = keyof typeof settingDescriptions;
const names = Object.keys(environmentSchema.shape) as Name[];

describe('the reference of the settings is made from the schema', () => {
  it.each(Object.entries(settingsReference))('%s: else run npm run docs:settings', (file, remake) => {
    const text = readFileSync(join(repositoryRoot, file), 'utf8');
    expect(text).toBe(remake(text));
    expect(names.filter((name) => !new RegExp(`^(?:# ${name}=|\\| \`${name}\` )`, 'm').test(text))).toEqual(
      [],
    );
  });

  it('would not pass with a default or a meaning changed by hand', () => {
    const text =
      '<!-- settings:begin -->\n\n| `PORT` | `80` | the port |\n\n<!-- settings:end -->\n\nThe end.\n';
    const remade = settingsReference['docs/configuration.md']?.(text);
    expect(remade).toMatch(/^<!-- settings:begin -->\n\n### Secrets\n/);
    expect(remade).toMatch(/\n\| `PORT` +\| `1337` +\| a free port to listen on, 1 to 65535 +\| +\|\n/);
    expect(remade).toMatch(/\|\n\n<!-- settings:end -->\n\nThe end\.\n$/);
  });
});

describe('each setting', () => {
  it('is described, and nothing else is', () => {
    expect(Object.keys(settingDescriptions).sort()).toEqual([...names].sort());
  });

  /** The limits and the choices of a schema, as its JSON Schema has them. */
  const limitsSchema = z.object({
    enum: z.array(z.string()).default([]),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
    minLength: z.number().optional(),
  });

  it.each(names)('%s says which values are allowed', (name) => {
    const schema = z.toJSONSchema(environmentSchema.shape[name], { io: 'input', unrepresentable: 'any' });
    const { enum: choices, minimum, maximum, minLength = 0 } = limitsSchema.parse(schema);
    const { group, meaning } = settingDescriptions[name];
    const introduction = settingGroups.find(({ name: title }) => title === group)?.introduction ?? '';
    const told = `${introduction} ${meaning}`;
    const expected = [
      ...choices.map((choice) => `\`${choice}\``),
      ...[minimum, maximum].filter((limit) => limit !== undefined).map(String),
      ...(minLength > 1 ? [`${minLength} characters or more`] : []),
    ];
    expect(expected.filter((words) => !told.includes(words))).toEqual([]);
  });

  it('is marked as secret where it is a secret, or an address or JSON that may hold a password', () => {
    const mayHoldOne = (name: Name) =>
      /(?:SECRET|SALT|KEYS?|TOKEN)$/.test(name) || settingDescriptions[name].meaning.includes(':password@');
    const isPublic = (name: Name) => name.includes('PUBLIC_KEY');
    const unmarked = names.filter(
      (name) => mayHoldOne(name) && !isPublic(name) && !('secret' in settingDescriptions[name]),
    );
    expect(unmarked).toEqual([]);
  });

  it('has no default where it is secret', () => {
    const secrets = names.filter((name) => 'secret' in settingDescriptions[name]);
    const withDefault = secrets.filter(
      (name) => environmentSchema.shape[name].safeParse(undefined).data !== undefined,
    );
    expect(withDefault).toEqual([]);
  });
});
