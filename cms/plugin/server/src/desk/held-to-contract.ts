import { z } from 'zod';
import { deliveryDetailsSchema, detailsSchema, errorBodySchema, routes } from '../../../shared/desk';
import type { EndpointName } from '../../../shared/endpoints';
import { isDeskRefusalCode } from '../../../shared/refusal-codes';
import { errorBody, type RefusedAnswer } from '../common/refused-answer';

/** Codes that every route may refuse with. */
const always: readonly string[] = ['INPUT_INVALID', 'UNFORESEEN'];

/**
 * Holds an answer to the contract, as it goes over the wire: what is undefined is left out.
 *
 * @throws {z.ZodError} where the contract does not know it
 */
export function assertAnswer(name: EndpointName, answer: unknown): void {
  const { answer: schema } = routes[name];
  if (schema instanceof z.ZodType) schema.parse(JSON.parse(JSON.stringify(answer)));
}

/**
 * Holds a refusal to the contract: its body, and that this route may refuse with its code.
 *
 * @throws {Error} where the contract does not know it
 */
export function assertRefusal(name: EndpointName, refused: RefusedAnswer): void {
  const { code } = refused.details;
  const details = isDeskRefusalCode(code) ? detailsSchema(code) : deliveryDetailsSchema;
  errorBodySchema(refused.status, details).parse(JSON.parse(JSON.stringify(errorBody(refused))));
  const known: readonly string[] = [...always, ...routes[name].refusals];
  if (isDeskRefusalCode(code) && !known.includes(code)) {
    throw new Error(
      `The contract does not say that ${name} may refuse with ${code}: add it to its refusals.`,
    );
  }
}
