import { z } from 'zod';
import { countSegments } from '../campaigns/audience';
import { deskRoute, type DeskRoute } from './desk-route';
import type { Desk } from './desk';

export function audienceRoutes({ audience }: Desk): DeskRoute[] {
  return [
    deskRoute({
      method: 'GET',
      path: '/lists',
      action: 'desk.read',
      input: z.object({}),
      handle: () => audience.lists(),
    }),
    deskRoute({
      method: 'GET',
      path: '/segments',
      action: 'desk.read',
      input: z.object({}),
      handle: () => countSegments(audience),
    }),
  ];
}
