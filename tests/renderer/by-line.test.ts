import { parseIssue, personalise, renderIssue, sampleReader, type Language } from '@nachra/renderer';
import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { anIssue } from '../support/issue';
import { plain } from '../support/mail-text';

/** What stands under the title of an editorial, in the mail and in its text part. */
async function signed(language: Language, author: string): Promise<[html: string, text: string]> {
  const editorial = { kind: 'editorial', title: 'Edito', author, standfirst: 'Fin' } as const;
  const issue = parseIssue(
    anIssue({
      masthead: { language },
      sections: [{ type: 'articles', heading: 'Un', articles: [editorial] }],
    }),
  );
  const { html, text } = personalise(await renderIssue(issue), sampleReader(language));
  return [
    plain(load(html)('h3 + p').text()).normalize(),
    plain(/^-{5}$([^]*?)^Fin$/m.exec(text)?.[1] ?? '').normalize(),
  ];
}

describe('the signature of an editorial', () => {
  it.each<[language: Language, typed: string, printed: string]>([
    ['fr', 'Salma Idrissi', 'Par Salma Idrissi'],
    ['fr', 'Ahmed Ghazali, président du conseil', 'Par Ahmed Ghazali, président du conseil'],
    ['fr', 'M. le directeur général', 'Par M. le directeur général'],
    ['fr', 'le directeur général', 'Par le directeur général'],
    ['fr', 'l’équipe de la rédaction', 'Par l’équipe de la rédaction'],
    ['fr', 'Léa Lebrun', 'Par Léa Lebrun'],
    ['fr', 'Le directeur général', 'Le directeur général'],
    ['fr', ' Le Directeur Général', 'Le Directeur Général'],
    ['fr', 'L’équipe de la rédaction', 'L’équipe de la rédaction'],
    ['fr', "L'équipe", "L'équipe"],
    ['fr', 'LA DIRECTION', 'LA DIRECTION'],
    ['fr', 'Directrice générale', 'Directrice générale'],
    ['fr', 'Vice-président du conseil', 'Vice-président du conseil'],
    ['fr', 'Re\u0301daction', 'R\u00e9daction'],
    ['fr', 'Par Salma Idrissi', 'Par Salma Idrissi'],
    ['en', 'Salma Idrissi', 'By Salma Idrissi'],
    ['en', 'the managing director', 'By the managing director'],
    ['en', 'The Managing Director', 'The Managing Director'],
    ['en', 'Chief Executive Officer', 'Chief Executive Officer'],
    ['en', 'by the board', 'by the board'],
    ['ar', 'سلمى الإدريسي', 'بقلم سلمى الإدريسي'],
    ['ar', 'المدير العام', 'بقلم المدير العام'],
    ['ar', 'بقلم المدير العام', 'بقلم المدير العام'],
  ])('%s: “%s” is printed as “%s”', async (language, typed, printed) => {
    expect(await signed(language, typed)).toEqual([printed, printed]);
  });
});
