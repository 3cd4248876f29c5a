import type { Core } from '@strapi/strapi';
import type { Composition } from '../../../../shared/desk';
import { articleKinds } from '../../../../shared/lists';
import { uids } from '../../../../shared/uids';
import { rowsOf } from './stored-rows';

type UsualKinds = Composition['usualKinds'];

/**
 * What the rubrics of the number before held, in the same language: what is written for a rubric next is most likely of that kind.
 *
 * @returns one entry for each rubric that had articles; none for a first number
 */
export async function usualKindsBefore(
  strapi: Pick<Core.Strapi, 'documents'>,
  { number, language }: { number: number; language: string },
): Promise<UsualKinds> {
  const [before] = await strapi.documents(uids.issue).findMany({
    filters: { number: { $lt: number }, language },
    fields: ['number'],
    populate: {
      sections: { on: { 'newsletter-section.articles': { populate: { articles: { fields: ['kind'] } } } } },
    },
    sort: ['number:desc'],
    limit: 1,
  } as never);
  return rowsOf((before as { sections?: unknown } | undefined)?.sections).flatMap((section) => {
    const most = mostOf(rowsOf(section['articles']).map((article) => article['kind']));
    const kind = articleKinds.find((one) => one === most);
    const heading = section['heading'];
    return kind && typeof heading === 'string' ? [{ heading, kind }] : [];
  });
}

/** The value that is there most often, the first of those that are there as often. */
function mostOf(values: readonly unknown[]): unknown {
  const count = (one: unknown): number => values.filter((value) => value === one).length;
  return [...values].sort((one, two) => count(two) - count(one))[0];
}
