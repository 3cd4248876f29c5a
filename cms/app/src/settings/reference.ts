import { workerDescriptions } from '@nachra/delivery';
import { settingDescriptions, settingGroups, type DescribedSetting, type SettingGroup } from './descriptions';
import { environmentSchema, type SettingName } from './settings';

const { shape } = environmentSchema;

/**
 * The files that say what may be set, by their path from the repository's root: each takes its text and hands it back with
 * the part between the lines of `settings:begin` and `settings:end` made anew from the schema and the descriptions. Pure.
 *
 * @throws {Error} the text has no such lines
 */
export const settingsReference: Readonly<Record<string, (text: string) => string>> = {
  'docs/configuration.md': (text) => between(text, settingGroups.map(tableOf)),
  '.env.example': (text) => between(text, settingGroups.map(linesOf)),
};

function between(text: string, parts: readonly string[]): string {
  const found = /^(.*settings:begin.*\n)[^]*^(.*settings:end[^]*)$/m.exec(text);
  if (!found) throw new Error('There are no lines settings:begin and settings:end.');
  return [text.slice(0, found.index) + found[1], ...parts.map((part) => `${part}\n`), found[2]].join('\n');
}

/** A heading, its introduction and a table whose columns are as wide as Prettier makes them. */
function tableOf(group: SettingGroup): string {
  const rows = variablesOf(group).map(([name, { meaning, unset }]) => {
    const value = unset ?? defaultOf(name) ?? 'none';
    return [`\`${name}\``, value, meaning, name in workerDescriptions ? 'yes' : ''];
  });
  const head = ['variable', 'default', 'meaning', 'worker'];
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[], filling = ' ') =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0, filling)).join(' | ')} |`;
  const table = [line(head), line(['', '', '', ''], '-'), ...rows.map((row) => line(row))].join('\n');
  return [`### ${group.name}`, ...(group.introduction ? [group.introduction] : []), table].join('\n\n');
}

/** The same as comments, each over the variable that may be uncommented. */
function linesOf(group: SettingGroup): string {
  const { name: title, introduction } = group;
  const variables = variablesOf(group).map(([name, { meaning, unset }]) => {
    const sentence = `${meaning.charAt(0).toUpperCase()}${meaning.slice(1)}.`;
    const value = unset === undefined ? (defaultOf(name) ?? '') : '';
    return [
      comment(unset === undefined ? sentence : `${sentence} Default: ${unset}.`),
      comment(`${name}=${value === 'required' ? '' : value}`),
    ].join('\n');
  });
  const intro = introduction ? [comment(introduction)] : [];
  return [[`# --- ${title} ---`, ...intro].join('\n'), ...variables].join('\n\n');
}

function variablesOf({ name: group }: SettingGroup): [SettingName, DescribedSetting][] {
  return (Object.keys(shape) as SettingName[])
    .map((name): [SettingName, DescribedSetting] => [name, settingDescriptions[name]])
    .filter(([, description]) => description.group === group);
}

/** What the schema itself makes of a variable that is not set, as Markdown; null where it makes nothing of it. */
function defaultOf(name: SettingName): string | null {
  const absent = shape[name].safeParse(undefined);
  if (!absent.success) return 'required';
  // What is an object is said in words, by the description.
  return absent.data === undefined || typeof absent.data === 'object' ? null : `\`${absent.data}\``;
}

/** Markdown as comments of a file of variables, 120 characters wide at most. */
function comment(markdown: string): string {
  const plain = markdown.replaceAll('`', '').replaceAll(/\[[^\]]*\]\(([^)]*)\)/g, 'docs/$1');
  return (plain.match(/.{1,118}(?:\s|$)|\S+/g) ?? []).map((line) => `# ${line.trim()}`).join('\n');
}
