import { languageSchema, renderPage, type Edition, type Language, type PageBrand } from '@nachra/renderer';
import type { Ledger } from '@nachra/delivery';
import type { BrandDocument } from '../documents/brand';
import type { IssueStore } from '../documents/issue-store';
import type { AssetStore } from '../editions/asset-store';
import {
  issuePage,
  missingPage,
  page,
  personalPage,
  picture,
  type PublicAnswer,
  type PublicPicture,
} from './answer';
import { archiveIssues } from './archive';
import { forgeryLimit } from './limits';
import { publishedIssues } from './published-issues';
import { readerWords, type ReaderMessage, type ReaderWords } from './reader-words';
import { deliveryOfLink, maskedAddress, unsubscribeByLink } from './unsubscribe';
import { webVersion } from './web-version';

/** What the public pages are made from. */
export interface PublicDependencies {
  issues: IssueStore;
  assets: Pick<AssetStore, 'find'>;
  ledger: Ledger;
  readBrand: () => Promise<BrandDocument>;
  publicUrl: string;
  linkSecret: string;
  now: () => Date;
}

/** The pages that need no sign-in, as answers; HTTP is `routes.ts`. */
export interface PublicPages {
  archive(): Promise<PublicAnswer>;
  issue(number: string, language: string | undefined): Promise<PublicAnswer>;
  /** A chart, an ornament or an embedded picture of an edition; null when there is none of that name. */
  asset(name: string): Promise<PublicPicture | null>;
  /** Where the unsubscribe link of an issue on the web leads: there is nobody to unsubscribe. */
  unsubscribeHelp(): Promise<PublicAnswer>;
  /** Shows the page and changes nothing: link scanners open every address in a mail. */
  unsubscribeForm(token: string): Promise<PublicAnswer>;
  unsubscribe(token: string, body: unknown, from: string): Promise<PublicAnswer>;
  /** Said when any of the others failed. */
  trouble(): Promise<PublicAnswer>;
}

export function openPublicPages(dependencies: PublicDependencies): PublicPages {
  const { issues, assets, ledger, readBrand, publicUrl } = dependencies;
  const published = publishedIssues(ledger);
  const forgeries = forgeryLimit();

  async function messagePage(message: (words: ReaderWords) => ReaderMessage): Promise<string> {
    const brand = await readBrand();
    const language = brand.defaultLanguage;
    return renderPage('message', { brand: pageBrand(brand), ...message(readerWords(language)) }, language);
  }

  async function forgedLink(from: string): Promise<PublicAnswer> {
    const wait = await forgeries.strike(from);
    if (wait === 0) return personalPage(await messagePage((words) => words.unknownLink), 404);
    const html = await messagePage((words) => words.tooManyAttempts);
    return personalPage(html, 429, { 'Retry-After': String(wait) });
  }

  return {
    async archive() {
      const brand = await readBrand();
      const language = brand.defaultLanguage;
      const data = { brand: pageBrand(brand), issues: await archiveIssues(issues, language) };
      return page(renderPage('archive', data, language));
    },

    async issue(number, language) {
      const brand = await readBrand();
      const wanted = language === undefined ? brand.defaultLanguage : languageSchema.safeParse(language).data;
      const edition =
        wanted && isNumber(number) ? await find(Number(number), wanted, language === undefined) : null;
      if (edition) return issuePage(webVersion(edition, publicUrl), edition.language);
      const data = { brand: pageBrand(brand), archiveUrl: '/' };
      return missingPage(renderPage('issue-not-found', data, wanted ?? brand.defaultLanguage));
    },

    async asset(name) {
      const bytes = await assets.find(name);
      return bytes && picture(bytes, pictureType(name));
    },

    async trouble() {
      return personalPage(await messagePage((words) => words.trouble), 500);
    },

    async unsubscribeHelp() {
      return personalPage(await messagePage((words) => words.linkInMail));
    },

    async unsubscribeForm(token) {
      const delivery = await deliveryOfLink(dependencies, token);
      if (delivery === null) return personalPage(await messagePage((words) => words.unknownLink), 404);
      const { language, address } = delivery;
      const data = {
        brand: pageBrand(await readBrand()),
        address: maskedAddress(address),
        action: `/unsubscribe/${token}`,
      };
      return personalPage(renderPage('unsubscribe', data, language));
    },

    async unsubscribe(token, body, from) {
      const delivery = await deliveryOfLink(dependencies, token);
      const result = delivery && (await unsubscribeByLink(dependencies, delivery, body));
      if (!delivery || result === 'unknown') return forgedLink(from);
      const data = { brand: pageBrand(await readBrand()), already: result === 'already', archiveUrl: '/' };
      return personalPage(renderPage('unsubscribed', data, delivery.language));
    },
  };

  function find(number: number, language: Language, orAny: boolean): Promise<Edition | null> {
    return orAny ? published.anyEdition(number, language) : published.edition(number, language);
  }
}

/** `/issues/242.5` and `/issues/0` are no issues; the page for what does not exist says so. */
function isNumber(written: string): boolean {
  return /^[1-9]\d{0,8}$/.test(written);
}

/** The renderer names a picture by its format. */
function pictureType(name: string): string {
  const extension = name.slice(name.lastIndexOf('.') + 1);
  return `image/${extension === 'jpg' ? 'jpeg' : extension}`;
}

function pageBrand({ name, newsletterTitle, url, primaryColour, accentColour }: BrandDocument): PageBrand {
  const colours =
    primaryColour && accentColour ? { primary: primaryColour, accent: accentColour } : undefined;
  return { name: name ?? '', title: newsletterTitle ?? '', url, colours };
}
