import type { Language } from '@nachra/renderer';
import type { CarriedSection } from '../../../shared/desk';
import { numberMarks } from '../common/number-marks';
import type { IssueDates } from './move-dates';
import { periodLabel } from './period-label';
import type { Template, TemplateSection } from './template';

/** What a number is to be, whatever its language. */
export interface NewNumber extends IssueDates {
  number: number;
}

/** An issue that is about to be made from another one. */
export interface PreparedIssue {
  language: Language;
  subject: string;
  periodLabel: string;
  /** What a person has still to write. */
  toWrite: ('subject' | 'preheader')[];
  greeting: boolean;
  /** What became of each section of the other one, in their order. */
  carried: CarriedSection[];
  /** Whether a cover was left behind. */
  leavesCover: boolean;
}

/**
 * Says what the number after a template is in its language: which texts are moved on, which are left for a person to write, and what
 * becomes of each section. Pure.
 *
 * @param title the newsletter's name
 */
export function prepareIssue(template: Template, next: NewNumber, title: string): PreparedIssue {
  const { language, periodLabel: label = '', periodFrom, periodTo, greeting } = template;
  const like = periodFrom && periodTo && label ? { from: periodFrom, to: periodTo, label } : null;
  const newLabel = periodLabel({ from: next.periodFrom, to: next.periodTo }, language, like);
  const { subject, isWhole } = movedSubject(template, next, newLabel, title);
  return {
    language,
    subject,
    periodLabel: newLabel,
    toWrite: [
      ...(isWhole ? [] : (['subject'] as const)),
      ...(template.preheader ? (['preheader'] as const) : []),
    ],
    greeting: greeting ?? false,
    carried: template.sections.map((section) => carriedOf(section, next)),
    leavesCover: template.cover != null,
  };
}

/** Characters that Strapi's column of a subject takes. */
const mostOfSubject = 255;

/** The subject of a number that has no template: its name, as much of it as there is room for, and its number. Pure. */
export function plainSubject(title: string, number: number, language: Language): string {
  const said = ` ${numberMarks[language]}${String(number)}`;
  return `${title.slice(0, mostOfSubject - said.length).trimEnd()}${said}`.trim();
}

/**
 * The template's subject with its number and period moved on. What stands before the newsletter's name or follows them is that number's
 * news: it is left out, and somebody has to write this one's.
 */
function movedSubject(
  { subject = '', number, language, periodLabel: label = '' }: Template,
  next: NewNumber,
  newLabel: string,
  title: string,
): { subject: string; isWhole: boolean } {
  const plain = { subject: plainSubject(title, next.number, language), isWhole: false };
  const at = numberIn(subject, number, title);
  if (at === null) return plain;
  const end = at + String(number).length;
  const named = label === '' ? -1 : subject.indexOf(label, end);
  const isNear = named >= 0 && /^[\s\-–—|:·•,(]*$/u.test(subject.slice(end, named));
  const [kept, rest] = isNear
    ? [subject.slice(end, named) + newLabel, subject.slice(named + label.length)]
    : ['', subject.slice(end)];
  const closing = /^\s*[)\]»]?\s*/u.exec(rest)?.[0] ?? '';
  const start = nameIn(subject.slice(0, at), title);
  const moved = `${subject.slice(start, at)}${String(next.number)}${kept}${closing}`.trim();
  if (moved.length > mostOfSubject) return plain;
  return { subject: moved, isWhole: start === 0 && rest.slice(closing.length) === '' };
}

/** What says before a number that it is one of a newsletter. */
const numberMark = /(?:n\s?[°ºo]s?\.?|nr\.?|num[ée]ro|number|issue|#|العدد|عدد|رقم)\s*$/iu;
/** Up to here a number may be a day, or how many of something a subject counts. */
const mostOfDay = 31;

/**
 * Where a subject says its number: behind a mark or the newsletter's name, or by itself where it can be no day. Null where it does not.
 */
function numberIn(text: string, number: number, title: string): number | null {
  const alone = new RegExp(`(?<![\\d.,])${String(number)}(?![\\d]|[.,]\\d)`, 'gu');
  const places = [...text.matchAll(alone)].map(({ index }) => index);
  const before = (at: number) => text.slice(0, at).trimEnd();
  const said =
    places.find((at) => numberMark.test(before(at))) ??
    places.find((at) => title !== '' && before(at).endsWith(title)) ??
    (number > mostOfDay ? places[0] : undefined);
  return said ?? null;
}

/** Where the newsletter's name begins in what stands before a number; 0 where nothing but its own words stand before that. */
function nameIn(before: string, title: string): number {
  const at = title === '' ? -1 : before.lastIndexOf(title);
  // “La lettre AMANEWS” is a name, “Un bon mois : AMANEWS” begins with news.
  return at > 0 && /[:;|!?–—·]\s*$|\s-\s+$|[.,]\s+$/u.test(before.slice(0, at)) ? at : 0;
}

function carriedOf(section: TemplateSection, { publicationDate }: NewNumber): CarriedSection {
  const heading = ('heading' in section ? section.heading : undefined) ?? '';
  switch (section.__component) {
    case 'newsletter-section.articles':
      return { type: 'articles', heading, left: section.articles.length, kept: 0 };
    case 'newsletter-section.dashboard':
      return { type: 'dashboard', heading, left: 0, kept: section.dashboard ? 1 : 0 };
    case 'newsletter-section.agenda': {
      const kept = section.entries.filter((entry) => isAhead(entry, publicationDate)).length;
      return { type: 'agenda', heading, left: section.entries.length - kept, kept };
    }
    case 'newsletter-section.links':
      return { type: 'links', heading, left: 0, kept: section.links.length };
    case 'newsletter-section.text':
      return { type: 'text', heading, left: 0, kept: 1 };
    case 'newsletter-section.quote':
      return { type: 'quote', heading, left: 0, kept: 1 };
    case 'newsletter-section.image':
      return section.picture
        ? { type: 'image', heading, left: 0, kept: 1 }
        : { type: 'image', heading, left: 1, kept: 0 };
  }
}

/** Whether an entry of an agenda is not over on a day. Pure. */
function isAhead(
  { startDate, endDate }: { startDate: string; endDate?: string | null | undefined },
  day: string,
) {
  return (endDate ?? startDate) >= day;
}

/**
 * The sections of a new issue: those of the template in their order, without articles, with the dashboards made for it and without what
 * is over when it appears. A picture that was deleted since leaves no section: there is none without one. Pure.
 *
 * @param dashboards the copies, by the documentId of what they were copied from
 */
export function sectionsAnew(
  sections: readonly TemplateSection[],
  { publicationDate }: NewNumber,
  dashboards: ReadonlyMap<string, string>,
): Record<string, unknown>[] {
  return sections.flatMap((section) => {
    switch (section.__component) {
      case 'newsletter-section.articles':
        return { ...section, articles: [] };
      case 'newsletter-section.dashboard':
        return { ...section, dashboard: dashboards.get(section.dashboard?.documentId ?? '') ?? null };
      case 'newsletter-section.agenda': {
        const entries = section.entries.filter((entry) => isAhead(entry, publicationDate)).map(withoutId);
        return { ...section, entries };
      }
      case 'newsletter-section.links':
        return { ...section, links: section.links.map(withoutId) };
      case 'newsletter-section.image':
        return section.picture ? { ...section, picture: section.picture.id } : [];
      default:
        return section;
    }
  });
}

/** A part of another issue's section, to become one of its own. */
function withoutId<Part extends { id?: unknown }>({ id: _, ...part }: Part): Omit<Part, 'id'> {
  return part;
}
