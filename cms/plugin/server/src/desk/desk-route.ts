import { stackOf } from '../common/errors';
import type { Readable } from 'node:stream';
import type { Language } from '@nachra/renderer';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { type csvFile, type routes, type AnswerOf, type RequestOf } from '../../../shared/desk';
import { deskPrefix, endpoints, type EndpointName } from '../../../shared/endpoints';
import { strapiPermission } from '../../../shared/lists';
import type { EventLog } from '../common/log';
import { assertAnswer, assertRefusal } from './held-to-contract';
import { readRequest, type RawRequest } from './input';
import { personOf, type Person } from '../common/person';
import { answerTo, errorBody, unforeseenAnswer } from '../common/refused-answer';

/** A file that a route answers with, streamed as it is made. */
export class Download {
  constructor(
    readonly name: string,
    readonly type: string,
    readonly content: Readable,
  ) {}
}

/** One route of the desk, with what it does. */
export interface DeskRoute {
  name: EndpointName;
  answer(request: RawRequest, person: Person): Promise<unknown>;
}

/** What a handler gives back: JSON as the contract says, or a file where it says so. */
type Answered<Name extends EndpointName> = (typeof routes)[Name]['answer'] extends typeof csvFile
  ? Download
  : AnswerOf<Name>;

/**
 * Gives a route of the contract its handler, which receives only input that the contract's schemas accepted.
 *
 * @example deskRoute('readIssue', ({ parameters }, person) => issueDetail(desk, parameters.documentId, person))
 */
export function deskRoute<Name extends EndpointName>(
  name: Name,
  handle: (request: RequestOf<Name>, person: Person) => Promise<Answered<Name>> | Answered<Name>,
): DeskRoute {
  return {
    name,
    answer: async (request, person) => handle(readRequest(name, request), person),
  };
}

/**
 * Mounts the desk's routes, behind the admin's authentication and one permission each. Called in `bootstrap`, before Strapi
 * mounts its routers, so that handlers are plain functions over what they were handed.
 */
export function mountDesk(
  strapi: Core.Strapi,
  mounted: readonly DeskRoute[],
  log: EventLog,
  defaultLanguage: Language,
): void {
  // An answer outside the contract is a bug: it fails the tests, but must not interrupt anybody's work.
  const checksAnswers = strapi.config.get('environment') === 'test';
  strapi.server.routes({
    type: 'admin',
    prefix: deskPrefix,
    routes: mounted.map((route) => ({
      method: endpoints[route.name].method,
      path: endpoints[route.name].path,
      handler: handlerOf(route, log, defaultLanguage, checksAnswers),
      info: { type: 'admin', pluginName: 'newsletter' },
      config: {
        policies: ['admin::isAuthenticatedAdmin', ...permissionPolicy(endpoints[route.name].action)],
      },
    })),
  });
}

function permissionPolicy(action: (typeof endpoints)[EndpointName]['action']) {
  return action === null
    ? []
    : [{ name: 'admin::hasPermissions', config: { actions: [strapiPermission(action)] } }];
}

function handlerOf(route: DeskRoute, log: EventLog, defaultLanguage: Language, checksAnswers: boolean) {
  return async (context: Context): Promise<void> => {
    const person = personOf(context, defaultLanguage);
    try {
      const { params: parameters, query } = context;
      const answer = await route.answer({ parameters, query, body: context.request.body }, person);
      if (checksAnswers) assertAnswer(route.name, answer);
      context.status = 200;
      if (answer instanceof Download) {
        context.attachment(answer.name);
        context.type = answer.type;
        context.body = answer.content;
      } else context.body = answer;
    } catch (error) {
      const refused = answerTo(error, person.language) ?? unforeseen(error, route, person, log);
      if (checksAnswers) assertRefusal(route.name, refused);
      context.status = refused.status;
      context.body = errorBody(refused);
    }
  };
}

function unforeseen(error: unknown, { name }: DeskRoute, person: Person, log: EventLog) {
  const reason = stackOf(error);
  const { method, path } = endpoints[name];
  log.error({ event: 'desk.failed', route: `${method} ${path}`, by: person.id }, reason);
  return unforeseenAnswer(person.language);
}
