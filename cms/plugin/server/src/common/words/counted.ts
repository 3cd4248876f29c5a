import type { DeskLanguage } from './desk-words';

/** Forms of a noun by the plural categories of CLDR, with `#` where the figure stands; `other` where a category is left out. */
type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

const rules: Record<DeskLanguage, Intl.PluralRules> = {
  fr: new Intl.PluralRules('fr'),
  ar: new Intl.PluralRules('ar'),
  en: new Intl.PluralRules('en'),
};

/**
 * A noun with its count. Pure.
 *
 * @example counted(2, 'ar', { two: 'قارئين', few: '# قراء', other: '# قارئ' }) // 'قارئين'
 */
export function counted(count: number, language: DeskLanguage, forms: Forms): string {
  const form = forms[rules[language].select(count)] ?? forms.other;
  return form.replace('#', String(count));
}
