import { languages, type Language } from '@nachra/renderer';
import type { Core } from '@strapi/strapi';
import type { ArticleTranslations, TranslatedArticle } from '../../../shared/desk';
import { uids } from '../../../shared/uids';
import type { ContentTransactions } from '../common/content-transactions';
import { Refusal } from '../common/refusal';
import type { RevisionHistory } from '../content/revisions/history';
import {
  articleRow,
  articlesOfRoots,
  inLanguageOrder,
  isOlderThan,
  rootOf,
  type ArticleRow,
} from './article-groups';
import { originalFacts } from './original-facts';

/** Articles that say the same in several languages: one is the original, the others name it. */
interface Translations {
  /** An article with its other languages. @throws {Refusal} `ARTICLE_UNKNOWN` */
  of(documentId: string): Promise<ArticleTranslations>;
  /**
   * Makes an article in another language, with the kind, days, pictures, addresses and persons of the original and nothing that has to
   * be written.
   *
   * @returns its documentId
   * @throws {Refusal} `ARTICLE_UNKNOWN`; `TRANSLATION_TAKEN` where that language is there
   */
  begin(documentId: string, language: Language): Promise<string>;
  /**
   * Says that two articles are one in two languages; each brings its own translations along.
   *
   * @throws {Refusal} `ARTICLE_UNKNOWN`; `TRANSLATION_TAKEN` where a language would be there twice
   */
  link(documentId: string, original: string): Promise<ArticleTranslations>;
  /** Says that an article translates none. @throws {Refusal} `ARTICLE_UNKNOWN` */
  unlink(documentId: string): Promise<ArticleTranslations>;
  /**
   * Says that a translation holds what its original says at a revision: what was changed since is no longer told.
   *
   * @throws {Refusal} `ARTICLE_UNKNOWN`
   */
  settle(documentId: string, revision: number): Promise<ArticleTranslations>;
}

interface TranslationDependencies extends Pick<ContentTransactions, 'transaction'> {
  history: Pick<RevisionHistory, 'changedSince'>;
}

export function openTranslations(
  strapi: Pick<Core.Strapi, 'documents' | 'db'>,
  { history, transaction }: TranslationDependencies,
): Translations {
  const rowOf = (documentId: string) => articleRow(strapi, documentId);
  const groupOf = (root: string) => articlesOfRoots(strapi, [root]);

  /** Written beside the document, as a draft and as published: nobody reads it, so it is no change of either. */
  async function write(documentId: string, data: Partial<ArticleRow>): Promise<void> {
    await strapi.db.query(uids.article).updateMany({ where: { documentId }, data });
  }

  async function translated(row: ArticleRow, original: ArticleRow | undefined): Promise<TranslatedArticle> {
    const { documentId, language, title, translatedRevision: seen } = row;
    const changed =
      original && isOlderThan(row, original)
        ? await history.changedSince(uids.article, original.documentId, seen ?? 1)
        : [];
    return { documentId, language, title, seen: seen ?? null, changed };
  }

  async function of(documentId: string): Promise<ArticleTranslations> {
    const row = await rowOf(documentId);
    const root = rootOf(row);
    const group = await groupOf(root);
    const original = group.find((one) => one.documentId === root);
    const articles: TranslatedArticle[] = [];
    for (const one of inLanguageOrder(group)) articles.push(await translated(one, original));
    return {
      ...{ documentId, language: row.language },
      original: original ? { documentId: root, revision: original.revision } : null,
      articles,
      missing: languages.filter((language) => group.every((one) => one.language !== language)),
    };
  }

  return {
    of,
    begin: (documentId, language) =>
      transaction(async () => {
        const row = await rowOf(documentId);
        const root = rootOf(row);
        const group = await groupOf(root);
        refuseTwice(group, [language]);
        const source = group.find((one) => one.documentId === root) ?? row;
        const data = { ...(await originalFacts(strapi, source.documentId)), language };
        const made = await strapi.documents(uids.article).create({ data } as never);
        await write(made.documentId, { translationOf: root, translatedRevision: source.revision });
        return made.documentId;
      }),
    async link(documentId, named) {
      await transaction(async () => {
        const [row, original] = [await rowOf(documentId), await rowOf(named)];
        const [from, to] = [rootOf(row), rootOf(original)];
        if (from === to) return;
        const [mine, theirs] = [await groupOf(from), await groupOf(to)];
        refuseTwice(
          theirs,
          mine.map(({ language }) => language),
        );
        const { revision } = theirs.find((one) => one.documentId === to) ?? original;
        for (const one of mine)
          await write(one.documentId, { translationOf: to, translatedRevision: revision });
      });
      return of(documentId);
    },
    async unlink(documentId) {
      await transaction(async () => {
        const row = await rowOf(documentId);
        const others = (await groupOf(rootOf(row))).filter((one) => one.documentId !== documentId);
        await write(documentId, { translationOf: null, translatedRevision: null });
        // Whose original leaves are still one with each other.
        const [next] = others;
        if (row.translationOf || next === undefined) return;
        for (const one of others)
          await write(
            one.documentId,
            one === next
              ? { translationOf: null, translatedRevision: null }
              : { translationOf: next.documentId, translatedRevision: next.revision },
          );
      });
      return of(documentId);
    },
    async settle(documentId, revision) {
      const { translationOf } = await rowOf(documentId);
      if (!translationOf) return of(documentId);
      const original = (await groupOf(translationOf)).find((one) => one.documentId === translationOf);
      // Nobody has followed what is still to be written: a higher one would hide every change to come.
      const translatedRevision = Math.min(revision, original?.revision ?? revision);
      await write(documentId, { translatedRevision });
      return of(documentId);
    },
  };
}

function refuseTwice(group: readonly ArticleRow[], wanted: readonly Language[]): void {
  const taken = group.find(({ language }) => wanted.includes(language));
  if (taken) throw new Refusal('TRANSLATION_TAKEN', { language: taken.language, title: taken.title });
}
