import type { Core } from '@strapi/strapi';
import type { Comparison, Difference, RequestOf } from '../../../../shared/desk';
import { uids } from '../../../../shared/uids';
import { readableFields, type FieldReader } from '../../common/person';
import { Refusal } from '../../common/refusal';
import { sectionName } from '../../common/words/contract-fields';
import { differencesOf, type VersionDifference } from './differences';
import { contentOfForm, namesIn, withoutGone } from './form-content';
import { deletedRefusal, type RevisionHistory } from './history';
import { merge } from './merge';
import { attributesIn, displayNameOf, heldRevision } from './schema';
import { showItem, showValue, titleOfItem, type Showing } from './shown';
import { readSnapshot, titleOf } from './snapshot';

/** A form that came too late, as its page describes it. */
type LateForm = RequestOf<'compareVersions'>['body'] & { documentId: string };

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
  reader: FieldReader,
): Promise<Comparison> {
  const uid = uids[type];
  const changes = await history.changesAfter(documentId, revision);
  const theirs = await readSnapshot(strapi, uid, documentId);
  const held = await heldRevision(strapi, uid, documentId);
  if (theirs === null || held === null) throw deletedRefusal(type, changes);
  const attributesOf = attributesIn(strapi);
  const base = await history.contentAt(documentId, revision);
  const names = namesIn(strapi);
  // A form names what is there; a version of before may name what was deleted since.
  const began = base && (await withoutGone(uid, base, attributesOf, names));
  const mine = await contentOfForm(uid, data, began ?? theirs, attributesOf, names);
  const versions = { base, mine, theirs };

  const showing: Showing = {
    attributesOf,
    language: reader.language,
    componentName: (component) => sectionName(component, reader.language) ?? displayNameOf(strapi, component),
  };
  const merged = choices && merge(uid, versions, choices, attributesOf);
  if (merged && merged.undecided.length > 0) throw new Refusal('CHOICE_MISSING', { keys: merged.undecided });
  return {
    revision: held,
    title: titleOf(theirs, uid) ?? '',
    changes: changes.map(({ by, at, action, fields }) => ({
      by,
      at: at.toISOString(),
      action,
      fields: readableFields(uid, fields, reader),
    })),
    differences: differencesOf(versions).flatMap((difference) =>
      readableFields(uid, [difference.field], reader).map((field) =>
        shownDifference(difference, uid, field, showing),
      ),
    ),
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
