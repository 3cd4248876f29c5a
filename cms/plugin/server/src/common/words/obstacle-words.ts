import { findingText, problemText } from '@nachra/renderer';
import type { Finding, Obstacle } from '../../../../shared/desk';
import type { LocatedFinding, ObstacleFact, Place } from '../obstacle';
import type { DeskLanguage } from './desk-words';
import { wordsOf } from './words-of';

/** Says what stands in the way: where, in the words of the admin, and what is expected there. Pure. */
export function obstacleIn(fact: ObstacleFact, language: DeskLanguage): Obstacle {
  const words = wordsOf(language);
  const { code } = fact;
  if ('title' in fact) {
    const { title, documentId } = fact;
    const message = words.obstacles[fact.code](title);
    return { code, subject: title, message, at: '', editable: { type: 'article', documentId } };
  }
  if ('sender' in fact) {
    const message = words.refusals.SENDER_INCOMPLETE(fact.sender);
    const subject = words.fields['senderAddress'] ?? '';
    return { code, subject, message, at: '', editable: { type: 'brand' } };
  }
  if ('problem' in fact) {
    const { place, kind, problem, editable } = fact;
    const field = words.fields[fieldKey(place)] ?? place.field;
    const where = words.place(place);
    const message =
      kind === 'no-articles'
        ? words.noArticles(where)
        : words.fieldProblem({ where, field, problem: words.expected[kind](problemText(problem, language)) });
    return { code, subject: place.article ?? field, message, at: problem.path, editable };
  }
  if ('address' in fact) {
    const where = words.place(fact.place);
    const message = words.obstacles[fact.code]({ where, address: fact.address });
    return { code, subject: where, message, at: fact.at, editable: fact.editable };
  }
  if ('located' in fact) {
    const { place, message, remedy, at, editable } = findingIn(fact.located, language);
    return { code, subject: place, message: `${message} ${remedy}`.trim(), at, editable };
  }
  return {
    code,
    subject: words.fields['edition'] ?? '',
    message: words.obstacles[fact.code](),
    at: '',
    editable: null,
  };
}

/** Says what the preflight found, where, and how to fix it. Pure. */
export function findingIn(located: LocatedFinding, language: DeskLanguage): Finding {
  const { key, finding, mustAcknowledge, maySetAside, setAside, place, editable } = located;
  return {
    key,
    rule: finding.rule,
    severity: finding.severity,
    mustAcknowledge,
    maySetAside,
    setAside,
    ...findingText(finding, language),
    place: placeIn(place, language),
    at: finding.place,
    editable,
  };
}

/** Says where a place is: what it lies in, and its field. Pure. */
export function placeIn(place: Place, language: DeskLanguage): string {
  const words = wordsOf(language);
  // An article as a whole is no field: it stands in the one that lists the articles.
  const isWhole = place.article !== undefined && place.field === 'articles';
  const field = isWhole ? undefined : words.fields[fieldKey(place)];
  const where = words.place(place);
  return field === undefined || field === where ? where : `${where}${language === 'ar' ? '،' : ','} ${field}`;
}

/** A few names mean different fields of the admin, by where they stand. */
function fieldKey({ area, field, article }: Place): string {
  if (area === 'brand' && field === 'title') return 'newsletterTitle';
  if (article !== undefined && field === 'date') return 'meetingDate';
  return field;
}
