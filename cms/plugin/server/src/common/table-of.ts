import type { Core } from '@strapi/strapi';
import { z } from 'zod';

/** The table that Strapi keeps a content type in: for statements that its query builder has no words for. */
export function tableOf(db: Core.Strapi['db'], uid: string): string {
  return z.string().parse(db.metadata.get(uid).tableName);
}
