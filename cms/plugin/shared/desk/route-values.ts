import { z } from 'zod';
import { endpoints, parameterNames, type EndpointName, type ParametersOf } from '../endpoints';
import type { routes } from './routes';
import { idSchema } from './wire-values';

type Routes = typeof routes;
type Read<Schema> = Schema extends z.ZodType ? z.output<Schema> : never;
type Written<Schema> = Schema extends z.ZodType ? z.input<Schema> : never;

/** A schema of a route's path parameters: each is an id. */
export function parametersSchema(name: EndpointName) {
  return z.object(
    Object.fromEntries(parameterNames(endpoints[name].path).map((parameter) => [parameter, idSchema])),
  );
}

/** What a handler is given: everything read by its schema. */
export interface RequestOf<Name extends EndpointName> {
  parameters: ParametersOf<Name>;
  query: Read<Routes[Name]['query']>;
  body: Read<Routes[Name]['body']>;
}

/** What a client asks with. */
export interface AskedOf<Name extends EndpointName> {
  parameters: ParametersOf<Name>;
  query?: Partial<Read<Routes[Name]['query']>>;
  body?: Written<Routes[Name]['body']>;
}

/** What a route answers; never for a file. */
export type AnswerOf<Name extends EndpointName> = Read<Routes[Name]['answer']>;
