import type { Actor } from '@nachra/delivery';
import type { DeskLanguage } from './desk-words';

/** The account of the operating system that ran a command: a name such as `root` is nobody’s of the team. */
const accounts: Record<DeskLanguage, (name: string) => string> = {
  fr: (name) => `compte système ${name}`,
  en: (name) => `system account ${name}`,
};

/** Whoever stands in the journal, as its lines name them. Pure. */
export function actorName({ id, name }: Actor, language: DeskLanguage): string {
  return id === 'terminal' ? accounts[language](name) : name;
}
