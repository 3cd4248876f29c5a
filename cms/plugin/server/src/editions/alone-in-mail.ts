import { languageSchema } from '@nachra/renderer';
import type { BrandDocument } from '../content/documents/brand';
import type { SectionDocument } from '../content/documents/issue';
import type { IssueStore } from '../content/documents/issue-store';
import { toMasthead, toSection, type IssueDraft, type MastheadSource } from './to-issue';

/** What a mail around one piece is made with. */
export interface AroundOne {
  issues: Pick<IssueStore, 'inLanguage'>;
  readBrand: () => Promise<BrandDocument>;
  publicUrl: string;
  now: () => Date;
}

/** A section that stands in a mail of its own, and what its mail says in an inbox. */
interface Alone {
  section: SectionDocument;
  /** What a person has chosen; the institution's own where it is none. */
  language: unknown;
  subject: string | undefined;
  preheader?: string | undefined;
}

/** Where the one piece of {@link aloneInMail} is a section, and where it is the article in it. */
export const alonePlaces = {
  article: 'sections[0].articles[0]',
  dashboard: 'sections[0].dashboard',
} as const;

/** A mail of one section, under the masthead of the newest issue in its language (or of one made up, where there is none yet). */
export async function aloneInMail(
  { issues, readBrand, publicUrl, now }: AroundOne,
  { section, subject, preheader, ...asked }: Alone,
): Promise<{ draft: IssueDraft; brand: BrandDocument }> {
  const brand = await readBrand();
  const language = languageSchema.catch(brand.defaultLanguage).parse(asked.language);
  const [newest] = await issues.inLanguage(language);
  const masthead: MastheadSource = {
    ...mastheadOfToday(now()),
    ...(newest ? { number: newest.number, periodLabel: newest.periodLabel } : {}),
    ...(newest?.periodFrom && newest.periodTo
      ? { periodFrom: newest.periodFrom, periodTo: newest.periodTo }
      : {}),
    language,
    subject,
    preheader,
  };
  const draft = {
    masthead: toMasthead(masthead, brand, publicUrl),
    sections: [toSection(section, language, publicUrl)],
  };
  return { draft, brand };
}

function mastheadOfToday(now: Date): Omit<MastheadSource, 'language' | 'subject' | 'preheader'> {
  const today = now.toISOString().slice(0, 10);
  return {
    number: 1,
    periodLabel: today.slice(0, 7),
    periodFrom: today,
    periodTo: today,
    publicationDate: today,
    greeting: false,
  };
}
