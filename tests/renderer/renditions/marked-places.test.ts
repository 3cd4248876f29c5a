import {
  parseIssue,
  personalise,
  renderIssue,
  sampleReader,
  showRendition,
  type Shown,
} from '@nachra/renderer';
import { markPlaces } from '../../../renderer/src/preview/marks/mark-places';
import { beforeAll, describe, expect, it } from 'vitest';
import { amanews242, anIssue } from '../../support/issue';
import { aTable, issueOfTables } from '../../support/tables';

describe.each(['fr', 'ar', 'en'] as const)('N° 242 in “%s”', (language) => {
  const issue = parseIssue(amanews242(language));
  let shown: Shown;
  beforeAll(async () => {
    const edition = await renderIssue(issue, { images: { mode: 'linked', assetBase: 'assets' } });
    const { html, text } = personalise(edition, sampleReader(language));
    shown = { html, text, language, direction: edition.direction };
  });

  it('keeps all its words as Word, without <style> and in dark colours', () => {
    const words = (html: string) =>
      html
        .replace(/<!--[\s\S]*?-->|<style[\s\S]*?<\/style>|<xml[\s\S]*?<\/xml>|<[^>]+>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim();
    for (const view of ['word', 'no-style', 'dark', 'images-off'] as const)
      expect(words(showRendition(shown, view))).toBe(words(shown.html));
  });

  it('has a place for every article, title and dashboard row', () => {
    const places = issue.sections.flatMap((section, at) => {
      if (section.type === 'articles')
        return section.articles.map((_, index) => `sections[${at}].articles[${index}].title`);
      return section.type === 'dashboard'
        ? section.dashboard.groups.flatMap(({ indicators }, group) =>
            indicators.map(
              (_, row) => `sections[${at}].dashboard.groups[${group}].indicators[${row}].values[0]`,
            ),
          )
        : [];
    });
    const { html, found } = markPlaces(
      shown.html,
      issue,
      places.map((place) => ({ place })),
    );
    expect(places.length).toBeGreaterThan(30);
    expect(found.every(Boolean)).toBe(true);
    expect(html.replace(/<i id="finding-\d+" class="nachra-finding"><\/i>/g, '')).toBe(shown.html);
  });
});

describe('a place in a table of text', () => {
  const rows = [
    ['Ville', '2022', '2023'],
    ['Agences de 2022', '12', '12'],
    ['Guichets', '12', '21'],
  ];
  // With long words the same table is stacked in the mail.
  const wide = rows.map((row) => row.map((text) => `${text} approfondissement`));

  it.each([
    ['in columns', rows],
    ['stacked', wide.map((row) => [...row, ...row, ...row].slice(0, 8))],
  ])('is its own cell, %s, though others say the same', async (_, table) => {
    const issue = parseIssue(issueOfTables('fr', [aTable(table)]));
    const { html } = await renderIssue(issue);
    const cells = table
      .slice(1)
      .flatMap((row, at) => row.map((text, column) => ({ row: at + 1, column, text })));
    const places = cells.map(({ row, column }) => ({
      place: `sections[0].articles[0].body[1].children[${row}].children[${column}]`,
    }));
    const marked = markPlaces(html, issue, places);
    const marks = [...marked.html.matchAll(/<i id="finding-(\d+)" class="nachra-finding"><\/i>([^<]*)/g)];
    expect(marks.map(([, index, text]) => [Number(index), text])).toEqual(
      cells.map(({ text }, at) => [at, text]),
    );
  });
});

describe('a marked place', () => {
  const article = (title: string, text: string) => ({
    kind: 'company-news' as const,
    title,
    body: [{ type: 'paragraph' as const, children: [{ type: 'text' as const, text }] }],
  });
  const issue = parseIssue(
    anIssue({
      sections: [
        {
          type: 'articles',
          heading: 'Actualités',
          articles: [
            article('Ruche', 'Le miel : un Effecitf bien.'),
            article('Fleur', 'Le miel : un Effecitf bien.'),
          ],
        },
      ],
    }),
  );
  const mark = async (place: string, word?: string) => {
    const { html } = await renderIssue(issue);
    const marked = markPlaces(html, issue, [{ place, values: word === undefined ? {} : { word } }]);
    const [, after = ''] = marked.html.split('<i id="finding-0" class="nachra-finding"></i>');
    return { found: marked.found[0], after: after.slice(0, 9), before: marked.html.length - after.length };
  };

  it('is at the very word of the finding, in the right article', async () => {
    const first = await mark('sections[0].articles[0].body[0]', 'Effecitf');
    const second = await mark('sections[0].articles[1].body[0]', 'Effecitf');
    expect(first.after).toBe('Effecitf ');
    expect(second.after).toBe('Effecitf ');
    expect(second.before).toBeGreaterThan(first.before);
  });

  it('is found although typography changed the spaces', async () => {
    expect((await mark('sections[0].articles[1].body[0]')).after).toMatch(/^Le miel/);
  });

  it('is the article’s title, in the article and not in the contents, if the place itself is not text', async () => {
    expect((await mark('sections[0].articles[1].date')).after).toMatch(/^Fleur<\/h/);
  });

  it('does not exist for the subject, the whole edition or an unknown place', async () => {
    for (const place of ['masthead.subject', 'edition', 'sections[9].articles[0]', ''])
      expect((await mark(place)).found).toBe(false);
  });
});
