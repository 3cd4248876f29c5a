import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { permissionOf } from '../../../shared/lists';
import { actorOf, type Journal } from '../common/journal';
import type { Person } from '../common/person';
import { Refusal } from '../common/refusal';
import type { FourEyesOutcome } from '../content/documents/approval';
import type { IssueSource } from '../editions/editions';

/** What the rule of four eyes is judged by. */
interface FourEyesDependencies {
  journal: Pick<Journal, 'hands'>;
  /** How many active people may approve an issue. */
  approvers: () => Promise<number>;
}

/**
 * Holds the rule that nobody approves her own work: whoever submitted the issue, or saved anything it contains since it was
 * last approved. The institution may turn the rule off, and where only one person may approve there is nobody to ask.
 *
 * @param since when the issue was last approved
 * @returns how the rule was met, for the record
 * @throws {Refusal} `FOUR_EYES`
 */
export async function assertFourEyes(
  { journal, approvers }: FourEyesDependencies,
  { issue, brand }: IssueSource,
  since: Date | null,
  person: Person,
): Promise<FourEyesOutcome> {
  if (brand.fourEyes === 'off') return 'off';
  if ((await approvers()) < 2) return 'alone';
  const hands = await journal.hands(documentsIn(issue, brand), since);
  const { id } = actorOf(person);
  if (hands.some((actor) => actor.id === id)) {
    throw new Refusal('FOUR_EYES', { number: issue.number, names: hands.map(({ name }) => name) });
  }
  return 'held';
}

/** Document ids of all that an edition contains: the issue, the brand, articles, dashboards and the files of pictures. Pure. */
function documentsIn(issue: IssueSource['issue'], brand: IssueSource['brand']): string[] {
  const found = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('documentId' in value && typeof value.documentId === 'string') found.add(value.documentId);
    Object.values(value).forEach(walk);
  };
  walk([issue, brand]);
  return [...found];
}

const approverSchema = z.array(
  z.object({
    roles: z.array(z.object({ code: z.string(), permissions: z.array(z.object({ action: z.string() })) })),
  }),
);

/** Counts the people who can sign in and may approve; a super admin may do everything. */
export async function countApprovers({ db }: Pick<Core.Strapi, 'db'>): Promise<number> {
  const rows: unknown = await db.query('admin::user').findMany({
    where: { isActive: true, blocked: { $not: true } },
    select: ['id'],
    populate: {
      roles: {
        select: ['code'],
        populate: { permissions: { select: ['action'], where: { action: permissionOf('issue.approve') } } },
      },
    },
  });
  const mayApprove = approverSchema
    .parse(rows)
    .filter(({ roles }) =>
      roles.some(({ code, permissions }) => code === 'strapi-super-admin' || permissions.length > 0),
    );
  return mayApprove.length;
}
