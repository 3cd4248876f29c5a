import { problemText } from '@nachra/renderer';
import type { FigurePlace } from '../../save-problem';
import { fieldLabel } from '../contract-fields';
import type { Words } from '../desk-words';
import { languages } from './terms-en';

/** Why a save is refused, in English. */
export const saves: Words['saves'] = {
  LINK_INVALID: ({ uid, field }) =>
    `“${fieldLabel(uid, field, 'en')}” must be a complete address that starts with https://, http://, mailto: or tel:, without a user name before “@” (such as https://www.example.org/page).`,
  TEXT_TOO_LONG: ({ uid, field, limit }) =>
    `“${fieldLabel(uid, field, 'en')}” takes at most ${limit} characters: shorten it.`,
  LIST_TOO_DEEP: ({ uid, field, limit }) =>
    `“${fieldLabel(uid, field, 'en')}” has lists inside lists, more than ${limit} levels deep: flatten them.`,
  BODY_INVALID: ({ uid, field, block, problem }) =>
    `“${fieldLabel(uid, field, 'en')}”${block === null ? '' : `, block ${block}`}: ${problemText(problem, 'en')}.`,
  FRAMING_INVALID: ({ uid, field, problem }) =>
    `“${fieldLabel(uid, field, 'en')}”: ${problemText(problem, 'en')}.`,
  ENDS_BEFORE_START: ({ uid, start, from, end, to }) =>
    `“${fieldLabel(uid, end, 'en')}” (${to}) is before “${fieldLabel(uid, start, 'en')}” (${from}).`,
  ISSUE_TAKEN: ({ number, language }) =>
    `Issue ${number} already exists ${languages[language]}. Choose another number or another language.`,
  FIGURES_INVALID: ({ places, problem }) => {
    const where = places.length > 0 ? places.map(placeText).join(', ') : problem.path || 'as a whole';
    return `Figures: ${where}: ${problemText(problem, 'en')}.`;
  },
  FIGURES_UNNAMED: ({ group, row, others }) =>
    `Figures: ${placeText(group)}: row no. ${row} has no label${others === 0 ? '' : `, nor have ${others} more`}. Name ${others === 0 ? 'it, or delete it' : 'them, or delete them'}.`,
  RULE_INVALID: () =>
    'The rule must have the form { "all": [ { "field": "language", "in": ["fr"] }, { "field": "list", "in": ["…"] }, { "field": "list", "notIn": ["…"] } ] }.',
  ADDRESS_INVALID: ({ address }) =>
    `“${address}” is not an e-mail address. Write it as name@domain, such as salma@example.org.`,
  SENDER_BEYOND_ASCII: ({ uid, field, address }) =>
    `“${fieldLabel(uid, field, 'en')}” (${address}) may have only unaccented Latin letters before the @, because not every mail server takes others. After the @ they may stay.`,
  ADDRESS_TAKEN: ({ address }) => `The address ${address} already belongs to another subscriber.`,
  ADDRESS_ALIKE: ({ address, held }) =>
    `“${address}” is the same mailbox as “${held}”, which already belongs to another subscriber: capitals do not tell two addresses apart.`,
};

function placeText({ level, name }: FigurePlace): string {
  return `${level} ${typeof name === 'number' ? `no. ${name}` : `“${name}”`}`;
}
