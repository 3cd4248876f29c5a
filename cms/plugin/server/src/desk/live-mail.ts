import { mendedAddress } from '@nachra/renderer';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { AnswerOf, LiveNote, RequestOf } from '../../../shared/desk';
import { uids } from '../../../shared/uids';
import { atMostAtOnce } from '../common/at-most-at-once';
import { newestWins } from '../common/newest-wins';
import type { LocatedFinding, ProblemFact } from '../common/obstacle';
import type { Person } from '../common/person';
import { Refusal } from '../common/refusal';
import { findingIn, obstacleIn } from '../common/words/obstacle-words';
import { issueUnknown } from '../content/documents/existing-issue';
import type { Editions, LiveRendering } from '../editions/editions';
import { locateFindings, problemObstacles } from '../editions/obstacles';
import { TaskTooLong } from '../editions/render-pool';
import { showEdition } from '../editions/show';
import type { SetAsides } from '../reviews/set-asides';

interface LiveDependencies {
  editions: Pick<Editions, 'live'>;
  setAsides: Pick<SetAsides, 'among'>;
  publicUrl: string;
}

/** Requests of one person in ten seconds: four times what somebody makes who types without a break. */
const mostRequests = 200;

/**
 * Shows mails while they are written: of each page one request at a time, and of those that wait the newest; of each person one page at
 * a time, so that many windows of one do not keep everybody else waiting.
 */
export function openLiveMail({ editions, setAsides, publicUrl }: LiveDependencies) {
  const inTurn = newestWins();
  /** As many as there are accounts. */
  const turns = new Map<number, ReturnType<typeof atMostAtOnce>>();
  const turnOf = (personId: number) => {
    const turn = turns.get(personId) ?? atMostAtOnce(1);
    turns.set(personId, turn);
    return turn;
  };
  const limiter = new RateLimiterMemory({ points: mostRequests, duration: 10 });

  /** @throws {Refusal} `ISSUE_UNKNOWN`, `DOCUMENT_FORBIDDEN` */
  return async (
    documentId: string,
    { page, ...overlays }: RequestOf<'showLive'>['body'],
    person: Person,
  ): Promise<AnswerOf<'showLive'>> => {
    // Sections may name any article and dashboard: whoever composes with them reads them.
    if (
      overlays.issue.sections &&
      ![uids.article, uids.dashboard].every((uid) => person.mayRead(uid, 'title'))
    )
      throw new Refusal('DOCUMENT_FORBIDDEN', {});
    const isLimited = await limiter.consume(person.id).then(
      () => false,
      () => true,
    );
    if (isLimited) return { mail: null };
    const rendering = await inTurn(`${person.id}/${documentId}/${page}`, async () => {
      const live = await turnOf(person.id)(() => editions.live(documentId, overlays));
      if (live === null) throw issueUnknown();
      return live;
    }).catch((error: unknown) => {
      if (error instanceof TaskTooLong) return null;
      throw error;
    });
    if (rendering === null) return { mail: null };
    const { draft, edition } = rendering;
    const found = locateFindings(edition?.findings ?? [], { draft, documentId });
    const notes = notesOf(rendering, await setAsides.among(documentId, found), documentId, person);
    return { mail: mailOf(rendering, notes, publicUrl) };
  };
}

function mailOf(
  { edition }: LiveRendering,
  notes: LiveNote[],
  publicUrl: string,
): AnswerOf<'showLive'>['mail'] {
  if (edition === null) return null;
  const { html, text } = showEdition(edition, publicUrl);
  const { subject, preheader, direction, sizeBytes } = edition;
  return { html, text, subject, preheader, direction, sizeBytes, notes };
}

/** Everything that is to be said, the worst first; of what is not there yet, what the quick rules say of its stand-in is nothing. */
function notesOf(
  { draft, problems }: LiveRendering,
  findings: readonly LocatedFinding[],
  documentId: string,
  { language }: Person,
): LiveNote[] {
  const where = { draft, documentId };
  const missing = problemObstacles(problems, where).flatMap((fact): LiveNote[] =>
    'problem' in fact
      ? [
          {
            at: fact.problem.path,
            severity: 'problem',
            message: obstacleIn(fact, language).message,
            remedy: '',
            finding: null,
            mend: addressMend(fact),
          },
        ]
      : [],
  );
  const found = findings.map((located): LiveNote => {
    const { severity, message, remedy, key, maySetAside, setAside } = findingIn(located, language);
    const finding = { key, maySetAside, setAside };
    const { place: at, mend = null } = located.finding;
    return { at, severity, message, remedy, finding, mend };
  });
  return [...missing, ...found.filter(({ at }) => !missing.some((one) => one.at === at))];
}

/** The address that was meant, where what stands there is none. */
function addressMend({ problem, place: { value } }: ProblemFact): LiveNote['mend'] {
  const to = problem.code === 'not-an-address' && typeof value === 'string' ? mendedAddress(value) : null;
  return to === null ? null : { place: problem.path, from: String(value), to };
}
