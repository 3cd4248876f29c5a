import type { PanelComponent } from '@strapi/content-manager/strapi-admin';

import { useMay } from '../hooks/use-may';
import { useText } from '../hooks/use-text';
import { uids } from '../../../shared/uids';
import { IssuePanelContent } from './IssuePanelContent';

/** Beside an issue's form, for whoever sees the desk: where it stands at the desk, and the way there. */
export const IssuePanel: PanelComponent = ({ model, documentId, document }) => {
  const text = useText();
  const may = useMay();
  if (model !== uids.issue || !may('desk.read')) return null;
  return {
    title: text('panel.issue.title'),
    content: <IssuePanelContent documentId={documentId} savedAt={String(document?.['updatedAt'] ?? '')} />,
  };
};
