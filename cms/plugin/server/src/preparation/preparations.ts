import { languages, type Language } from '@nachra/renderer';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import {
  mostNumber,
  type NumberRequest,
  type Proposal,
  type ProposalQuery,
  type ProposedIssue,
} from '../../../shared/desk';
import type { ContentTransactions } from '../common/content-transactions';
import { isDuplicate } from '../common/errors';
import { actorOf, type Journal } from '../common/journal';
import type { Person } from '../common/person';
import { Refusal } from '../common/refusal';
import type { BrandDocument } from '../content/documents/brand';
import { dashboardsAnew, dashboardTaken } from './dashboards-anew';
import { addDays, addMonths, isoDay, nearestMonths } from './days';
import { moveDates, type IssueDates } from './move-dates';
import { periodLabel } from './period-label';
import {
  plainSubject,
  prepareIssue,
  sectionsAnew,
  type NewNumber,
  type PreparedIssue,
} from './prepare-issue';
import type { Template } from './template';
import { openTemplateStore, type TemplateStore } from './template-store';

/** What numbers are prepared with. */
interface PreparationDependencies extends Pick<ContentTransactions, 'transaction'> {
  readBrand: () => Promise<BrandDocument>;
  journal: Pick<Journal, 'record'>;
  /** Carries over what was decided about figures that do not change, from one issue to the one that was just made from it. */
  carryDecisions: (from: string, to: string) => Promise<void>;
  now: () => Date;
}

/** Makes numbers from others: the same sections, the days moved on, and nothing linked that was another number's. */
export interface Preparations {
  /** Says what would be made. Writes nothing. @throws {Refusal} `NUMBER_UNKNOWN` */
  propose(query: ProposalQuery): Promise<Proposal>;
  /**
   * Makes the issues of a number, and the dashboards in them, all or none.
   *
   * @throws {Refusal} `NUMBER_UNKNOWN`; `NUMBER_UNTRANSLATED` where it is to be made in a language that the other one is not in; `NUMBER_TAKEN`
   *   when one of the languages is there already; `NUMBER_UNFIT` where what is carried over would be refused in any save
   */
  prepare(request: NumberRequest, person: Person): Promise<{ documentId: string; language: Language }[]>;
}

export function openPreparations(
  strapi: Pick<Core.Strapi, 'documents' | 'db'>,
  { readBrand, journal, carryDecisions, transaction, now }: PreparationDependencies,
): Preparations {
  const templates = openTemplateStore(strapi);
  async function templatesOf(from: number | null): Promise<Template[]> {
    if (from === null) return [];
    const found = await templates.ofNumber(from);
    if (found.length === 0) throw new Refusal('NUMBER_UNKNOWN', { number: from });
    return found;
  }

  return {
    async propose(query) {
      const numbers = (await templates.numbers()).filter((number) => number <= mostNumber);
      const [newest = null] = numbers;
      const from = query.from === 'blank' ? null : (query.from ?? newest);
      const sources = await templatesOf(from);
      const dates = datesAfter(newest === null ? [] : await templates.ofNumber(newest), now());
      const next = {
        number: query.number ?? Math.min((newest ?? 0) + 1, mostNumber),
        periodFrom: query.periodFrom ?? dates.periodFrom,
        periodTo: query.periodTo ?? dates.periodTo,
        publicationDate: query.publicationDate ?? dates.publicationDate,
      };
      const { newsletterTitle = '' } = await readBrand();
      const present = await templates.ofNumber(next.number);
      const existing = new Map(present.map(({ language, documentId }) => [language, documentId]));
      const issues =
        sources.length > 0 ? fromTemplates(sources, next, newsletterTitle) : blank(next, newsletterTitle);
      return {
        ...{ from, ...next, numbers },
        issues: issues.map((issue) => proposedIssue(issue, existing.get(issue.language) ?? null)),
        dashboards: dashboardsAnew(sources, monthsOf(sources, next)).map((dashboard) => {
          const { title, period, leftOut, joined } = dashboard;
          return { title, period, leftOut, joined, isThere: dashboardTaken(dashboard, present) !== null };
        }),
      };
    },

    async prepare({ from, languages: wanted, ...next }, person) {
      const { newsletterTitle = '' } = await readBrand();
      const { number } = next;
      const make = async () => {
        const all = await templatesOf(from);
        const sources = all.filter(({ language }) => wanted.includes(language));
        const lacking = wanted.filter((language) => sources.every((source) => source.language !== language));
        if (from !== null && lacking.length > 0)
          throw new Refusal('NUMBER_UNTRANSLATED', { number: from, languages: lacking });
        const present = await templates.ofNumber(number);
        const taken = present.filter(({ language }) => wanted.includes(language));
        if (taken.length > 0) throw takenRefusal(number, taken);
        const prepared = [
          ...fromTemplates(sources, next, newsletterTitle),
          ...blank(next, newsletterTitle).filter(
            ({ language }) => from === null && wanted.includes(language),
          ),
        ];
        const copies = await copyDashboards(templates, { all, wanted, present }, next);
        const made: { documentId: string; language: Language }[] = [];
        for (const issue of prepared) {
          const source = sources.find(({ language }) => language === issue.language);
          const sections = sectionsAnew(source?.sections ?? [], next, copies);
          const { language, subject, periodLabel: label, greeting } = issue;
          const data = { ...next, language, subject, periodLabel: label, greeting, sections };
          const proposed = issue.toWrite.includes('subject') ? subject : null;
          const documentId = await templates.createIssue(data, proposed);
          if (source) await carryDecisions(source.documentId, documentId);
          made.push({ documentId, language });
        }
        await journal.record({
          name: 'issue.prepared',
          by: actorOf(person),
          number,
          data: { from, languages: made.map(({ language }) => language) },
        });
        return made;
      };
      try {
        return await transaction(make);
      } catch (error) {
        // Somebody else has made the number in the same moment.
        if (isDuplicate(error)) throw takenRefusal(number, await templates.ofNumber(number));
        if (from !== null && error instanceof errors.ValidationError)
          throw new Refusal('NUMBER_UNFIT', { number: from, sentence: String(error.message) });
        throw error;
      }
    },
  };
}

/** One issue for each language of a number, in the order in which languages stand everywhere. */
function fromTemplates(sources: readonly Template[], next: NewNumber, title: string): PreparedIssue[] {
  return languages.flatMap((language) => {
    const source = sources.find((one) => one.language === language);
    return source ? [prepareIssue(source, next, title)] : [];
  });
}

/** A number without sections, in every language. */
function blank(next: NewNumber, title: string): PreparedIssue[] {
  return languages.map((language) => ({
    language,
    subject: plainSubject(title, next.number, language),
    periodLabel: periodLabel({ from: next.periodFrom, to: next.periodTo }, language, null),
    ...{ toWrite: [], greeting: false, carried: [], leavesCover: false },
  }));
}

function proposedIssue(issue: PreparedIssue, existing: string | null): ProposedIssue {
  const { language, subject, periodLabel: label, toWrite, carried, leavesCover } = issue;
  return { language, subject, periodLabel: label, toWrite, sections: carried, leavesCover, existing };
}

/** The days after the newest number; of the first one this month. */
function datesAfter(newest: readonly Template[], now: Date): IssueDates {
  for (const { periodFrom, periodTo, publicationDate } of newest)
    if (periodFrom && periodTo)
      return moveDates({ periodFrom, periodTo, publicationDate: publicationDate ?? periodTo });
  const first = `${isoDay(now).slice(0, 7)}-01`;
  const last = addDays(addMonths(first, 1), -1);
  return { periodFrom: first, periodTo: last, publicationDate: last };
}

/**
 * How far figures are moved on: as many months as the period of the number ends after that of the other one, or as it covers where the
 * other has none before it; one at least.
 */
function monthsOf(sources: readonly Template[], { periodFrom, periodTo }: IssueDates): number {
  const [before] = sources.flatMap((source) => source.periodTo ?? []);
  return before !== undefined && before < periodTo
    ? nearestMonths(addDays(before, 1), periodTo)
    : nearestMonths(periodFrom, periodTo);
}

/**
 * Copies what the wanted languages show, with the texts of every language of the number, so that one that is prepared later finds its own.
 * What the number has already, since another language of it was prepared before, is taken as it is: figures are typed once.
 *
 * @param number the number that is copied in all its languages, and the issues that the new one has already
 * @returns the dashboards of the new number by what they were copied from
 */
async function copyDashboards(
  templates: Pick<TemplateStore, 'createDashboard'>,
  number: { all: readonly Template[]; wanted: readonly Language[]; present: readonly Template[] },
  next: NewNumber,
): Promise<Map<string, string>> {
  const copies = new Map<string, string>();
  for (const dashboard of dashboardsAnew(number.all, monthsOf(number.all, next))) {
    if (!dashboard.shownIn.some((language) => number.wanted.includes(language))) continue;
    const documentId =
      dashboardTaken(dashboard, number.present) ?? (await templates.createDashboard(dashboard));
    for (const copied of dashboard.from) copies.set(copied, documentId);
  }
  return copies;
}

function takenRefusal(number: number, taken: readonly Pick<Template, 'language'>[]): Refusal {
  return new Refusal('NUMBER_TAKEN', { number, languages: taken.map(({ language }) => language) });
}
