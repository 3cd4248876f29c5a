import type { Candidate } from '@nachra/delivery';
import type { SegmentSummary } from '../../../shared/desk';
import type { AudienceStore, SegmentDocument, Subscriber } from '../documents/audience-store';
import { Refusal } from '../refusal';
import { matches, segmentRuleSchema, type SegmentRule } from './segment-rule';

/** What a person chose: lists, segments, or both. */
export interface Choice {
  listIds: readonly string[];
  segmentIds: readonly string[];
}

/**
 * The people that lists and segments yield at this moment. Somebody on several of them is one candidate; whether she
 * may be mailed is the ledger's to decide.
 *
 * @throws {Refusal} `AUDIENCE_EMPTY` when nothing is chosen; `LIST_UNKNOWN`, `SEGMENT_UNKNOWN`, `SEGMENT_INVALID`
 */
export async function candidatesOf(store: AudienceStore, choice: Choice): Promise<Candidate[]> {
  if (choice.listIds.length + choice.segmentIds.length === 0) {
    throw new Refusal('AUDIENCE_EMPTY', {});
  }
  await assertLists(store, choice.listIds);
  const rules = await rulesOf(store, choice.segmentIds);
  const chosen = new Set(choice.listIds);
  const candidates: Candidate[] = [];
  // A segment may hold anybody, so everybody is asked; lists alone are the database's to look up.
  for await (const subscriber of store.subscribers(rules.length === 0 ? choice.listIds : undefined)) {
    const isChosen =
      subscriber.lists.some((list) => chosen.has(list)) || rules.some((rule) => matches(rule, subscriber));
    if (isChosen) candidates.push(candidateOf(subscriber));
  }
  return candidates;
}

/** Every segment, with how many subscribers it holds now. */
export async function countSegments(store: AudienceStore): Promise<SegmentSummary[]> {
  const counted = (await store.segments()).map(({ rule, ...segment }) => ({
    summary: { ...segment, subscribers: 0 },
    // A rule that cannot be read holds nobody; using it is refused with its name.
    rule: segmentRuleSchema.safeParse(rule).data,
  }));
  if (counted.length === 0) return [];
  for await (const subscriber of store.subscribers()) {
    for (const { summary, rule } of counted) if (rule && matches(rule, subscriber)) summary.subscribers += 1;
  }
  return counted.map(({ summary }) => summary);
}

function candidateOf({ documentId, address, firstName, language, confirmed }: Subscriber): Candidate {
  return { subscriberId: documentId, address, firstName, language, confirmed };
}

async function assertLists(store: AudienceStore, listIds: readonly string[]): Promise<void> {
  if (listIds.length === 0) return;
  const known = new Set((await store.lists()).map(({ documentId }) => documentId));
  if (listIds.every((id) => known.has(id))) return;
  throw new Refusal('LIST_UNKNOWN', {});
}

async function rulesOf(store: AudienceStore, segmentIds: readonly string[]): Promise<SegmentRule[]> {
  if (segmentIds.length === 0) return [];
  const segments = new Map((await store.segments()).map((segment) => [segment.documentId, segment]));
  return segmentIds.map((id) => ruleOf(segments.get(id)));
}

function ruleOf(segment: SegmentDocument | undefined): SegmentRule {
  if (!segment) throw new Refusal('SEGMENT_UNKNOWN', {});
  const rule = segmentRuleSchema.safeParse(segment.rule);
  if (rule.success) return rule.data;
  throw new Refusal('SEGMENT_INVALID', { name: segment.name });
}
