import { parseIssue, personalise, renderIssue, sampleReader } from '@nachra/renderer';
import { beforeAll, describe, expect, it } from 'vitest';
import { amanews242 } from '../support/issue';
import { unquoted, visibleText, withoutSpaces } from '../support/mail-text';

/** Every text that a reader is meant to read: all strings of the issue but addresses, dates and names of choices. */
function* textsOf(value: unknown, key = ''): Generator<string> {
  const silent =
    'id url src type kind layout language format unit measure chart from to date start end asOf publicationDate primary accent words sumOf subject ornaments'.split(
      ' ',
    );
  if (typeof value === 'string') {
    if (!silent.includes(key)) yield value;
  } else if (Array.isArray(value)) {
    for (const item of value) yield* textsOf(item, key);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, item] of Object.entries(value)) yield* textsOf(item, name);
  }
}

describe('N° 242', () => {
  const issue = parseIssue(amanews242());
  let html: string;
  let text: string;
  let size: number;

  beforeAll(async () => {
    const edition = await renderIssue(issue);
    const parts = personalise(edition, sampleReader('fr'));
    [html, text, size] = [
      withoutSpaces(visibleText(parts.html)),
      withoutSpaces(unquoted(parts.text)),
      edition.sizeBytes,
    ];
  });

  const squeezed = (part: string) =>
    withoutSpaces(part)
      .replaceAll(/['’]/g, '’')
      .replaceAll(/["“”«»]/g, '');
  const texts = [...textsOf(issue)].filter((part) => part.trim() !== '');

  it('has hundreds of texts', () => expect(texts.length).toBeGreaterThan(120));

  it('has every text in its HTML and in its text part', () => {
    const inHtml = squeezed(html).toLowerCase();
    const inText = squeezed(text).toLowerCase();
    const missing = texts.filter((part) => !inHtml.includes(squeezed(part).toLowerCase()));
    const missingText = texts.filter((part) => !inText.includes(squeezed(part).toLowerCase()));
    expect({ missing, missingText }).toEqual({ missing: [], missingText: [] });
  });

  it('has every figure of the dashboard in both', () => {
    const dashboards = issue.sections.flatMap((section) =>
      section.type === 'dashboard' ? [section.dashboard] : [],
    );
    const figures = dashboards.flatMap(({ groups }) =>
      groups.flatMap(({ indicators }) =>
        indicators.flatMap(({ values, decimals = 0 }) => values.map((value) => ({ value, decimals }))),
      ),
    );
    expect(figures.length).toBeGreaterThan(150);
    const format = (value: number, decimals: number) =>
      withoutSpaces(
        new Intl.NumberFormat('fr', {
          minimumFractionDigits: decimals,
          maximumFractionDigits: decimals,
        }).format(value),
      );
    const missing = figures.filter(
      ({ value, decimals }) =>
        value !== null && !(html.includes(format(value, decimals)) && text.includes(format(value, decimals))),
    );
    expect(missing).toEqual([]);
  });

  it('is smaller than the size at which Gmail cuts a mail', () => expect(size).toBeLessThan(85 * 1024));
});
