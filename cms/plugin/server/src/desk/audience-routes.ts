import { countSegments } from '../campaigns/audience/audience';
import { deskRoute, type DeskRoute } from './desk-route';
import type { Desk } from './desk';

export function audienceRoutes({ audience, campaigns }: Desk): DeskRoute[] {
  return [
    deskRoute('listLists', () => audience.lists()),
    deskRoute('listSegments', () => countSegments(audience)),
    deskRoute('previewAudience', ({ parameters, body }) => campaigns.preview(parameters.documentId, body)),
  ];
}
