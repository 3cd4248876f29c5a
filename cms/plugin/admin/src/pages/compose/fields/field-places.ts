import { nearestPlace } from '../../../commenting/place-of-comment';
import {
  articleFieldAt,
  articlePathOf,
  dashboardFieldAt,
  firstOf,
  keyOf,
} from '../../../model/contract-names';
import { isOfArticles, type Selection } from '../structure/selection';
import type { KeyedSection } from '../drafts/drafts';

/** A field of the form in the middle. */
export interface FieldPlace {
  selection: Selection;
  /** Its name among the fields of the form; null for the form as a whole. */
  field: string | null;
}

/** Names of the contract that Strapi has others for: of the issue, of an entry. */
const mastheadFields: Readonly<Record<string, string>> = {
  'period.label': 'periodLabel',
  'period.from': 'periodFrom',
  'period.to': 'periodTo',
  period: 'periodLabel',
};
const entryFields: Readonly<Record<string, string>> = { start: 'startDate', end: 'endDate' };

/** The field that a path of the contract means; null for what no form of this page has, such as the institution. Pure. */
export function fieldAt(place: string, sections: readonly KeyedSection[]): FieldPlace | null {
  if (place.startsWith('masthead.')) {
    const name = place.slice('masthead.'.length);
    if (name.startsWith('brand') || name === 'title') return null;
    return { selection: { is: 'masthead' }, field: mastheadFields[name] ?? firstOf(name) };
  }
  const [, at, rest = ''] = /^sections\[(\d+)\]\.?(.*)$/.exec(place) ?? [];
  const section = at === undefined ? undefined : sections[Number(at)];
  if (section === undefined) return null;
  const [, index, inside = ''] = /^articles\[(\d+)\]\.?(.*)$/.exec(rest) ?? [];
  const documentId =
    index !== undefined && isOfArticles(section) ? section.articles[Number(index)] : undefined;
  if (documentId !== undefined)
    return {
      selection: { is: 'article', key: section.key, documentId },
      field: inside === '' ? null : articleFieldAt(inside),
    };
  return { selection: { is: 'section', key: section.key }, field: rest === '' ? null : sectionField(rest) };
}

/** `entries[2].start` is a field of a row, `dashboard.title` one of the dashboard in the section. */
function sectionField(rest: string): string {
  const [, list, row, inside = ''] = /^(entries|links)\[(\d+)\]\.?(.*)$/.exec(rest) ?? [];
  if (list !== undefined && row !== undefined)
    return `${list}.${row}.${entryFields[inside] ?? (inside || (list === 'links' ? 'label' : 'title'))}`;
  if (rest.startsWith('dashboard.')) return `dashboard.${dashboardFieldAt(rest.slice('dashboard.'.length))}`;
  return rest.startsWith('image') ? 'picture' : firstOf(rest);
}

/** The path of the contract that a field of a form stands at. Pure. */
export function placeOf({ selection, field }: FieldPlace, sections: readonly KeyedSection[]): string | null {
  if (selection.is === 'masthead')
    return field === null ? null : `masthead.${keyOf(mastheadFields, field) ?? field}`;
  const at = sections.findIndex(({ key }) => key === selection.key);
  if (at < 0 || selection.is === 'picker') return at < 0 ? null : `sections[${at}]`;
  if (selection.is === 'section') {
    const rest = (field ?? 'heading').replace(/\.(\d+)\./, '[$1].').replace('picture', 'image');
    return `sections[${at}].${rest}`;
  }
  const section = sections[at];
  const index = isOfArticles(section) ? section.articles.indexOf(selection.documentId) : -1;
  const name = field === null ? 'title' : articlePathOf(field);
  return `sections[${at}].articles[${index}].${name}`;
}

/** How the element of a field is named on the page. Pure. */
export function elementName({ selection, field }: FieldPlace): string {
  const owner =
    selection.is === 'masthead'
      ? 'masthead'
      : selection.is === 'article'
        ? `${selection.key}-${selection.documentId}`
        : selection.key;
  return `compose-${owner}-${(field ?? 'form').replaceAll('.', '-')}`;
}

/**
 * The place at which a comment on a field lies: where several fields are one place, that of the first alone; of a form as a whole what
 * it is the form of. Pure.
 *
 * @param places what can be commented on
 * @returns null where nothing is said of that field by itself
 */
export function commentPlaceOf(
  place: FieldPlace,
  sections: readonly KeyedSection[],
  places: readonly string[],
): string | null {
  if (place.field === null) return wholePlaceOf(place.selection, sections);
  const nearest = nearestPlace(placeOf(place, sections), places);
  const first = nearest === '' ? null : fieldAt(nearest, sections);
  return first !== null && first.field !== null && elementName(first) === elementName(place) ? nearest : null;
}

function wholePlaceOf(selection: Selection, sections: readonly KeyedSection[]): string | null {
  if (selection.is === 'masthead') return '';
  const at = sections.findIndex(({ key }) => key === selection.key);
  const section = sections[at];
  if (section === undefined || selection.is === 'picker') return null;
  if (selection.is === 'section') return `sections[${at}]`;
  const index = isOfArticles(section) ? section.articles.indexOf(selection.documentId) : -1;
  return index < 0 ? null : `sections[${at}].articles[${index}]`;
}
