import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { chosenNotices, type ChosenNotice } from '../../../shared/review-lists';
import { uids } from '../../../shared/uids';
import { isDuplicate } from '../common/errors';

/** Which mails about issues people do not want; whoever never chose gets all of them. */
export interface NoticeChoices {
  mutedBy(userId: number): Promise<ChosenNotice[]>;
  /** Idempotent by the person: the last choice stands. */
  choose(userId: number, muted: readonly ChosenNotice[]): Promise<void>;
}

const rowSchema = z
  .object({ muted: z.array(z.enum(chosenNotices)).catch([]) })
  .nullable()
  .transform((row) => row?.muted ?? []);

export function openNoticeChoices({ db }: Pick<Core.Strapi, 'db'>): NoticeChoices {
  const rows = () => db.query(uids.noticePreference);
  return {
    mutedBy: async (userId) => rowSchema.parse(await rows().findOne({ where: { userId } })),
    async choose(userId, chosen) {
      const muted = [...new Set(chosen)];
      const replace = () => rows().updateMany({ where: { userId }, data: { muted } });
      if ((await replace()).count > 0) return;
      try {
        await rows().create({ data: { userId, muted } });
      } catch (error) {
        // Chosen in another window at the same moment.
        if (!isDuplicate(error)) throw error;
        await replace();
      }
    },
  };
}
