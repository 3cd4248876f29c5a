import type { ArticleDocument } from '../content/documents/article';
import type { Media } from '../content/documents/stored-fields';
import { withAbsoluteUrls } from './blocks';
import { absolute, toPicture } from './media';

/** An article on its way into the contract: its fields have the contract's names, and nothing is checked yet. */
type ArticleDraft = Record<string, unknown>;

/**
 * Turns an article of Strapi's into one of the contract's. Strapi keeps the fields of every kind in every article, also
 * those hidden since the kind was changed: only the fields of the article's own kind are taken.
 *
 * @param origin where relative addresses lead: the public address, without a final slash
 */
export function toArticle(article: ArticleDocument, origin: string): ArticleDraft {
  return {
    kind: article.kind,
    id: article.documentId,
    translationOf: article.translationOf,
    title: article.title,
    standfirst: article.standfirst,
    body: withAbsoluteUrls(article.body, origin),
    images: article.images.map((image, at) => {
      const texts = article.imageTexts[at];
      return toPicture(inLanguage(image, texts), origin, texts?.framing);
    }),
    callToAction: toCallToAction(article, origin),
    ...ofKind(article, origin),
  };
}

/** A file with what the article says of it, in its own language. */
function inLanguage(image: Media, texts: ArticleDocument['imageTexts'][number] | undefined): Media {
  return {
    ...image,
    alternativeText: texts?.alternativeText ?? image.alternativeText,
    caption: texts?.caption ?? image.caption,
  };
}

function ofKind(article: ArticleDocument, origin: string): ArticleDraft {
  switch (article.kind) {
    case 'event':
      return {
        start: article.startDate,
        end: article.endDate,
        place: article.place,
        editionNumber: article.editionNumber,
      };
    case 'governance-meeting':
      return {
        governingBody: article.governingBody,
        date: article.meetingDate,
        place: article.place,
        chair: article.chair,
        present: article.present,
        decisions: article.decisions,
      };
    case 'editorial':
      return { author: article.author, source: toSource(article, origin) };
    case 'sector-news':
    case 'feature':
      return { source: toSource(article, origin) };
    default:
      return {};
  }
}

function toSource({ sourceName, sourceUrl }: ArticleDocument, origin: string): ArticleDraft | undefined {
  if (!sourceName && !sourceUrl) return undefined;
  return { name: sourceName, url: sourceUrl && absolute(sourceUrl, origin) };
}

function toCallToAction(article: ArticleDocument, origin: string): ArticleDraft | undefined {
  const { callToActionLabel: label, callToActionUrl: url } = article;
  return label || url ? { label, url: url && absolute(url, origin) } : undefined;
}
