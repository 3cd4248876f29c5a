import { Modal } from '@strapi/design-system';

const labels: Record<string, string> = { fr: 'Fermer', ar: 'إغلاق', en: 'Close' };

/**
 * Names the cross that closes a window in the language of the admin. None of Strapi's windows names it, and its design system
 * then says “Close modal” in any language.
 */
export function nameCross(): void {
  Modal.Header.defaultProps = {
    // Asked at each rendering: a person may choose another language meanwhile.
    get closeLabel() {
      return labels[document.documentElement.lang] ?? 'Close';
    },
  };
}
