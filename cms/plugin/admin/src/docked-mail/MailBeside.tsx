import { Button } from '@strapi/design-system';
import { Mail } from '@strapi/icons';

import { useRemembered } from '../hooks/use-remembered';
import { useText } from '../hooks/use-text';
import { useWindowWidth } from '../hooks/use-window-width';
import { leastWindow, MailDock } from './MailDock';
import type { FormDocument } from './use-docked-mail';

/** Opens and closes the mail beside a form; this browser remembers which. */
export function MailBeside({ type, documentId }: FormDocument) {
  const text = useText();
  const [state, remember] = useRemembered('dock');
  const isOpen = state === 'open';
  if (useWindowWidth() < leastWindow) return null;
  return (
    <>
      <Button
        variant="secondary"
        startIcon={<Mail />}
        aria-expanded={isOpen}
        onClick={() => remember(isOpen ? 'closed' : 'open')}
        fullWidth
      >
        {text(isOpen ? 'dock.close' : 'dock.open')}
      </Button>
      {isOpen && <MailDock document={{ type, documentId }} onClose={() => remember('closed')} />}
    </>
  );
}
