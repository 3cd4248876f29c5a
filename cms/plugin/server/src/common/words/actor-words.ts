import type { Actor } from '@nachra/delivery';
import { wordsOf, type DeskLanguage } from './words-of';

/** Whoever stands in the journal, as its lines name them. Pure. */
export function actorName({ id, name }: Actor, language: DeskLanguage): string {
  return id === 'terminal' ? wordsOf(language).account(name) : name;
}
