import type { DocumentActionComponent, PanelComponent } from '@strapi/content-manager/strapi-admin';
import { Flex } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useEffect, useRef } from 'react';

import type { Endings, RevisedType } from '../../../shared/desk';
import { revisedTypeOf } from '../../../shared/uids';
import { useListEndingsQuery } from '../api/documents';
import { Notice } from '../components/Notice';
import { useMayOpen } from '../hooks/use-may-open';
import { useRefetchOnSave } from '../hooks/use-refetch-on-save';
import { useText } from '../hooks/use-text';
import { useWhileVisible } from '../hooks/use-while-visible';
import { consequenceOf, standingOf } from '../model/standing';

interface Open {
  type: RevisedType | null;
  endings: Endings;
}

const none: Endings = [];

/** What a save would end, of the document that is open; asked for anew after each save, and every few seconds. */
function useEndings(model: string, documentId: string | undefined, savedAt: unknown): Open {
  const type = revisedTypeOf(model);
  const mayOpen = useMayOpen();
  const { data = none, ...asked } = useListEndingsQuery(
    { documentId: documentId ?? '', type: type ?? 'article' },
    {
      skip: type === null || documentId === undefined || !mayOpen('update', type),
      pollingInterval: useWhileVisible(10_000),
      refetchOnMountOrArgChange: true,
    },
  );
  useRefetchOnSave(savedAt, asked);
  return { type, endings: data };
}

/** Beside a form: that the document is in an approved issue, and what saving it would do, before anything is written. */
export const StandingPanel: PanelComponent = ({ model, documentId, document }) => {
  const text = useText();
  const { type, endings } = useEndings(model, documentId ?? document?.documentId, document?.['updatedAt']);
  if (type === null || endings.length === 0) return null;
  return { title: text('standing.title'), content: <Standings type={type} endings={endings} /> };
};

function Standings({ type, endings }: { type: RevisedType; endings: Endings }) {
  const text = useText();
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      {endings.map((ending) => {
        const consequence = consequenceOf(ending);
        return (
          <Notice
            key={ending.documentId}
            tone="warning"
            title={text(standingOf(ending, type, text(`language.${ending.language}`)))}
          >
            {consequence && text(consequence)}
          </Notice>
        );
      })}
    </Flex>
  );
}

/** The same in the window in which an article is edited from an issue, which has no panels: it is announced. */
export const StandingInWindow: DocumentActionComponent = ({ model, documentId, document }) => {
  const text = useText();
  const { toggleNotification } = useNotification();
  const { type, endings } = useEndings(model, documentId, document?.['updatedAt']);
  const told = useRef(new Set<string>());
  useEffect(() => {
    for (const ending of endings) {
      if (type === null || told.current.has(ending.documentId)) continue;
      told.current.add(ending.documentId);
      const consequence = consequenceOf(ending);
      const standing = text(standingOf(ending, type, text(`language.${ending.language}`)));
      const message = consequence ? `${standing} ${text(consequence)}` : standing;
      toggleNotification({ type: 'warning', message });
    }
  }, [endings, type, text, toggleNotification]);
  return null;
};
StandingInWindow.position = 'relation-modal';
