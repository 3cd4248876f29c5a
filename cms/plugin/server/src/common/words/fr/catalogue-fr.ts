import { fieldsIn } from '../contract-fields';
import type { Words } from '../desk-words';
import { delivery } from './delivery-fr';
import { journal } from './journal-fr';
import { refusals } from './refusals-fr';
import { saves } from './saves-fr';
import { account } from './terms-fr';

/** What the desk says, in French. */
export const fr: Words = {
  locale: 'fr',
  fields: fieldsIn('fr'),
  account,
  place: ({ area, section, heading, article, row, cell }) => {
    const inSection = heading ? `Rubrique « ${heading} »` : `Rubrique ${section}`;
    const parts = {
      brand: 'Institution',
      issue: 'Numéro',
      section: article ? `Article « ${article} »` : inSection,
    };
    const where = row && !article ? `${parts[area]}, « ${row} »` : parts[area];
    if (!cell) return where;
    const column = cell.column === null ? '' : `, colonne ${cell.column}`;
    return `${where}, tableau${cell.table === null ? '' : ` ${cell.table}`} (ligne ${cell.row}${column})`;
  },
  fieldProblem: ({ where, field, problem }) => `${where} : le champ « ${field} » ${problem}.`,
  expected: {
    missing: () => 'n’est pas rempli',
    'no-entries': () => 'est vide : il y faut au moins un élément, ou bien retirez la rubrique',
    address: () => 'doit être une adresse complète, qui commence par https://, mailto: ou tel:',
    date: () => 'doit être une date valable, la fin jamais avant le début',
    values: () =>
      'doit avoir une valeur par période, ni plus ni moins (laissez null où il n’y a pas de chiffre)',
    other: (detail) => `a une valeur que l’édition ne peut pas reprendre (${detail})`,
  },
  noArticles: (where) => `${where} : aucun article pour l’instant. Ajoutez-en un, ou retirez la rubrique.`,
  ...refusals,
  delivery,
  saves,
  journal,
  preview: {
    title: 'Aperçu',
    renditions: {
      desktop: 'Ordinateur',
      phone: 'Téléphone',
      'phone-small': 'Petit téléphone',
      'no-style': 'Sans feuille de style',
      word: 'Outlook (Word)',
      text: 'Texte seul',
      source: 'Source',
    },
    dark: 'Mode sombre',
    imagesOff: 'Sans images',
    subject: 'Objet',
    frame: 'Le message',
    expired: 'Cet aperçu a expiré',
    expiredHint: 'Fermez-le et ouvrez-le de nouveau depuis l’administration.',
    obstacles: 'Ce contenu ne peut pas encore être mis en page',
    obstaclesHint: 'Corrigez ce qui suit ; l’aperçu se met à jour à chaque enregistrement.',
  },
};
