import { readdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { languages, type Language } from '../../contract/primitives';

/** The file of an issue in one language. */
export interface Sample {
  /** File name, which the page's requests contain. */
  name: string;
  path: string;
  /** From the file's name: `amanews-242.ar.json`. Null if the name has none. */
  language: Language | null;
}

const ending = new RegExp(`^(.*?)(?:\\.(${languages.join('|')}))?\\.json$`);

/** A file and the other languages of its issue in the same folder: `amanews-242.json`, `amanews-242.ar.json`. */
export async function samplesBeside(file: string): Promise<Sample[]> {
  const folder = dirname(resolve(file));
  const [, stem] = ending.exec(basename(file)) ?? [];
  // If the folder cannot be read, reading the file itself reports the error.
  const names = await readdir(folder).catch(() => []);
  const beside = names.filter((name) => stem !== undefined && ending.exec(name)?.[1] === stem).sort();
  return [...new Set([basename(file), ...beside])].map((name) => ({
    name,
    path: join(folder, name),
    language: languages.find((language) => language === ending.exec(name)?.[2]) ?? null,
  }));
}
