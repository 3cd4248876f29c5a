import type { Block, Body, IssueInput, Language } from '@nachra/renderer';
import { anArticle, anIssue, paragraphs } from './issue';

/** A cell: text with `*bold*` in it, or a link. */
type Cell = string | { link: string; url: string };

/** A table of text of these rows; the first is its header row unless `headerRow` is false. */
export function aTable(rows: readonly (readonly Cell[])[], headerRow = true): Block {
  return {
    type: 'table',
    headerRow,
    children: rows.map((cells) => ({
      type: 'table-row',
      children: cells.map((cell) => ({ type: 'table-cell', children: inlines(cell) })),
    })),
  };
}

function inlines(cell: Cell) {
  if (typeof cell !== 'string')
    return [{ type: 'link' as const, url: cell.url, children: [{ type: 'text' as const, text: cell.link }] }];
  return cell
    .split('*')
    .map((text, at) => ({ type: 'text' as const, text, ...(at % 2 === 1 ? { bold: true } : {}) }));
}

/** An issue with one article of these blocks, as wide as the mail or as a card. */
export const issueOfTables = (
  language: Language,
  body: Body,
  layout: 'list' | 'cards' = 'list',
): IssueInput =>
  anIssue({
    masthead: { language },
    sections: [
      {
        type: 'articles',
        heading: 'Actualités',
        layout,
        articles: [anArticle({ body: [...paragraphs('—'), ...body] })],
      },
    ],
  });

const forms = { link: 'formulaire-a-12', url: 'https://a.example/formulaires/a-12?langue=fr' };

/** Tables as people write them, by language: few columns, sentences, figures, many columns of long words. */
export const writtenTables: Readonly<Record<Language, Readonly<Record<string, Block>>>> = {
  fr: {
    short: aTable([
      ['Ville', 'Agences', 'Clients'],
      ['Rabat', '12', '24 110'],
      ['Casablanca', '31', '1 108 412'],
      ['Fès', '', '–'],
    ]),
    sentences: aTable([
      ['Mesure', 'Pour qui', 'Ce qui change', 'Depuis'],
      [
        '*Forsa Plus*',
        'Les clientes dont le premier prêt est remboursé',
        'Le plafond passe à 50 000 DH, sans caution ; la demande se fait avec le formulaire joint.',
        '1er juin 2023',
      ],
      ['Assurance', 'Toutes les agences', forms, ''],
    ]),
    many: aTable([
      [
        'Région',
        'Développement',
        'Responsable',
        'Accompagnement',
        'Sensibilisation',
        'Remboursement',
        'Communication',
        'Observations',
      ],
      [
        'Tanger-Tétouan',
        'approfondissement',
        'Abdelmounaïm',
        'individuel',
        'trimestrielle',
        'hebdomadaire',
        'interinstitutionnelle',
        'satisfaisantes',
      ],
    ]),
    bare: aTable(
      [
        ['Siège', '37, rue des Dattiers, Rabat'],
        ['Téléphone', '+212 (0)5 37 12 34 56'],
      ],
      false,
    ),
  },
  en: {
    short: aTable([
      ['Town', 'Branches', 'Clients'],
      ['Rabat', '12', '24,110'],
      ['Casablanca', '31', '1,108,412'],
      ['Fes', '', '–'],
    ]),
    sentences: aTable([
      ['Measure', 'For whom', 'What changes', 'Since'],
      [
        '*Forsa Plus*',
        'Clients who have paid back their first loan',
        'The ceiling rises to 50,000 DH without a guarantor; apply with the form below.',
        '1 June 2023',
      ],
      ['Insurance', 'All branches', forms, ''],
    ]),
    many: aTable([
      [
        'Region',
        'Development',
        'Responsible',
        'Accompaniment',
        'Sensitisation',
        'Reimbursement',
        'Communication',
        'Observations',
      ],
      [
        'Tangier-Tetouan',
        'consolidation',
        'Abdelmounaim',
        'individual',
        'quarterly',
        'weekly',
        'interinstitutional',
        'satisfactory',
      ],
    ]),
    bare: aTable(
      [
        ['Head office', '37, rue des Dattiers, Rabat'],
        ['Telephone', '+212 (0)5 37 12 34 56'],
      ],
      false,
    ),
  },
  ar: {
    short: aTable([
      ['المدينة', 'الوكالات', 'الزبناء'],
      ['الرباط', '12', '24 110'],
      ['الدار البيضاء', '31', '1 108 412'],
      ['Fès', '', '–'],
    ]),
    sentences: aTable([
      ['الإجراء', 'الفئة المعنية', 'ما الذي يتغير', 'ابتداء من'],
      [
        '*Forsa Plus*',
        'الزبونات اللواتي سددن قرضهن الأول',
        'يرتفع السقف إلى 50 000 درهم دون كفالة، ويقدم الطلب بالاستمارة المرفقة.',
        'فاتح يونيو 2023',
      ],
      ['التأمين', 'جميع الوكالات', forms, ''],
    ]),
    many: aTable([
      ['الجهة', 'الاستراتيجية', 'المسؤولون', 'المصاحبة', 'التحسيسية', 'المستحقات', 'التواصلية', 'الملاحظات'],
      [
        'طنجة-تطوان',
        'بالاستمرارية',
        'عبدالمنعم',
        'الانفرادية',
        'الفصلية',
        'الأسبوعية',
        'والمؤسساتية',
        'والاستنتاجات',
      ],
    ]),
    bare: aTable(
      [
        ['المقر', '37, rue des Dattiers, Rabat'],
        ['الهاتف', '+212 (0)5 37 12 34 56'],
      ],
      false,
    ),
  },
};
