import type { PanelComponent } from '@strapi/content-manager/strapi-admin';

import { uids } from '../../../shared/uids';
import { useMay } from '../hooks/use-may';
import { useText } from '../hooks/use-text';
import { ArticleLanguages } from './ArticleLanguages';

/** Beside an article's form, for whoever sees the desk: its other languages, which of them are behind, and the way to those that are missing. */
export const TranslationsPanel: PanelComponent = ({ model, documentId }) => {
  const text = useText();
  const may = useMay();
  if (model !== uids.article || documentId === undefined || !may('desk.read')) return null;
  return { title: text('translations.title'), content: <ArticleLanguages documentId={documentId} /> };
};
