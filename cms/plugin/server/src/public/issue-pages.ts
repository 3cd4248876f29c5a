import { findPublicEdition, languageOfNumber, publicLinks, publicPaths } from '@nachra/delivery';
import {
  languages,
  languageSchema,
  personalise,
  renderPage,
  withLinkedPictures,
  type Edition,
  type Language,
  type PageData,
} from '@nachra/renderer';
import { lockedStages, stages } from '../../../shared/stages';
import { pathParameter } from '../common/path-parameter';
import type { IssueHead } from '../content/documents/issue';
import { pictureType } from '../editions/picture-kind';
import { issuePage, missingPage, page, picture, type PublicAnswer } from './answer';
import { pageBrand, type PublicDependencies, type PublicPage } from './public-page';
import { readerWords } from './reader-words';

/** Links from one page to another. */
const onSite = publicLinks('');

/** The archive, each issue in each of its languages, and the pictures of editions. */
export const issuePages: readonly PublicPage[] = [
  { method: 'GET', path: publicPaths.archive, answer: archive },
  {
    method: 'GET',
    path: publicPaths.issue,
    answer: (open, context) => issue(open, pathParameter(context, 'number'), undefined),
  },
  {
    method: 'GET',
    path: publicPaths.issueInLanguage,
    answer: (open, context) =>
      issue(open, pathParameter(context, 'number'), pathParameter(context, 'language')),
  },
  {
    method: 'GET',
    path: publicPaths.asset,
    async answer({ assets }, context) {
      const name = pathParameter(context, 'name');
      const bytes = await assets.find(name);
      return bytes && picture(bytes, pictureType(name));
    },
  },
];

async function archive(open: PublicDependencies): Promise<PublicAnswer> {
  const brand = await open.readBrand();
  const language = brand.defaultLanguage;
  const rows = [];
  for (const issue of await open.issues.inStages(stages)) rows.push(...(await asReadersHaveIt(open, issue)));
  const data = { brand: pageBrand(brand), issues: archiveRows(rows, language) };
  return page(renderPage('archive', data, language));
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
  const subject = before('subject') ?? edition.subject;
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
): Promise<PublicAnswer> {
  const brand = await readBrand();
  const chosen = async () =>
    (isNumber(number) ? await languageOfNumber(ledger, Number(number)) : null) ?? brand.defaultLanguage;
  const preferred = language === undefined ? await chosen() : languageSchema.safeParse(language).data;
  const others = language === undefined ? languages.filter((other) => other !== preferred) : [];
  if (preferred && isNumber(number)) {
    for (const wanted of [preferred, ...others]) {
      const edition = await findPublicEdition(ledger, Number(number), wanted, now());
      if (edition) return issuePage(webVersion(edition, publicUrl), edition.language);
    }
  }
  const data = { brand: pageBrand(brand), archiveUrl: onSite.archive };
  return missingPage(renderPage('issue-not-found', data, preferred ?? brand.defaultLanguage));
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
  return personalise(withLinkedPictures(edition, links.assets), {
    address: readerWords(edition.language).anybody,
    unsubscribeUrl: links.unsubscribeHelp,
    viewUrl: links.issue(edition.number, edition.language),
  }).html;
}
