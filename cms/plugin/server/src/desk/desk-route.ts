import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { z } from 'zod';
import type { EventLog } from '../common/log';
import { permissionOf, type DeskAction } from '../common/permissions';
import { wordsOf } from '../common/words/words-of';
import { Download } from './download';
import { readInput } from './input';
import { personOf, type Person } from '../common/person';
import { answerTo, errorBody } from '../common/refused-answer';

/** One route of the desk: who may use it, what it takes, what it does. */
export interface DeskRoute {
  method: 'GET' | 'POST';
  path: string;
  action: DeskAction;
  answer(sources: readonly unknown[], person: Person): Promise<unknown>;
}

/** Declares a route; the schema reads the request, so that `handle` is only ever given what it asks for. */
export function deskRoute<Input>(route: {
  method: DeskRoute['method'];
  path: string;
  action: DeskAction;
  input: z.ZodType<Input>;
  handle(input: Input, person: Person): Promise<unknown>;
}): DeskRoute {
  const { method, path, action, input } = route;
  return {
    method,
    path,
    action,
    answer: (sources, person) => route.handle(readInput(input, sources), person),
  };
}

/**
 * Mounts the desk's routes under `/newsletter`, behind the admin's authentication and one permission each. Called in
 * `bootstrap`, before Strapi mounts its routers, so that handlers are plain functions over what they were handed.
 */
export function mountDesk(strapi: Core.Strapi, routes: readonly DeskRoute[], log: EventLog): void {
  strapi.server.routes({
    type: 'admin',
    prefix: '/newsletter',
    routes: routes.map((route) => ({
      method: route.method,
      path: route.path,
      handler: handlerOf(route, log),
      info: { type: 'admin', pluginName: 'newsletter' },
      config: {
        policies: [
          'admin::isAuthenticatedAdmin',
          { name: 'admin::hasPermissions', config: { actions: [permissionOf(route.action)] } },
        ],
      },
    })),
  });
}

function handlerOf(route: DeskRoute, log: EventLog) {
  return async (context: Context): Promise<void> => {
    const person = personOf(context);
    try {
      const answer = await route.answer([context.query, context.request.body, context.params], person);
      context.status = 200;
      if (answer instanceof Download) {
        context.attachment(answer.name);
        context.type = answer.type;
        context.body = answer.content;
      } else context.body = answer;
    } catch (error) {
      const refused = answerTo(error, person.language) ?? unforeseen(error, route, person, log);
      context.status = refused.status;
      context.body = errorBody(refused);
    }
  };
}

function unforeseen(error: unknown, { method, path }: DeskRoute, person: Person, log: EventLog) {
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  log.error({ event: 'desk.failed', route: `${method} ${path}`, by: person.id }, reason);
  return { status: 500, code: 'UNFORESEEN', message: wordsOf(person.language).failed() };
}
