import { DeliveryError } from '@nachra/delivery';
import { errors } from '@strapi/utils';
import {
  deliveryRefusalStatus,
  refusals,
  type DeliveryRefusalDetails,
  type RefusalDetails,
} from '../../../shared/desk';
import { isDeskRefusalCode } from '../../../shared/refusal-codes';
import { Refusal } from './refusal';
import { wordsOf, type DeskLanguage } from './words/words-of';

/** A refusal as it goes over the wire. */
export interface RefusedAnswer {
  status: number;
  details: RefusalDetails | DeliveryRefusalDetails;
  /** In the person's language. */
  message: string;
}

/** Puts a refusal into the person's language; null for an error that nobody foresaw. */
export function answerTo(error: unknown, language: DeskLanguage): RefusedAnswer | null {
  if (error instanceof Refusal) {
    return { status: error.status, details: detailsOf(error), message: error.sentenceIn(language) };
  }
  // The ledger's own refusals: a campaign that was cancelled meanwhile.
  return error instanceof DeliveryError ? answerToDelivery(error, language) : null;
}

function answerToDelivery(error: DeliveryError, language: DeskLanguage): RefusedAnswer {
  const { code } = error;
  const message = error.explainBy(wordsOf(language).delivery);
  if (!isDeskRefusalCode(code))
    return { status: deliveryRefusalStatus, details: { code, data: {} }, message };
  return { status: refusals[code].status, details: detailsOf(error), message };
}

/** The answer to what nobody foresaw. */
export function unforeseenAnswer(language: DeskLanguage): RefusedAnswer {
  const message = wordsOf(language).refusals.UNFORESEEN({});
  return { status: 500, details: { code: 'UNFORESEEN', data: {} }, message };
}

/** Strapi's error body, which the admin knows how to show. */
export function errorBody({ status, details, message }: RefusedAnswer): object {
  return { data: null, error: { status, name: 'ApplicationError', message, details } };
}

/**
 * Throws a refusal from inside Strapi's own routes (a save in the content manager), which only know Strapi's errors.
 *
 * @throws {ApplicationError} for a refusal, in the person's language; anything else as it is
 */
export function throwToStrapi(error: unknown, language: DeskLanguage): never {
  if (!(error instanceof Refusal)) throw error;
  throw new errors.ApplicationError(error.sentenceIn(language), detailsOf(error));
}

function detailsOf({ code, data }: { code: string; data: object }): RefusalDetails {
  // Each error is only made with the data of its code, which its type no longer says here.
  return { code, data } as RefusalDetails;
}
