import type { Ledger } from '@nachra/delivery';
import { renderPage, type PageBrand } from '@nachra/renderer';
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

/** A page of one heading and a few sentences, in the brand's default language. */
export async function messagePage(
  { readBrand }: Pick<PublicDependencies, 'readBrand'>,
  message: (words: ReaderWords) => ReaderMessage,
): Promise<string> {
  const brand = await readBrand();
  const language = brand.defaultLanguage;
  return renderPage('message', { brand: pageBrand(brand), ...message(readerWords(language)) }, language);
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
