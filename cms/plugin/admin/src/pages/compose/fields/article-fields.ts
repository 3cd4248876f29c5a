import type { ArticleForm } from '../../../../../shared/desk';

/** A field of an article, as its forms show it: the texts of its images stand with them. */
export type ArticleFieldName = Exclude<keyof ArticleForm, 'imageTexts'>;

/** Fields that one kind alone has, where they stand behind its name, and behind its text. */
const ofKind: Readonly<Record<string, { before?: ArticleFieldName[]; after?: ArticleFieldName[] }>> = {
  event: { before: ['startDate', 'endDate', 'place', 'editionNumber'] },
  'governance-meeting': {
    before: ['governingBody', 'meetingDate', 'place', 'chair', 'present'],
    after: ['decisions'],
  },
};
const sources: ArticleFieldName[] = ['sourceName', 'sourceUrl'];
const lastOfKind: Readonly<Record<string, ArticleFieldName[]>> = {
  editorial: ['author', ...sources],
  'sector-news': sources,
  feature: sources,
};

/** The fields that an article of that kind has, in the order in which the mail shows them. Pure. */
export function articleFieldsOf(kind: ArticleForm['kind']): ArticleFieldName[] {
  const { before = [], after = [] } = ofKind[kind ?? ''] ?? {};
  return [
    ...(['title', 'kind', ...before, 'standfirst', 'body', ...after, 'images'] as const),
    ...(lastOfKind[kind ?? ''] ?? []),
    ...(['callToActionLabel', 'callToActionUrl'] as const),
  ];
}
