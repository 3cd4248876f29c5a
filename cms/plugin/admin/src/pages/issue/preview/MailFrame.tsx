import { useMemo } from 'react';

import { MailWindow } from '../../../components/MailWindow';
import { previewDocument } from '../../../model/preview-document';

/**
 * Height of the preview's own scrolling window: what is left of the screen under the admin's header, the mail's header
 * and the tabs, and never too little to read.
 */
export const PREVIEW_HEIGHT = 'max(52rem, calc(100vh - 35rem))';

interface MailFrameProps {
  html: string;
  title: string;
}

/**
 * A mail's HTML, shown and nothing more: the empty `sandbox` gives it an origin of its own and no script, form, pop-up
 * or navigation of the admin's window; the document's own policy lets it fetch pictures only.
 */
export function MailFrame({ html, title }: MailFrameProps) {
  const document = useMemo(() => previewDocument(html), [html]);
  return <MailWindow sandbox="" srcDoc={document} title={title} referrerPolicy="no-referrer" />;
}
