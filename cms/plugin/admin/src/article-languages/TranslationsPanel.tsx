import type { PanelComponent } from '@strapi/content-manager/strapi-admin';

import { uids } from '../../../shared/uids';
import { useText } from '../hooks/use-text';
import { ArticleLanguages } from './ArticleLanguages';

/** Beside an article's form: its other languages, which of them are behind, and the way to those that are missing. */
export const TranslationsPanel: PanelComponent = ({ model, documentId }) => {
  const text = useText();
  if (model !== uids.article || documentId === undefined) return null;
  return { title: text('translations.title'), content: <ArticleLanguages documentId={documentId} /> };
};
