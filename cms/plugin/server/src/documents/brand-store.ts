import type { Core } from '@strapi/strapi';
import { brandPopulate, brandSchema, type BrandDocument } from './brand';
import { uids } from '../content-types';

/** Reads the brand; one that was never filled in reads as empty, and whoever needs a field of it says so. */
export async function readBrand(strapi: Pick<Core.Strapi, 'documents'>): Promise<BrandDocument> {
  const row = await strapi.documents(uids.brand).findFirst({ populate: brandPopulate });
  return brandSchema.parse(row ?? {});
}
