import type { Language } from '../../../shared/desk';
import { hintIn } from '../../../shared/field-labels';
import { deskLanguageOf } from './desk-language';
import { frenchSpaces } from './french-spaces';

interface FormField {
  name: string;
  hint?: string | undefined;
}

/** What Strapi lets a plugin rewrite of a form before it is shown. */
interface EditView {
  layout: {
    /** Panels of rows. */
    layout: FormField[][][];
    components: Record<string, { layout: FormField[][] }>;
  };
}

/** Forms that were translated, by Strapi’s own: each field asks anew, and what it gets has to stay the same object. */
type Translated = WeakMap<EditView['layout'], Map<string, EditView['layout']>>;

/**
 * Strapi looks the label of a field up and shows its hint as it is stored, which is in French.
 *
 * @param languageNow of the admin, asked at each form: a person may choose another meanwhile
 * @returns what to register at `Admin/CM/pages/EditView/mutate-edit-view-layout`
 */
export function hintTranslator(languageNow: () => string): <View extends EditView>(view: View) => View {
  const known: Translated = new WeakMap();
  return (view) => {
    const language = deskLanguageOf(languageNow());
    const byLanguage = known.get(view.layout) ?? new Map<string, EditView['layout']>();
    const layout = byLanguage.get(language) ?? translated(view.layout, language);
    known.set(view.layout, byLanguage.set(language, layout));
    return { ...view, layout };
  };
}

function translated(form: EditView['layout'], language: Language): EditView['layout'] {
  const inRows = (rows: FormField[][]): FormField[][] =>
    rows.map((row) =>
      row.map((field) => (field.hint ? { ...field, hint: hintOf(field.hint, language) } : field)),
    );
  const components = Object.entries(form.components).map(
    ([uid, component]) => [uid, { ...component, layout: inRows(component.layout) }] as const,
  );
  return { ...form, layout: form.layout.map(inRows), components: Object.fromEntries(components) };
}

function hintOf(stored: string, language: Language): string {
  const hint = hintIn(stored, language);
  return language === 'fr' ? frenchSpaces(hint) : hint;
}
