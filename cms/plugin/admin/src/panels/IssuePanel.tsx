import type { PanelComponent } from '@strapi/content-manager/strapi-admin';

import { useText } from '../hooks/use-text';
import { uids } from '../../../shared/uids';
import { IssuePanelContent } from './IssuePanelContent';

/** Beside an issue's form: where it stands at the desk, and the way there. */
export const IssuePanel: PanelComponent = ({ model, documentId, document }) => {
  const text = useText();
  if (model !== uids.issue) return null;
  return {
    title: text('panel.issue.title'),
    content: <IssuePanelContent documentId={documentId} savedAt={String(document?.['updatedAt'] ?? '')} />,
  };
};
