import type { Core } from '@strapi/strapi';
import type { ArticleForm, SideBySide } from '../../../shared/desk';
import { uids } from '../../../shared/uids';
import { Refusal } from '../common/refusal';
import { articlePopulate } from '../content/documents/article';
import { articleForm, publishedRevisions, stateOf } from '../content/documents/composition';
import type { RevisionHistory } from '../content/revisions/history';
import type { Content, Value } from '../content/revisions/snapshot';
import { articleRow, isOlderThan, type ArticleRow } from './article-groups';

interface SideBySideDependencies {
  strapi: Pick<Core.Strapi, 'documents'>;
  history: Pick<RevisionHistory, 'contentAt'>;
}

/**
 * An article beside what it translates, as the forms of both hold it.
 *
 * @throws {Refusal} `ARTICLE_UNKNOWN`
 */
export async function sideBySide(
  { strapi, history }: SideBySideDependencies,
  documentId: string,
): Promise<Pick<SideBySide, 'article' | 'original' | 'followed'>> {
  const [row, article] = [await articleRow(strapi, documentId), await loaded(strapi, documentId)];
  if (article === null) throw new Refusal('ARTICLE_UNKNOWN', {});
  const published = await publishedRevisions(strapi, [documentId]);
  const named = row.translationOf ? await loaded(strapi, row.translationOf) : null;
  const originalRow = named && row.translationOf ? await articleRow(strapi, row.translationOf) : undefined;
  return {
    article: { ...written(row, article), state: stateOf(article, published) },
    original: originalRow && named ? written(originalRow, named) : null,
    followed: originalRow ? await followedForm(history, row, originalRow) : null,
  };
}

type Loaded = Record<string, unknown>;

async function loaded(strapi: Pick<Core.Strapi, 'documents'>, documentId: string): Promise<Loaded | null> {
  return strapi.documents(uids.article).findOne({ documentId, status: 'draft', populate: articlePopulate });
}

function written({ documentId, language, revision }: ArticleRow, row: Loaded) {
  return { documentId, language, revision, form: articleForm(row) };
}

/** What the original held when the translation last followed it; null where nothing was saved since, or nobody remembers. */
async function followedForm(
  history: Pick<RevisionHistory, 'contentAt'>,
  translation: ArticleRow,
  original: ArticleRow,
): Promise<ArticleForm | null> {
  const { translatedRevision } = translation;
  if (typeof translatedRevision !== 'number' || !isOlderThan(translation, original)) return null;
  const content = await history.contentAt(original.documentId, translatedRevision);
  return content && formOfContent(content);
}

/** A kept version as its form would have held it. */
function formOfContent(content: Content): ArticleForm {
  return articleForm(
    Object.fromEntries(Object.entries(content).map(([name, value]) => [name, fieldOf(value)] as const)),
  );
}

function fieldOf(value: Value): unknown {
  switch (value.is) {
    case 'scalar':
      return value.value;
    case 'media':
      return value.pictures;
    case 'items':
      return value.items.map(({ content }) =>
        Object.fromEntries(Object.entries(content).map(([name, inside]) => [name, fieldOf(inside)] as const)),
      );
    case 'relation':
      return null;
  }
}
