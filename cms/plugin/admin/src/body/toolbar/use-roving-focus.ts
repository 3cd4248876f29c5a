import { useEffect, type KeyboardEvent, type RefObject } from 'react';

/**
 * Makes the controls of a toolbar one stop for Tab: the one last used, or the first. Arrows, Home and End move among them.
 *
 * @returns what handles keys on the toolbar
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/toolbar/
 */
export function useRovingFocus(row: RefObject<HTMLElement | null>): (event: KeyboardEvent) => void {
  const controls = (): HTMLElement[] => [
    ...(row.current?.querySelectorAll<HTMLElement>('button:not(:disabled), select:not(:disabled)') ?? []),
  ];
  const stopAt = (one: HTMLElement | undefined): void => {
    for (const control of controls()) control.tabIndex = control === one ? 0 : -1;
  };

  // Buttons come and go with what the caret is in, and there is one stop whatever there is.
  useEffect(() => {
    const all = controls();
    if (all.filter(({ tabIndex }) => tabIndex === 0).length !== 1)
      stopAt(all.find(({ tabIndex }) => tabIndex === 0) ?? all[0]);
  });

  return (event) => {
    const all = controls();
    const at = all.indexOf(document.activeElement as HTMLElement);
    if (at < 0) return;
    const ahead = getComputedStyle(event.currentTarget).direction === 'rtl' ? -1 : 1;
    const step = { ArrowRight: ahead, ArrowLeft: -ahead }[event.key] ?? 0;
    const next = event.key === 'Home' ? 0 : event.key === 'End' ? all.length - 1 : at + step;
    if (next === at) return;
    event.preventDefault();
    const target = all[(next + all.length) % all.length];
    stopAt(target);
    target?.focus();
  };
}
