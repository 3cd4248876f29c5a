import type { DocumentActionComponent, PanelComponent } from '@strapi/content-manager/strapi-admin';
import { Flex, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useEffect, useRef } from 'react';

import type { Presence } from '../../../shared/desk';
import { useDeskIntl } from '../hooks/use-desk-intl';
import { useText } from '../hooks/use-text';
import { usePresence } from './use-presence';

/** Beside a form: who else has this document open. */
export const PresencePanel: PanelComponent = ({ model, documentId, document }) => {
  const text = useText();
  const others = usePresence(model, documentId ?? document?.documentId);
  useTellingOfOthers(others);
  if (others.length === 0) return null;
  return { title: text('presence.title'), content: <Others others={others} /> };
};

/** The same in the window in which an article is edited from an issue, which has no panels. */
export const PresenceInWindow: DocumentActionComponent = ({ model, documentId }) => {
  useTellingOfOthers(usePresence(model, documentId));
  return null;
};
PresenceInWindow.position = 'relation-modal';

function Others({ others }: { others: Presence['others'] }) {
  const text = useText();
  const { formatTime } = useDeskIntl();
  return (
    <Flex direction="column" alignItems="stretch" gap={2} width="100%">
      {others.map(({ name, self, since }) => (
        <Typography key={`${name} ${since}`} fontWeight="semiBold" textColor="neutral800">
          {text(self ? 'presence.self' : 'presence.other', { name, since: formatTime(since) })}
        </Typography>
      ))}
      <Typography variant="pi" textColor="neutral600">
        {text('presence.hint')}
      </Typography>
    </Flex>
  );
}

/** Somebody who comes later is also announced: the panel may be out of sight in a long form. */
function useTellingOfOthers(others: Presence['others']): void {
  const text = useText();
  const { toggleNotification } = useNotification();
  const told = useRef(new Set<string>());
  useEffect(() => {
    for (const { name, self } of others) {
      if (self || told.current.has(name)) continue;
      told.current.add(name);
      toggleNotification({ type: 'warning', message: text('presence.told', { name }) });
    }
  }, [others, text, toggleNotification]);
}
