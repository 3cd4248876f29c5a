import { labelOf } from '../../../shared/field-labels';
import type { Language } from '../../../shared/desk';

/** A form of Strapi's on the page: what it is of, and in which language its labels are. */
export interface PageForm {
  uid: string;
  fields: readonly string[];
  language: Language;
}

const focusable = 'input:not([type=hidden]), textarea, [contenteditable=true], button, [tabindex="0"]';

/**
 * The field that an element of the page belongs to, with its place in a list: `present.2`. Strapi's inputs have its name, ours say it,
 * and the others are told by their label.
 */
export function fieldOf(element: Element, form: PageForm): string | null {
  const named = element.getAttribute('name') ?? '';
  if (form.fields.includes(rootOf(named))) return named.replace(/^(\w+\.\d+).*/, '$1');
  const own = element.closest<HTMLElement>('[data-field]')?.dataset['field'];
  if (own !== undefined) return form.fields.includes(own) ? own : null;
  for (
    let around = element.parentElement;
    around && around.tagName !== 'FORM';
    around = around.parentElement
  ) {
    const label = around.querySelector('label, [data-label]')?.textContent;
    if (label) return fieldLabelled(label, form);
  }
  return null;
}

/** Brings a field into sight and puts the focus into it. */
export function goToField(field: string, form: PageForm): void {
  const element = elementOf(field, form);
  const within = element?.matches(focusable)
    ? element
    : (element?.querySelector<HTMLElement>('[contenteditable=true]') ??
      element?.querySelector<HTMLElement>(focusable));
  within?.focus({ preventScroll: true });
  (within ?? element)?.scrollIntoView({ block: 'center' });
}

function elementOf(field: string, form: PageForm): HTMLElement | null {
  const page = document.querySelector('[data-strapi-main-content]') ?? document.body;
  const root = rootOf(field);
  const named =
    page.querySelector<HTMLElement>(`[name="${field}"], [name^="${field}."]`) ??
    page.querySelector<HTMLElement>(`[name="${root}"], [data-field="${root}"]`);
  if (named) return named;
  const label = [...page.querySelectorAll('label')].find(
    ({ textContent }) => fieldLabelled(textContent ?? '', form) === root,
  );
  return label ? (label.control ?? parentWithInput(label)) : null;
}

function parentWithInput(label: HTMLElement): HTMLElement | null {
  let around = label.parentElement;
  while (around && around.querySelector(focusable) === null) around = around.parentElement;
  return around;
}

/** Strapi adds a star or a count to a label. */
function fieldLabelled(text: string, { uid, fields, language }: PageForm): string | null {
  const shown = text.replace(/\s*(?:\*|\(\d+(?:\s*\/\s*\d+)?\))\s*$/, '').trim();
  return fields.find((field) => labelOf(uid, field)?.[language] === shown) ?? null;
}

function rootOf(name: string): string {
  return name.replace(/[.[].*$/, '');
}
