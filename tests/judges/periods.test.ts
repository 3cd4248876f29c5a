import {
  asWebPage,
  languages,
  parseIssue,
  renderIssue,
  type IssueInput,
  type Language,
} from '@nachra/renderer';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser, type BrowserSession } from '../support/browser';
import { amanews242 } from '../support/issue';
import { chromium, describeWith } from '../support/requires';
import { brokenWords, headsShown, tableOverflow } from './seen-tables';

const widths = [320, 375, 600];
/** The fonts of mail programs differ in width; this one is what Thunderbird on Linux shows. */
const fonts = ['inherit', '"DejaVu Sans"'];

describeWith([chromium])('a dashboard of many periods', () => {
  let session: BrowserSession;
  beforeAll(async () => {
    session = await openBrowser();
    await session.page.route('**/*', (route) => route.abort());
  });
  afterAll(() => session?.close());

  it.each(languages)('breaks no word, date or figure in %s, in any font', async (language) => {
    const wrong: string[] = [];
    for (const [count, long] of [
      [5, false],
      [6, true],
      [12, false],
    ] as const) {
      const { html, findings } = await renderIssue(parseIssue(withPeriods(language, count, long)));
      for (const font of fonts) {
        await show(html, 600, font);
        for (const width of widths) {
          await session.page.setViewportSize({ width, height: 900 });
          const where = `${count} periods${long ? ' by their days' : ''}, ${width} px, ${font}: `;
          const broken = await session.page.evaluate<string[]>(brokenWords);
          wrong.push(...broken.map((word) => where + word));
          const over = await session.page.evaluate<number>(tableOverflow);
          // Phones have narrower fonts than this one.
          if (over > 0 && (width === 600 || font === 'inherit')) wrong.push(`${where}${over} px too wide`);
        }
      }
      await show(html, 600, 'inherit');
      const heads = await session.page.evaluate<string[]>(headsShown);
      expect(heads.length).toBeGreaterThanOrEqual(long ? 3 : 5);
      const folded = findings.filter(({ rule }) => rule === 'periods-folded');
      expect(folded).toHaveLength(heads.length < count ? 1 : 0);

      await show(asWebPage(html), 1000, 'inherit');
      expect(await session.page.evaluate<string[]>(headsShown)).toHaveLength(count);
      await show(asWebPage(html), 375, 'inherit');
      expect(await session.page.evaluate<string[]>(headsShown)).toHaveLength(count);
      // The table scrolls, not the page.
      expect(await session.page.evaluate<number>('document.documentElement.scrollWidth')).toBe(375);
      expect(await session.page.evaluate<string[]>(brokenWords)).toEqual([]);
    }
    expect(wrong).toEqual([]);
  });

  it('shows the periods that an editor chose', async () => {
    const issue = withPeriods('fr', 8, false, (at) => (at % 3 === 1 ? { inMail: true } : {}));
    const { html, text, findings } = await renderIssue(parseIssue(issue));
    await show(html, 600, 'inherit');
    expect(await session.page.evaluate<string[]>(headsShown)).toEqual(['2017', '2020', '30/06/2023*']);
    expect(text).toMatch(/\n +2017 +2020 +30\/06\/2023\*\n/);
    expect(findings.filter(({ rule }) => rule === 'periods-folded')).toEqual([]);
  });

  async function show(html: string, width: number, font: string): Promise<void> {
    await session.page.setViewportSize({ width, height: 900 });
    await session.page.setContent(html, { waitUntil: 'domcontentloaded' });
    await session.page.addStyleTag({ content: `table,td,th,div{font-family:${font}!important}` });
  }
});

function withPeriods(
  language: Language,
  count: number,
  long: boolean,
  more: (at: number) => object = () => ({}),
): IssueInput {
  const issue = amanews242(language);
  const sections = issue.sections.map((section) => {
    if (section.type !== 'dashboard') return section;
    const { dashboard } = section;
    const added = count - dashboard.periods.length;
    const older = Array.from({ length: added }, (_, at) => ({
      label: String(2019 - added + at),
      end: `${2019 - added + at}-12-31`,
    }));
    const periods = [...older, ...dashboard.periods].map((period, at) => ({
      ...period,
      ...(long ? { label: period.end.split('-').reverse().join('/') } : {}),
      ...more(at),
    }));
    const groups = dashboard.groups.map((group) => ({
      ...group,
      indicators: group.indicators.map((row) => ({
        ...row,
        values: [...older.map(() => row.values[0] ?? null), ...row.values],
      })),
    }));
    return { ...section, dashboard: { ...dashboard, periods, groups } };
  });
  return { ...issue, sections };
}
