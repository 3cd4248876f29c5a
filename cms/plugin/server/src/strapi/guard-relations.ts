import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { beforeRoutes } from './before-routes';
import { componentOwners, type ComponentOwner } from './component-owners';
import { permissionChecker } from '../common/abilities';

const handlers = new Set(['relations.findAvailable', 'relations.findExisting']);
/** Strapi fills these itself: whoever may edit a document does not edit them. */
const creators = new Set(['createdBy', 'updatedBy']);

interface Attribute {
  type: string;
  target?: string;
}

/**
 * Asks for a permission where the content manager offers documents to relate to, and shows those that are related. Strapi asks
 * for none on a component, shows ids and titles of types that somebody may not read, and answers 500 where it refuses. Here both
 * sides need one: to read the field, and either to read what it leads to or to edit the field. Called in `register`.
 */
export function guardRelations(strapi: Core.Strapi): void {
  beforeRoutes(strapi, 'content-manager', 'relations', handlers, async (context, next) => {
    await assertMaySee(strapi, context);
    await next();
  });
}

/** @throws {ForbiddenError} where somebody may not see a relation; what does not exist is told to nobody who may see nothing */
async function assertMaySee(strapi: Core.Strapi, context: Context): Promise<void> {
  const { model = '', targetField = '', id } = context.params as Record<string, string | undefined>;
  const entry = id ?? textOf(context.query['id']);
  const may = (uid: string) => permissionChecker(strapi, context.state['userAbility'], uid);

  const source = strapi.getModel(model as 'plugin::newsletter.issue') as
    { modelType?: string; attributes: Record<string, Attribute> } | undefined;
  const target = source?.attributes[targetField]?.target;
  if (source === undefined || target === undefined) throw new errors.ForbiddenError();

  const owners: ComponentOwner[] =
    source.modelType === 'component'
      ? await componentOwners(strapi, model, entry === undefined ? null : rowOf(entry))
      : [{ uid: model, path: [], row: null }];
  const readsTarget = may(target).can.read();
  for (const { uid, path, row } of owners) {
    const fields = fieldsAbove([...path, targetField]);
    const document = row === null ? undefined : await withCreator(strapi, uid, row);
    if (document === null) continue;
    const checker = may(uid);
    const can = (verb: 'read' | 'create' | 'update') =>
      fields.some((field) => checker.can[verb](document, field));
    const edits = !creators.has(targetField) && (can('create') || can('update'));
    // Strapi itself asks for reading where the model is no component; here it is asked for everywhere.
    if (can('read') && (readsTarget || edits)) return;
  }
  throw new errors.ForbiddenError();
}

/** A role may have a whole component or a field within it: `sections.articles` is had by who has `sections`. Pure. */
function fieldsAbove(path: readonly string[]): string[] {
  return path.map((_, index) => path.slice(0, index + 1).join('.'));
}

/** Zero, which no row has, for what no database would take as a number of one. Pure. */
function rowOf(text: string): number {
  return /^\d{1,9}$/.test(text) ? Number(text) : 0;
}

/** With what the conditions of a permission ask about: who made it, and that person's roles. */
function withCreator(strapi: Core.Strapi, uid: string, id: number): Promise<object | null> {
  return strapi.db.query(uid).findOne({ where: { id }, populate: { createdBy: { populate: ['roles'] } } });
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
