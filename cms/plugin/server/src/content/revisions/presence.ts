import type { Core } from '@strapi/strapi';
import { uids } from '../../../../shared/uids';
import type { Presence } from '../../../../shared/desk';

/** How often an open page says so, and after how long without a word it counts as closed. */
const everySeconds = 10;
const forgottenAfterMs = 35_000;

interface OpenPage {
  documentId: string;
  tab: string;
  person: { id: number; name: string };
  leaving: boolean;
}

/** Pages of one person that count of one document: each answer names them all. */
const mostPages = 20;

/** Who has which document open. */
interface PresenceBook {
  /** What is said of a document that nobody can have open. */
  nobody: Presence;
  /** Notes a page as open or left, and says who else has the document open. Idempotent by document and tab. */
  note(page: OpenPage): Promise<Presence>;
}

interface PresenceRow {
  tab: string;
  personId: number;
  personName: string;
  since: Date | string;
}

/**
 * Kept in the content database, a row for each open page, so that several processes of the CMS know the same: a page costs
 * one update and one read each time it says that it is still open.
 */
export function openPresence(strapi: Core.Strapi, now: () => Date): PresenceBook {
  const rows = () => strapi.db.query(uids.presence);
  return {
    nobody: { others: [], everySeconds },
    async note({ documentId: subject, tab, person, leaving }) {
      const at = now();
      await rows().deleteMany({ where: { seenAt: { $lt: new Date(at.getTime() - forgottenAfterMs) } } });
      const own = { subject, tab, personId: person.id };
      if (leaving) await rows().deleteMany({ where: own });
      else {
        const { count } = await rows().updateMany({ where: own, data: { seenAt: at } });
        if (count === 0 && (await rows().count({ where: { subject, personId: person.id } })) < mostPages)
          await rows().create({ data: { ...own, personName: person.name, since: at, seenAt: at } });
      }
      const others = (await rows().findMany({
        where: { subject, tab: { $ne: tab } },
        orderBy: { since: 'asc' },
      })) as PresenceRow[];
      return {
        others: others.map(({ personId, personName, since }) => ({
          name: personName,
          self: personId === person.id,
          since: new Date(since).toISOString(),
        })),
        everySeconds,
      };
    },
  };
}
