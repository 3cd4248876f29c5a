import type { Core } from '@strapi/strapi';
import { isOwnComponent } from '../content/components';
import { labelOf, listColumns, mainFields } from '../../../shared/field-labels';

interface ViewConfiguration {
  settings: Record<string, unknown> & { mainField?: string };
  metadatas: Record<string, { edit: Record<string, unknown>; list: Record<string, unknown> }>;
  /** `edit`: the rows of the form. */
  layouts: { list: string[]; edit: { name: string; size: number }[][] };
}

interface Model {
  uid: string;
  config?: { attributes?: Record<string, { visible?: boolean }> };
}

interface ViewService {
  findConfiguration(model: Model): Promise<ViewConfiguration>;
  updateConfiguration(model: Model, configuration: ViewConfiguration): Promise<unknown>;
}

/** Raise it when labels or columns change: the views are arranged again once, then they are the administrator's. */
const arrangement = 8;

/**
 * Names and orders the fields of the edit and list views at first start. Strapi keeps this in the database and knows no
 * other way to label a field. Idempotent by the arrangement's number, so an administrator's later changes stay.
 */
export async function arrangeEditViews(strapi: Core.Strapi): Promise<void> {
  const store = strapi.store({ type: 'plugin', name: 'newsletter' });
  if ((await store.get({ key: 'arrangement' })) === arrangement) return;
  const contentTypes: readonly Model[] = Object.values(strapi.contentTypes);
  await label(
    strapi.service('plugin::content-manager.content-types') as unknown as ViewService,
    contentTypes.filter(({ uid }) => uid.startsWith('plugin::newsletter.')),
  );
  const components: readonly Model[] = Object.values(strapi.components);
  await label(
    strapi.service('plugin::content-manager.components') as unknown as ViewService,
    components.filter(({ uid }) => isOwnComponent(uid)),
  );
  await store.set({ key: 'arrangement', value: arrangement });
}

async function label(service: ViewService, models: readonly Model[]): Promise<void> {
  for (const model of models) {
    const { settings, metadatas, layouts } = await service.findConfiguration(model);
    const named = Object.entries(metadatas).map(([field, metadata]) => {
      const words = labelOf(model.uid, field);
      if (!words) return [field, metadata] as const;
      const edit = { ...metadata.edit, label: words.fr, description: words.hint?.fr ?? '' };
      return [field, { edit, list: { ...metadata.list, label: words.fr } }] as const;
    });
    const mainField = mainFields[model.uid];
    await service.updateConfiguration(model, {
      settings: mainField ? { ...settings, mainField } : settings,
      metadatas: Object.fromEntries(named),
      layouts: { list: listColumns[model.uid] ?? layouts.list, edit: withoutMachines(layouts.edit, model) },
    });
  }
}

/**
 * Takes what only the desk writes out of a form: stage, hashes, copies. Strapi reads `visible` of an attribute alone, and `hidden`
 * would take these fields out of its answers as well, and out of what is refused when somebody sends them.
 */
function withoutMachines(
  rows: ViewConfiguration['layouts']['edit'],
  { config }: Model,
): ViewConfiguration['layouts']['edit'] {
  const isForPeople = ({ name }: { name: string }) => config?.attributes?.[name]?.visible !== false;
  return rows.map((row) => row.filter(isForPeople)).filter((row) => row.length > 0);
}
