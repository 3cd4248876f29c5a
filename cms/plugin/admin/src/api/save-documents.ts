import { adminApi } from '@strapi/strapi/admin';

/** What the content manager's mutations take and give, as far as the composer uses them. */
interface Asked {
  collectionType: 'collection-types';
  model: string;
  documentId?: string;
  data: Record<string, unknown>;
}
interface Answered {
  data?: { data?: { documentId?: string; revision?: number } };
  error?: unknown;
}
type Mutation = () => readonly [(asked: Asked) => Promise<Answered>, unknown];

/**
 * The content manager's own requests: whatever is saved by them passes the same guards as its forms (`revisions/guard-saves.ts`),
 * which ask where somebody has saved meanwhile, or an approval would end. They are no part of the admin's published types.
 */
const endpoints = () =>
  adminApi.endpoints as unknown as Record<
    'createDocument' | 'updateDocument' | 'publishDocument',
    { useMutation: Mutation }
  >;

export const useCreateDocument: Mutation = () => endpoints().createDocument.useMutation();
export const useUpdateDocument: Mutation = () => endpoints().updateDocument.useMutation();
export const usePublishDocument: Mutation = () => endpoints().publishDocument.useMutation();
