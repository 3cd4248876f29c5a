import type { Language } from '../../../shared/desk';
import { useText } from '../hooks/use-text';

export function LanguageName({ language }: { language: Language }) {
  const text = useText();
  return <>{text(`language.${language}`)}</>;
}
