import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { useForm } from '@strapi/strapi/admin';

import { revisedTypeOf } from '../../../shared/uids';
import { useMayOpen } from '../hooks/use-may-open';
import { useText } from '../hooks/use-text';
import { VersionList } from './VersionList';

/** Beside a form, for whoever may edit the document: who saved the document and when, each version to be looked at and brought back. */
export const VersionsPanel: PanelComponent = ({ model, documentId, document }) => {
  const text = useText();
  const isTyped = useForm('VersionsPanel', ({ modified }) => modified);
  const mayOpen = useMayOpen();
  const type = revisedTypeOf(model);
  const id = documentId ?? document?.documentId;
  if (type === null || id === undefined || !mayOpen('update', type)) return null;
  return {
    title: text('versions.title'),
    content: (
      <VersionList
        key={id}
        type={type}
        documentId={id}
        savedAt={String(document?.['updatedAt'] ?? '')}
        isTyped={isTyped}
      />
    ),
  };
};
