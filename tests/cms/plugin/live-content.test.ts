import { expect, it } from 'vitest';
import type { LiveMail } from '../../../cms/plugin/shared/desk';
import { uids } from '../../../cms/plugin/shared/uids';
import { onEachDatabase } from './on-each-database';

onEachDatabase('the live mail, of whose content most is remembered from one key to the next', {}, (open) => {
  const live = async (issue: string): Promise<LiveMail> => {
    const body = { page: 'test', issue: {}, articles: {}, dashboards: {} };
    const answer = await open().desk<{ mail: LiveMail | null }>('POST', `/issues/${issue}/live`, body);
    if (answer.body.mail === null) throw new Error('There is no mail.');
    return answer.body.mail;
  };

  it('shows what was saved since the last one, also by another process', async () => {
    const room = open();
    const article = await room.article({ title: 'Titre un' });
    const issue = await room.issue({ articles: [article] });
    const brand = (await room.cms.strapi.documents(uids.brand).findFirst({})) as {
      documentId: string;
    } | null;
    expect((await live(issue)).html).toContain('Titre un');
    await room.update(uids.article, article, { title: 'Titre deux' });
    expect((await live(issue)).html).toContain('Titre deux');
    // Past this process's own door, as another one writes.
    await room.cms.strapi.db
      .query(uids.article)
      .updateMany({ where: { documentId: article }, data: { title: 'Titre trois', revision: 3 } });
    expect((await live(issue)).html).toContain('Titre trois');
    await room.update(uids.issue, issue, { subject: 'Un autre objet' });
    expect((await live(issue)).subject).toBe('Un autre objet');
    await room.update(uids.brand, brand?.documentId ?? '', { name: 'Une autre maison' });
    expect((await live(issue)).html).toContain('Une autre maison');
  });
});
