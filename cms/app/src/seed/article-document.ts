import type { Article, Language } from '@nachra/renderer';

const lines = (texts: readonly string[]): { text: string }[] => texts.map((text) => ({ text }));

/** An article of the contract as the fields of the `article` content type: the way back of the plugin's `to-article`. */
export function articleDocument(article: Article, language: Language): Record<string, unknown> {
  const common = {
    title: article.title,
    kind: article.kind,
    language,
    standfirst: article.standfirst,
    body: article.body,
    sourceName: article.source?.name,
    sourceUrl: article.source?.url,
    callToActionLabel: article.callToAction?.label,
    callToActionUrl: article.callToAction?.url,
  };
  switch (article.kind) {
    case 'event':
      return {
        ...common,
        startDate: article.start,
        endDate: article.end,
        place: article.place,
        editionNumber: article.editionNumber,
      };
    case 'governance-meeting':
      return {
        ...common,
        governingBody: article.governingBody,
        meetingDate: article.date,
        place: article.place,
        chair: article.chair,
        present: lines(article.present),
        decisions: lines(article.decisions),
      };
    case 'editorial':
      return { ...common, author: article.author };
    default:
      return common;
  }
}
