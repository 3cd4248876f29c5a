import { fieldsIn } from '../contract-fields';
import type { Words } from '../desk-words';
import { delivery } from './delivery-en';
import { journal } from './journal-en';
import { refusals } from './refusals-en';
import { saves } from './saves-en';
import { account } from './terms-en';

/** What the desk says, in English. */
export const en: Words = {
  locale: 'en',
  fields: fieldsIn('en'),
  account,
  place: ({ area, section, heading, article, row, cell }) => {
    const inSection = heading ? `Section “${heading}”` : `Section ${section}`;
    const parts = {
      brand: 'Institution',
      issue: 'Issue',
      section: article ? `Article “${article}”` : inSection,
    };
    const where = row && !article ? `${parts[area]}, “${row}”` : parts[area];
    if (!cell) return where;
    const column = cell.column === null ? '' : `, column ${cell.column}`;
    return `${where}, table${cell.table === null ? '' : ` ${cell.table}`} (row ${cell.row}${column})`;
  },
  fieldProblem: ({ where, field, problem }) => `${where}: the field “${field}” ${problem}.`,
  expected: {
    missing: () => 'is not filled in',
    'no-entries': () => 'is empty: it needs at least one entry, or remove the section',
    address: () => 'must be a complete address that starts with https://, mailto: or tel:',
    date: () => 'must be a valid date, the end never before the start',
    values: () =>
      'must have one value for each period, no more and no fewer (write null where there is no figure)',
    other: (detail) => `has a value that the edition cannot take (${detail})`,
  },
  noArticles: (where) => `${where}: no article yet. Add one, or remove the section.`,
  ...refusals,
  delivery,
  saves,
  journal,
  preview: {
    title: 'Preview',
    renditions: {
      desktop: 'Desktop',
      phone: 'Phone',
      'phone-small': 'Small phone',
      'no-style': 'No style sheet',
      word: 'Outlook (Word)',
      text: 'Plain text',
      source: 'Source',
    },
    dark: 'Dark mode',
    imagesOff: 'No images',
    subject: 'Subject',
    frame: 'The message',
    expired: 'This preview has expired',
    expiredHint: 'Close it and open it again from the admin.',
    obstacles: 'This content cannot be laid out yet',
    obstaclesHint: 'Correct what follows; the preview is refreshed at every save.',
  },
};
