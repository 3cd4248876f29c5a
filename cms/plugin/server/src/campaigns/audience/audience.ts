import type { AudienceCount, Candidate, EditionsOnOffer, Language, MissingEdition } from '@nachra/delivery';
import type { AudiencePreview, SegmentSummary } from '../../../../shared/desk';
import type { AudienceStore, SegmentDocument, Subscriber } from '../../content/documents/audience-store';
import { Refusal } from '../../common/refusal';
import { matches, segmentRuleSchema, type SegmentRule } from '../../content/checks/segment-rule';
import { personIdOf } from '../../content/documents/person-identifier';

/** What a person chose: lists, segments, or both. */
export interface Choice {
  listIds: readonly string[];
  segmentIds: readonly string[];
  /** For languages without an edition; their readers wait where nothing is said. */
  missing?: Partial<Record<Language, MissingEdition>>;
}

/**
 * The people in the chosen lists and segments. The choice is looked up once, here; the people are read page by page each
 * time the result is iterated. Counting keeps one page in memory; freezing a campaign gathers everybody before it locks the
 * ledger. Somebody on several lists is one candidate; whether they may be mailed is the ledger's to decide.
 *
 * @throws {Refusal} `AUDIENCE_EMPTY` when nothing is chosen; `LIST_UNKNOWN`, `SEGMENT_UNKNOWN`, `SEGMENT_INVALID`
 */
export async function candidatesOf(store: AudienceStore, choice: Choice): Promise<AsyncIterable<Candidate>> {
  if (choice.listIds.length + choice.segmentIds.length === 0) {
    throw new Refusal('AUDIENCE_EMPTY', {});
  }
  await assertLists(store, choice.listIds);
  const rules = await rulesOf(store, choice.segmentIds);
  const chosen = new Set(choice.listIds);
  return {
    async *[Symbol.asyncIterator]() {
      // A segment may match anybody, so all subscribers are read; lists alone are filtered by the database.
      for await (const subscriber of store.subscribers(rules.length === 0 ? choice.listIds : undefined)) {
        const isChosen =
          subscriber.lists.some((list) => chosen.has(list)) ||
          rules.some((rule) => matches(rule, subscriber));
        if (isChosen) yield candidateOf(subscriber);
      }
    },
  };
}

/** An audience's figures for the desk, with the language whose edition may stand in for another. Pure. */
export function previewOf(
  count: AudienceCount,
  { rounds, defaultLanguage }: EditionsOnOffer,
): AudiencePreview {
  return { ...count, defaultLanguage: rounds[defaultLanguage] === undefined ? null : defaultLanguage };
}

/** Every segment, with how many subscribers it holds now. */
export async function countSegments(store: AudienceStore): Promise<SegmentSummary[]> {
  const counted = (await store.segments()).map(({ rule, ...segment }) => ({
    summary: { ...segment, subscribers: 0 },
    // An unreadable rule matches nobody; using the segment is refused, with its name.
    rule: segmentRuleSchema.safeParse(rule).data,
  }));
  if (counted.length === 0) return [];
  for await (const subscriber of store.subscribers()) {
    for (const { summary, rule } of counted) if (rule && matches(rule, subscriber)) summary.subscribers += 1;
  }
  return counted.map(({ summary }) => summary);
}

/** Subscribers with the person identifier that each has today, chosen or not: it may have been filled in after a number was sent. */
export async function peopleToday(store: Pick<AudienceStore, 'people'>): Promise<Map<string, string>> {
  const people = new Map<string, string>();
  for await (const { documentId, person } of store.people()) people.set(documentId, personIdOf(person));
  return people;
}

/** A subscriber as a campaign asks about her. Pure. */
export function candidateOf(subscriber: Omit<Subscriber, 'id'>): Candidate {
  const { documentId, address, firstName, language, confirmed, person } = subscriber;
  const candidate = { subscriberId: documentId, address, firstName, language, confirmed };
  return person?.trim() ? { ...candidate, personId: personIdOf(person) } : candidate;
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
