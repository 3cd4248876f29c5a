import type { DeskRoute } from '../http/desk-route';
import { audienceRoutes } from './audience-routes';
import { campaignRoutes } from './campaign-routes';
import type { Desk } from './desk';
import { issueRoutes } from './issue-routes';
import { suppressionRoutes } from './suppression-routes';

/** Every route of the desk; the contract stands in `shared/desk.ts`. */
export function deskRoutes(desk: Desk): DeskRoute[] {
  return [...issueRoutes(desk), ...campaignRoutes(desk), ...audienceRoutes(desk), ...suppressionRoutes(desk)];
}
