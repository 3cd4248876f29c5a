interface FormField {
  attribute?: object;
}

/** What Strapi lets a plugin rewrite of a form before it is shown. */
interface EditView {
  /** Panels of rows. */
  layout: { layout: FormField[][][] };
}

/** The name under which the input is registered, with that of the plugin. */
const picturesInput = 'plugin::newsletter.picture-texts';

/** Forms that were changed, by Strapi’s own: each field asks anew, and what it gets has to stay the same object. */
const known = new WeakMap<EditView['layout'], EditView['layout']>();

/**
 * Has the texts of an article's pictures shown by an input of ours in the place of Strapi's list of components. What is stored is the
 * same. To be registered at `Admin/CM/pages/EditView/mutate-edit-view-layout`.
 */
export function withPictureTexts<View extends EditView>(view: View): View {
  const layout = known.get(view.layout) ?? {
    ...view.layout,
    layout: view.layout.layout.map((panel) => panel.map((row) => row.map(withInput))),
  };
  known.set(view.layout, layout);
  return { ...view, layout };
}

function withInput<Field extends FormField>(field: Field): Field {
  const { attribute } = field;
  return attribute !== undefined &&
    'component' in attribute &&
    attribute.component === 'newsletter-article.image-text'
    ? { ...field, attribute: { ...attribute, customField: picturesInput } }
    : field;
}
