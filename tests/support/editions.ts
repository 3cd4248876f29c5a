import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  languages,
  parseIssue,
  personalise,
  renderIssue,
  sampleReader,
  type Edition,
} from '@nachra/renderer';
import { everything } from './issue';
import { issueOfTables, writtenTables } from './tables';

/** An edition as a reader gets it, for judges that nobody here wrote. */
export interface JudgedEdition {
  name: string;
  edition: Edition;
  html: string;
  text: string;
}

const samples = path.join(__dirname, '../../emails/samples');

/** N° 242 in every language that it has, an issue with one of everything in English and Arabic, and tables of text in each. */
export function judgedIssues(): [name: string, issue: unknown][] {
  const files = languages
    .map((language) => (language === 'fr' ? 'amanews-242.json' : `amanews-242.${language}.json`))
    .filter((file) => existsSync(path.join(samples, file)));
  return [
    ...files.map((file): [string, unknown] => [
      file,
      JSON.parse(readFileSync(path.join(samples, file), 'utf8')),
    ]),
    ['everything (en)', everything((name) => `Some words on ${name}`)],
    ['everything (ar)', everything((name) => `كلمات عن ${name}`, { language: 'ar' })],
    ...languages.map((language): [string, unknown] => [
      `tables (${language})`,
      issueOfTables(language, Object.values(writtenTables[language])),
    ]),
  ];
}

/** The same, rendered. */
export async function judgedEditions(): Promise<JudgedEdition[]> {
  return Promise.all(
    judgedIssues().map(async ([name, issue]) => {
      const edition = await renderIssue(parseIssue(issue));
      return { name, edition, ...personalise(edition, sampleReader(edition.language)) };
    }),
  );
}
