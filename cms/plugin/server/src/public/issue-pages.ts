import { findPublicEdition, languageOfNumber, publicLinks, publicPaths } from '@nachra/delivery';
import {
  asWebPage,
  languages,
  languageSchema,
  personalise,
  renderPage,
  withLinkedPictures,
  type Edition,
  type Language,
  type PageData,
} from '@nachra/renderer';
import type { Context } from 'koa';
import { lockedStages, stages } from '../../../shared/stages';
import { joinReads } from '../common/join-reads';
import { pathParameter } from '../common/path-parameter';
import type { IssueHead } from '../content/documents/issue';
import { pictureType } from '../editions/picture-kind';
import { resultsByContent } from '../common/results-by-content';
import { issuePage, missingPage, page, picture, type PublicAnswer } from './answer';
import { commonPage, pageBrand, type PublicDependencies, type PublicPage } from './public-page';
import { readerWords } from './reader-words';

/** Links from one page to another. */
const onSite = publicLinks('');

/** Pages of issues kept in memory, each of some hundred kilobytes at most: nobody reads more back numbers at once. */
const mostKept = 64;

/** The archive, each issue in each of its languages, and the pictures of editions. */
export function issuePages(): PublicPage[] {
  // What was sent never changes, so its page is made once. Which edition a number shows is asked each time, by the whole crowd once.
  const kept = resultsByContent<PublicAnswer>(mostKept, () => true);
  const joined = joinReads<PublicAnswer>();
  const issueOf = (open: PublicDependencies, context: Context, language?: string) => {
    const number = pathParameter(context, 'number');
    return joined(`${number}/${language ?? ''}`, () => issue(open, number, language, kept));
  };
  return [
    {
      method: 'GET',
      path: publicPaths.archive,
      answer: (open) => joined('archive', () => archive(open, kept)),
    },
    { method: 'GET', path: publicPaths.issue, answer: (open, context) => issueOf(open, context) },
    {
      method: 'GET',
      path: publicPaths.issueInLanguage,
      answer: (open, context) => issueOf(open, context, pathParameter(context, 'language')),
    },
    {
      method: 'GET',
      path: publicPaths.asset,
      async answer({ assets }, context) {
        const name = pathParameter(context, 'name');
        const bytes = await assets.find(name);
        return bytes && picture(bytes, name, pictureType(name));
      },
    },
  ];
}

/** Makes a page once for what it is made of. */
type Kept = (content: unknown, make: () => Promise<PublicAnswer>) => Promise<PublicAnswer>;

async function archive(open: PublicDependencies, kept: Kept): Promise<PublicAnswer> {
  const brand = await open.readBrand();
  const language = brand.defaultLanguage;
  const rows = [];
  for (const issue of await open.issues.inStages(stages)) rows.push(...(await asReadersHaveIt(open, issue)));
  const data = { brand: pageBrand(brand), issues: archiveRows(rows, language) };
  return kept(['archive', data, language], () =>
    Promise.resolve(page(renderPage('archive', data, language))),
  );
}

/** What the archive says of an issue; nothing of one that no reader has. */
async function asReadersHaveIt(
  { ledger, history, now }: PublicDependencies,
  issue: IssueHead,
): Promise<ArchivedIssue[]> {
  const { stage, documentId, number, language, correction } = issue;
  if (stage === 'sent') return [issue];
  const isLocked = lockedStages.includes(stage);
  if (!isLocked && correction === null) return [];
  const edition = await findPublicEdition(ledger, number, language, now());
  if (edition === null) return [];
  // Issues are locked from the first message on, so what the CMS says of these is what was sent.
  if (isLocked || correction === null) return [issue];
  // While it is corrected, readers have what it was before.
  const content = await history.contentAt(documentId, correction.revision);
  const before = (field: string): string | undefined => {
    const value = content?.[field];
    return value?.is === 'scalar' && typeof value.value === 'string' ? value.value : undefined;
  };
  const subject = before('subject') ?? (await edition.read()).subject;
  return [
    {
      number,
      language,
      subject,
      periodLabel: before('periodLabel'),
      publicationDate: before('publicationDate'),
    },
  ];
}

type ArchivedIssue = Pick<IssueHead, 'number' | 'language' | 'subject' | 'periodLabel' | 'publicationDate'>;

/** The newest number first, each language of a number by itself, the preferred one before the others. Pure. */
function archiveRows(issues: readonly ArchivedIssue[], preferred: Language): PageData['archive']['issues'] {
  const rank = ({ language }: ArchivedIssue) => (language === preferred ? 0 : 1);
  return [...issues]
    .sort((one, two) => two.number - one.number || rank(one) - rank(two))
    .map(({ number, language, subject = '', periodLabel = '', publicationDate = '' }) => ({
      number,
      language,
      subject,
      periodLabel,
      publicationDate,
      url: onSite.issue(number, language),
    }));
}

/**
 * Shows an issue from the ledger and not from the CMS: readers see what was sent, byte for byte, whatever has become of
 * the articles since. Without a language it is the default of when it was sent, or else any that there is.
 */
async function issue(
  { ledger, readBrand, publicUrl, now }: PublicDependencies,
  number: string,
  language: string | undefined,
  kept: Kept,
): Promise<PublicAnswer> {
  const defaultLanguage = async () =>
    (isNumber(number) ? await languageOfNumber(ledger, Number(number)) : null) ??
    (await readBrand()).defaultLanguage;
  const preferred =
    language === undefined ? await defaultLanguage() : languageSchema.safeParse(language).data;
  const others = language === undefined ? languages.filter((other) => other !== preferred) : [];
  if (preferred && isNumber(number)) {
    for (const wanted of [preferred, ...others]) {
      const edition = await findPublicEdition(ledger, Number(number), wanted, now());
      if (edition === null) continue;
      const { hash } = edition;
      return kept([hash], async () => issuePage(webVersion(await edition.read(), publicUrl), wanted));
    }
  }
  const brand = await readBrand();
  const data = { brand: pageBrand(brand), archiveUrl: onSite.archive };
  return missingPage(commonPage('issue-not-found', data, preferred ?? brand.defaultLanguage));
}

/** `242.5` and `0` do not name an issue, and get the page for what does not exist. */
function isNumber(written: string): boolean {
  return /^[1-9]\d{0,8}$/.test(written);
}

/**
 * A frozen edition as a page for a reader who is not known: greeted without a name, and with an unsubscribe link that
 * explains where to find one's own, because a page that is shared must not carry anybody's token. Pictures are linked,
 * also those that the message carried.
 */
function webVersion(edition: Edition, publicUrl: string): string {
  const links = publicLinks(publicUrl);
  const { html } = personalise(withLinkedPictures(edition, links.assets), {
    address: readerWords(edition.language).anybody,
    unsubscribeUrl: links.unsubscribeHelp,
    viewUrl: links.issue(edition.number, edition.language),
  });
  return asWebPage(html);
}
