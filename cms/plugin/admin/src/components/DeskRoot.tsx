import { useLayoutEffect, type ReactNode } from 'react';
import { createGlobalStyle } from 'styled-components';

import { useDeskDirection, useDeskLanguage } from '../hooks/use-desk-intl';

/**
 * What the desk shows in the midst of Strapi's page, in the language and direction of the desk: each page, panel and field of ours stands
 * in one. Strapi's frame reads from the left in every language; what is opened above the page follows the desk.
 */
export function DeskRoot({ children }: { children: ReactNode }) {
  const language = useDeskLanguage();
  const direction = useDeskDirection();
  const isTurned = direction === 'rtl';
  useLayoutEffect(() => {
    if (!isTurned) return undefined;
    turnWindows(1);
    return () => turnWindows(-1);
  }, [isTurned]);
  return (
    <div lang={language} dir={direction} style={{ display: 'contents' }}>
      {isTurned && <RightToLeft />}
      {children}
    </div>
  );
}

let turned = 0;

/** Windows, menus and lists hang on the body, beside Strapi's page: they read from the right while anything of ours does. */
function turnWindows(change: 1 | -1): void {
  turned += change;
  document.body.dir = turned > 0 ? 'rtl' : '';
  const frame = document.getElementById('strapi');
  if (frame) frame.dir = turned > 0 ? 'ltr' : '';
}

const RightToLeft = createGlobalStyle`
  body[dir='rtl'] {
    font-family: -apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans Arabic', 'Geeza Pro', sans-serif;
  }

  /* Parts of Strapi's design system say of themselves that they read from the left. */
  body[dir='rtl']
    :is([data-orientation], [role='radiogroup'], [role='menu'], [role='listbox'], [role='combobox'], [data-radix-popper-content-wrapper])[dir='ltr'] {
    direction: inherit;
  }

  /* Its cells and choices are set from the left by name. */
  :is(th, td):dir(rtl),
  body[dir='rtl'] > :not(#strapi) :is([role='option'], [role^='menuitem']) {
    text-align: start;
  }

  /* Icons that point on or back, ours and that of Strapi's way back. */
  [data-points]:dir(rtl),
  [data-strapi-header] a:dir(rtl) > svg:first-child {
    transform: scaleX(-1);
  }
`;
