import type { Ledger } from '@nachra/delivery';
import { openMemory, renderPage, type Language, type PageBrand, type PageData } from '@nachra/renderer';
import type { Context } from 'koa';
import type { BrandDocument } from '../content/documents/brand';
import type { IssueStore } from '../content/documents/issue-store';
import type { RevisionHistory } from '../content/revisions/history';
import type { AssetStore } from '../editions/asset-store';
import type { PublicAnswer, PublicPicture } from './answer';
import { readerWords, type ReaderMessage, type ReaderWords } from './reader-words';

/** What the public pages are made from; open once the plugin is. */
export interface PublicDependencies {
  issues: Pick<IssueStore, 'inStages'>;
  assets: Pick<AssetStore, 'find'>;
  ledger: Ledger;
  /** What issues held before they were changed. */
  history: Pick<RevisionHistory, 'contentAt'>;
  readBrand: () => Promise<BrandDocument>;
  publicUrl: string;
  linkSecret: string;
  now: () => Date;
  /** Copies to the content database what was decided; see `LedgerWatch`. */
  witness: () => Promise<void>;
}

/** A page that needs no sign-in: where it is, and what it answers before that is HTTP. Null is “not found”, without a page. */
export interface PublicPage {
  method: 'GET' | 'POST';
  path: string;
  answer: (open: PublicDependencies, context: Context) => Promise<PublicAnswer | PublicPicture | null>;
}

const made = openMemory<string>(64);

/** A page that says the same to everybody, made once for what it says: forged links and invented numbers come in crowds. */
export function commonPage<Name extends 'message' | 'issue-not-found'>(
  name: Name,
  data: PageData[Name],
  language: Language,
): string {
  const key = JSON.stringify([name, data, language]);
  const html = made.get(key) ?? renderPage(name, data, language);
  made.set(key, html);
  return html;
}

/** A page of one heading and a few sentences, in the brand's default language. */
export async function messagePage(
  { readBrand }: Pick<PublicDependencies, 'readBrand'>,
  message: (words: ReaderWords) => ReaderMessage,
): Promise<string> {
  const brand = await readBrand();
  const language = brand.defaultLanguage;
  return commonPage('message', { brand: pageBrand(brand), ...message(readerWords(language)) }, language);
}

/** The brand as pages show it. */
export function pageBrand({
  name,
  newsletterTitle,
  url,
  primaryColour,
  accentColour,
}: BrandDocument): PageBrand {
  const colours =
    primaryColour && accentColour ? { primary: primaryColour, accent: accentColour } : undefined;
  return { name: name ?? '', title: newsletterTitle ?? '', url, colours };
}
