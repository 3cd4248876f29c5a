import type { Core } from '@strapi/strapi';
import type { Comparison, Difference, RevisedType } from '../../../../shared/desk';
import { Refusal } from '../../common/refusal';
import { uids } from '../../../../shared/uids';
import { mainFields } from '../../../../shared/field-labels';
import { fieldLabel, sectionName } from '../../common/words/contract-fields';
import type { DeskLanguage } from '../../common/words/words-of';
import { differencesOf, type VersionDifference } from './differences';
import { contentOfForm, namesIn, withoutGone } from './form-content';
import type { RevisionHistory } from './history';
import { merge, type Choices } from './merge';
import { attributesIn, displayNameOf, heldRevision } from './schema';
import { showItem, showValue, titleOfItem, type Showing } from './shown';
import { readSnapshot, type Content } from './snapshot';

/** A form that came too late, as its page describes it. */
interface LateForm {
  type: RevisedType;
  documentId: string;
  revision: number;
  data: Readonly<Record<string, unknown>>;
  choices: Choices | undefined;
}

/** Whoever asks, as far as a comparison needs to know. */
interface Comparer {
  language: DeskLanguage;
  /** Whether the person may read a field of a content type. */
  mayRead: (uid: string, field: string) => boolean;
}

/**
 * Compares a form that came too late with what is there now, field by field, and says what to save once the person has
 * chosen. Changes nothing.
 *
 * @throws {Refusal} `DOCUMENT_DELETED`; `CHOICE_MISSING` where both sides changed something and `choices` does not decide it
 */
export async function compareVersions(
  strapi: Core.Strapi,
  history: RevisionHistory,
  { type, documentId, revision, data, choices }: LateForm,
  { language, mayRead }: Comparer,
): Promise<Comparison> {
  const uid = uids[type];
  const changes = await history.changesAfter(documentId, revision);
  const theirs = await readSnapshot(strapi, uid, documentId);
  const held = await heldRevision(strapi, uid, documentId);
  if (theirs === null || held === null) {
    const deleted = changes.find(({ action }) => action === 'delete');
    throw new Refusal('DOCUMENT_DELETED', {
      type,
      by: deleted?.by ?? null,
      at: deleted?.at.toISOString() ?? null,
    });
  }
  const attributesOf = attributesIn(strapi);
  const base = await history.contentAt(documentId, revision);
  const names = namesIn(strapi);
  // A form names what is there; a version of before may name what was deleted since.
  const began = base && (await withoutGone(uid, base, attributesOf, names));
  const mine = await contentOfForm(uid, data, began ?? theirs, attributesOf, names);
  const versions = { base, mine, theirs };

  const showing: Showing = {
    attributesOf,
    language,
    componentName: (component) => sectionName(component, language) ?? displayNameOf(strapi, component),
  };
  const nameOf = (field: string) => fieldLabel(uid, field, language);
  const merged = choices && merge(uid, versions, choices, attributesOf);
  if (merged && merged.undecided.length > 0) throw new Refusal('CHOICE_MISSING', { keys: merged.undecided });
  return {
    revision: held,
    title: titleOf(theirs, uid),
    changes: changes.map(({ by, at, action, fields }) => ({
      by,
      at: at.toISOString(),
      action,
      fields: fields.filter((field) => mayRead(uid, field)).map(nameOf),
    })),
    differences: differencesOf(versions)
      .filter(({ field }) => mayRead(uid, field))
      .map((difference) => shownDifference(difference, uid, nameOf(difference.field), showing)),
    data: merged ? { ...merged.data, revision: held } : null,
  };
}

function shownDifference(
  difference: VersionDifference,
  uid: string,
  field: string,
  showing: Showing,
): Difference {
  const attribute = showing.attributesOf(uid).get(difference.field) ?? { type: 'json' };
  const { key, changedBy } = difference;
  if (difference.of === 'field') {
    const [mine, theirs] = [difference.mine, difference.theirs].map((value) =>
      showValue(value, attribute, showing),
    ) as [Difference['mine'], Difference['theirs']];
    return { key, label: field, changedBy, mine, theirs };
  }
  const { mine, theirs } = difference;
  const named = theirs ?? mine;
  return {
    key,
    label: named ? `${field} › ${titleOfItem(named, showing)}` : field,
    changedBy,
    mine: showItem(mine, attribute, showing),
    theirs: showItem(theirs, attribute, showing),
  };
}

function titleOf(content: Content, uid: string): string {
  const title = content[mainFields[uid] ?? ''];
  return title?.is === 'scalar' && typeof title.value === 'string' ? title.value : '';
}
