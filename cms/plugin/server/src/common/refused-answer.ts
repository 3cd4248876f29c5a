import { DeliveryError } from '@nachra/delivery';
import { errors } from '@strapi/utils';
import type { DeskErrorDetails } from '../../../shared/desk';
import { Refusal } from './refusal';
import type { DeskLanguage } from './words/words-of';

/** A refusal as it goes over the wire. */
export interface RefusedAnswer {
  status: number;
  code: string;
  message: string;
}

/** Puts a refusal into the person's language; null for an error that nobody foresaw. */
export function answerTo(error: unknown, language: DeskLanguage): RefusedAnswer | null {
  if (error instanceof Refusal) {
    return { status: error.status, code: error.code, message: error.sentenceIn(language) };
  }
  // The ledger's own refusals (a campaign that was cancelled meanwhile) are sentences for people too.
  if (error instanceof DeliveryError) return { status: 409, code: error.code, message: error.message };
  return null;
}

/** Strapi's error body, which the admin knows how to show. */
export function errorBody({ status, code, message }: RefusedAnswer): object {
  const details: DeskErrorDetails = { code };
  return { data: null, error: { status, name: 'ApplicationError', message, details } };
}

/**
 * Throws a refusal from inside Strapi's own routes (a save in the content manager), which only know Strapi's errors.
 *
 * @throws {ApplicationError} for a refusal, in the person's language; anything else as it is
 */
export function throwToStrapi(error: unknown, language: DeskLanguage): never {
  if (!(error instanceof Refusal)) throw error;
  const details: DeskErrorDetails = { code: error.code };
  throw new errors.ApplicationError(error.sentenceIn(language), details);
}
