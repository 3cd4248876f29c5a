import type { Language } from '@nachra/renderer';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { uids } from '../../../shared/uids';
import { numberMarks } from '../common/number-marks';
import { languageOf } from '../common/request-language';
import { usages, usedIn } from '../content/documents/usages';
import { numericDay } from '../preparation/days';
import { beforeRoutes } from './before-routes';

const handlers = new Set(['relations.findAvailable', 'relations.findExisting']);
const holder = 'newsletter-section.dashboard';

/** Strapi's answer, as far as it is written anew. */
const answerSchema = z.looseObject({
  results: z.array(z.looseObject({ documentId: z.string(), title: z.string().nullish() })),
});
const daysSchema = z.array(z.object({ documentId: z.string(), asOf: z.iso.date().nullable().catch(null) }));

/**
 * Tells dashboards apart where the content manager's form of an issue offers them: Strapi shows the title alone, which is the same from
 * number to number. Behind it stand here the day of the figures and the numbers that show them: “Situation · 30/09/2023 · N° 243”. What is
 * saved is the dashboard's id. Called in `register`.
 */
export function nameDashboards(strapi: Core.Strapi, defaultLanguage: Language): void {
  beforeRoutes(strapi, 'content-manager', 'dashboard-names', handlers, async (context, next) => {
    await next();
    const { model } = context.params as Record<string, string | undefined>;
    if (model !== holder) return;
    const answer = answerSchema.safeParse(context.body);
    if (!answer.success) return;
    const { results } = answer.data;
    const ids = results.map(({ documentId }) => documentId);
    const found: unknown = await strapi
      .documents(uids.dashboard)
      .findMany({ filters: { documentId: { $in: ids } }, fields: ['asOf'], limit: -1 });
    const days = new Map(daysSchema.parse(found).map(({ documentId, asOf }) => [documentId, asOf]));
    const places = await usages(strapi, 'dashboard', ids);
    const mark = numberMarks[languageOf(context, defaultLanguage)];
    const named = results.map((dashboard) => {
      const { documentId, title } = dashboard;
      const day = days.get(documentId);
      const numbers = [...new Set(usedIn(places, documentId).map(({ number }) => number))];
      // Titles may be of the other direction.
      const facts = [
        title ? `\u2068${title}\u2069` : '',
        day ? numericDay(day) : '',
        numbers.length > 0 ? mark + numbers.slice(0, mostNumbers).join(', ') : '',
      ];
      return { ...dashboard, title: facts.filter(Boolean).join(' · ') };
    });
    context.body = { ...answer.data, results: named };
  });
}

/** Numbers that are named: a dashboard stands in one as a rule. */
const mostNumbers = 3;
