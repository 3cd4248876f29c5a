import { readdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { languages, type Language } from '../../contract/primitives';

/** An issue as a file, one of the languages of a number. */
export interface Sample {
  /** File name, by which the page asks for it. */
  name: string;
  path: string;
  /** By the file's name: `amanews-242.ar.json`. Null where the name says none. */
  language: Language | null;
}

const ending = new RegExp(`^(.*?)(?:\\.(${languages.join('|')}))?\\.json$`);

/** The languages of a number that lie beside a file: `amanews-242.json`, `amanews-242.ar.json`. The file itself is first. */
export async function samplesBeside(file: string): Promise<Sample[]> {
  const folder = dirname(resolve(file));
  const [, stem] = ending.exec(basename(file)) ?? [];
  // A folder that cannot be read has no siblings; the file itself will say what is wrong.
  const names = await readdir(folder).catch(() => []);
  const beside = names.filter((name) => stem !== undefined && ending.exec(name)?.[1] === stem).sort();
  return [...new Set([basename(file), ...beside])].map((name) => ({
    name,
    path: join(folder, name),
    language: languages.find((language) => language === ending.exec(name)?.[2]) ?? null,
  }));
}
