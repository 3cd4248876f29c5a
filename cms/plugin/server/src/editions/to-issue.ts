import { figuresUntranslated, type Finding, type Language } from '@nachra/renderer';
import { linesOf, type BrandDocument } from '../content/documents/brand';
import type { IssueDocument, SectionDocument } from '../content/documents/issue';
import { figuresIn } from '../content/figures/figures-in';
import { withAbsoluteUrls } from './blocks';
import { absolute, toPicture } from './media';
import { toArticle } from './to-article';

/**
 * An issue on its way into the contract: what `parseIssue` is asked to read. Its fields have the contract's names;
 * whether they are complete and right is the contract's to say, so that there is one judge.
 */
export interface IssueDraft {
  masthead: Record<string, unknown>;
  sections: Record<string, unknown>[];
}

/** The part of an issue that its masthead is made of; an article's preview makes one up. */
export type MastheadSource = Pick<
  IssueDocument,
  | 'number'
  | 'language'
  | 'subject'
  | 'preheader'
  | 'periodLabel'
  | 'periodFrom'
  | 'periodTo'
  | 'publicationDate'
  | 'cover'
  | 'greeting'
> &
  Partial<Pick<IssueDocument, 'correction' | 'coverFraming'>>;

/** What a correction's subject begins with. */
const correctionMarks = { fr: 'Rectificatif :', en: 'Correction:', ar: 'تصويب:' } as const;

/**
 * Turns documents into an issue. Strapi's field names end here: everything behind speaks the contract's.
 *
 * @param origin where relative addresses lead: the public address, without a final slash
 */
export function toIssue(issue: IssueDocument, brand: BrandDocument, origin: string): IssueDraft {
  return {
    masthead: toMasthead(issue, brand, origin),
    sections: issue.sections.map((section) => toSection(section, issue.language, origin)),
  };
}

export function toMasthead(
  issue: MastheadSource,
  brand: BrandDocument,
  origin: string,
): Record<string, unknown> {
  return {
    brand: toBrand(issue.language, brand, origin),
    title: brand.newsletterTitle,
    number: issue.number,
    period: { label: issue.periodLabel, from: issue.periodFrom, to: issue.periodTo },
    publicationDate: issue.publicationDate,
    language: issue.language,
    subject: subjectOf(issue),
    preheader: issue.preheader,
    cover: issue.cover ? toPicture(issue.cover, origin, issue.coverFraming) : undefined,
    greeting: issue.greeting,
  };
}

/** Marked as part of what is rendered, so that the mark is seen, approved and sent like every other word. */
function subjectOf({ subject, language, correction }: MastheadSource): string | undefined {
  const mark = correctionMarks[language];
  return !correction || !subject || subject.startsWith(mark) ? subject : `${mark} ${subject}`;
}

function toBrand(language: string, brand: BrandDocument, origin: string): Record<string, unknown> {
  const wording = brand.wordings.find((candidate) => candidate.language === language);
  const { primaryColour: primary, accentColour: accent } = brand;
  return {
    name: brand.name,
    url: brand.url,
    logo: brand.logo ? toPicture(brand.logo, origin) : undefined,
    // Both or neither: the contract's own pair is chosen to go together.
    colours: primary && accent ? { primary, accent } : undefined,
    motto: linesOf(wording?.motto),
    postalAddress: wording?.postalAddress,
    whyReceived: wording?.whyReceived,
    words: linesOf(wording?.words),
  };
}

/** A section of Strapi's as one of the contract's: see {@link toIssue}. */
export function toSection(
  section: SectionDocument,
  language: Language,
  origin: string,
): Record<string, unknown> {
  switch (section.__component) {
    case 'newsletter-section.articles':
      return {
        type: 'articles',
        heading: section.heading,
        layout: section.layout,
        articles: section.articles.map((article) => toArticle(article, origin)),
      };
    case 'newsletter-section.dashboard':
      return {
        type: 'dashboard',
        heading: section.heading,
        dashboard: section.dashboard ? toDashboard(section.dashboard, language) : undefined,
      };
    case 'newsletter-section.agenda':
      return {
        type: 'agenda',
        heading: section.heading,
        entries: section.entries.map(({ title, startDate, endDate, place, url }) => ({
          title,
          start: startDate,
          end: endDate,
          place,
          url: url && absolute(url, origin),
        })),
      };
    case 'newsletter-section.text':
      return { type: 'text', heading: section.heading, body: withAbsoluteUrls(section.body, origin) };
    case 'newsletter-section.quote':
      return { type: 'quote', text: section.text, attribution: section.attribution };
    case 'newsletter-section.image':
      return {
        type: 'image',
        image: section.picture ? toPicture(section.picture, origin, section.framing) : undefined,
        url: section.url && absolute(section.url, origin),
      };
    case 'newsletter-section.links':
      return {
        type: 'links',
        heading: section.heading,
        links: section.links.map(({ label, url, note }) => ({
          label,
          url: url && absolute(url, origin),
          note,
        })),
      };
  }
}

type DashboardDocument = NonNullable<
  Extract<SectionDocument, { __component: 'newsletter-section.dashboard' }>['dashboard']
>;

function toDashboard(dashboard: DashboardDocument, language: Language): Record<string, unknown> {
  const { title, figures } = figuresIn(dashboard.figures, dashboard.title, language);
  return { ...figures, id: dashboard.documentId, title, asOf: dashboard.asOf };
}

/** What nobody has written in the issue's language, of its dashboards. Pure. */
export function untranslated({
  language,
  sections,
}: Pick<IssueDocument, 'language' | 'sections'>): Finding[] {
  return sections.flatMap((section, at) => {
    if (section.__component !== 'newsletter-section.dashboard' || !section.dashboard) return [];
    const { title = '', figures } = section.dashboard;
    const { missing } = figuresIn(figures, title, language);
    return missing.length === 0
      ? []
      : [figuresUntranslated(`sections[${at}].dashboard`, { language, title, missing })];
  });
}
