import { problemText } from '@nachra/renderer';
import type { FigurePlace } from '../../save-problem';
import { fieldLabel } from '../contract-fields';
import type { Words } from '../desk-words';
import { languages } from './terms-fr';

const levels = { period: 'période', group: 'groupe', row: 'ligne' } as const;

/** Why a save is refused, in French. */
export const saves: Words['saves'] = {
  LINK_INVALID: ({ uid, field }) =>
    `« ${fieldLabel(uid, field, 'fr')} » doit être une adresse complète, qui commence par https://, http://, mailto: ou tel:, sans nom d’utilisateur avant « @ » (par exemple https://www.exemple.ma/page).`,
  TEXT_TOO_LONG: ({ uid, field, limit }) =>
    `« ${fieldLabel(uid, field, 'fr')} » prend ${limit} caractères au plus : raccourcissez le texte.`,
  LIST_TOO_DEEP: ({ uid, field, limit }) =>
    `« ${fieldLabel(uid, field, 'fr')} » a des listes imbriquées sur plus de ${limit} niveaux : réduisez-les.`,
  BODY_INVALID: ({ uid, field, block, problem }) =>
    `« ${fieldLabel(uid, field, 'fr')} »${block === null ? '' : `, bloc ${block}`} : ${problemText(problem, 'fr')}.`,
  FRAMING_INVALID: ({ uid, field, problem }) =>
    `« ${fieldLabel(uid, field, 'fr')} » : ${problemText(problem, 'fr')}.`,
  ENDS_BEFORE_START: ({ uid, start, from, end, to }) =>
    `« ${fieldLabel(uid, end, 'fr')} » (${to}) est avant « ${fieldLabel(uid, start, 'fr')} » (${from}).`,
  ISSUE_TAKEN: ({ number, language }) =>
    `Le numéro ${number} existe déjà ${languages[language]}. Choisissez un autre numéro ou une autre langue.`,
  FIGURES_INVALID: ({ places, problem }) => {
    const where = places.length > 0 ? places.map(placeText).join(', ') : problem.path || 'le tout';
    return `Chiffres : ${where} : ${problemText(problem, 'fr')}.`;
  },
  FIGURES_UNNAMED: ({ group, row, others }) =>
    `Chiffres : ${placeText(group)} : la ligne n° ${row} n’a pas d’intitulé${others === 0 ? '' : others === 1 ? ', et une autre non plus' : `, et ${others} autres non plus`}. Nommez-${others === 0 ? 'la, ou supprimez-la' : 'les, ou supprimez-les'}.`,
  RULE_INVALID: () =>
    'La règle doit avoir la forme { "all": [ { "field": "language", "in": ["fr"] }, { "field": "list", "in": ["…"] }, { "field": "list", "notIn": ["…"] } ] }.',
  ADDRESS_INVALID: ({ address }) =>
    `« ${address} » n’est pas une adresse électronique. Elle s’écrit nom@domaine, par exemple salma@exemple.ma.`,
  SENDER_BEYOND_ASCII: ({ uid, field, address }) =>
    `« ${fieldLabel(uid, field, 'fr')} » (${address}) ne prend avant le @ que des lettres latines sans accent, car tous les serveurs de messagerie n’en prennent pas d’autres. Après le @, elles peuvent rester.`,
  ADDRESS_TAKEN: ({ address }) => `L’adresse ${address} est déjà celle d’un autre abonné.`,
  ADDRESS_ALIKE: ({ address, held }) =>
    `« ${address} » est la même boîte que « ${held} », déjà celle d’un autre abonné : les majuscules ne distinguent pas deux adresses.`,
};

function placeText({ level, name }: FigurePlace): string {
  return `${levels[level]} ${typeof name === 'number' ? `n° ${name}` : `« ${name} »`}`;
}
