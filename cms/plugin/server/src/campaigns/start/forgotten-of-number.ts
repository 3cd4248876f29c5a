import type { Forgotten } from '@nachra/delivery';
import type { BrandDocument } from '../../content/documents/brand';
import type { IssueStore } from '../../content/documents/issue-store';
import { peopleToday } from '../audience/audience';
import { forgottenReaders, type ForgottenDependencies } from '../audience/forgotten-readers';
import { isCarried, roundsOf } from './editions-of-number';

/** What is asked of a number that goes on in a campaign of before. */
export interface ForgottenOfNumberDependencies extends ForgottenDependencies {
  issues: Pick<IssueStore, 'ofNumber'>;
  readBrand: () => Promise<Pick<BrandDocument, 'defaultLanguage'>>;
}

/** Who has a number by campaigns that the ledger has lost; undefined where it has lost nothing of it. */
export async function forgottenOfNumber(
  dependencies: ForgottenOfNumberDependencies,
  number: number,
): Promise<Forgotten | undefined> {
  const carried = (await dependencies.issues.ofNumber(number)).filter(isCarried);
  const { defaultLanguage } = await dependencies.readBrand();
  const offer = { rounds: roundsOf(carried), defaultLanguage };
  const lookup = await forgottenReaders(dependencies, number, offer);
  return lookup && { lookup, people: await peopleToday(dependencies.audience) };
}
