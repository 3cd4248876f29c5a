import { mendedAddress } from '@nachra/renderer';
import type { AnswerOf, LiveMail, LiveNote, RequestOf } from '../../../shared/desk';
import { uids } from '../../../shared/uids';
import type { LocatedFinding, ProblemFact } from '../common/obstacle';
import type { Person } from '../common/person';
import { Refusal } from '../common/refusal';
import { findingIn, obstacleIn } from '../common/words/obstacle-words';
import { issueUnknown } from '../content/documents/existing-issue';
import type { Editions, LiveRendering } from '../editions/editions';
import { locateFindings, problemObstacles } from '../editions/obstacles';
import { showEdition } from '../editions/show';
import type { SetAsides } from '../reviews/set-asides';
import type { LiveTurns } from './live-turns';

interface LiveDependencies {
  editions: Pick<Editions, 'live'>;
  setAsides: Pick<SetAsides, 'among'>;
  publicUrl: string;
}

/** Shows the mail of an issue while it is written. */
export function openLiveMail({ editions, setAsides, publicUrl }: LiveDependencies, inTurn: LiveTurns) {
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
    const rendering = await inTurn(person, `${documentId}/${page}`, async () => {
      const live = await editions.live(documentId, overlays);
      if (live === null) throw issueUnknown();
      return live;
    });
    if (rendering === null) return { mail: null };
    const found = locateFindings(rendering.edition?.findings ?? [], { draft: rendering.draft, documentId });
    const notes = liveNotes(rendering, await setAsides.among(documentId, found), documentId, person);
    return { mail: liveMailOf(rendering, notes, publicUrl) };
  };
}

/** What is shown of a rendering; null where nothing can be. */
export function liveMailOf(
  { edition }: LiveRendering,
  notes: LiveNote[],
  publicUrl: string,
): LiveMail | null {
  if (edition === null) return null;
  const { html, text } = showEdition(edition, publicUrl);
  const { subject, preheader, direction, sizeBytes } = edition;
  return { html, text, subject, preheader, direction, sizeBytes, notes };
}

/** Everything that is to be said, the worst first; of what is not there yet, what the quick rules say of its stand-in is nothing. */
export function liveNotes(
  { draft, problems }: LiveRendering,
  findings: readonly LocatedFinding[],
  documentId: string | null,
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
