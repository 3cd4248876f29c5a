import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endpoints } from '../../../cms/plugin/shared/endpoints';
import { openNewsroom, type Newsroom, type Refused } from './newsroom';

/** Every route of the desk, and who may use it, written out once more: a permission is not changed by accident. */
const routes: readonly [method: 'GET' | 'POST', path: string, action: string][] = [
  ['GET', '/openapi.json', 'desk.read'],
  ['GET', '/issues', 'desk.read'],
  ['GET', '/issues/none', 'desk.read'],
  ['GET', '/issues/none/preview', 'desk.read'],
  ['POST', '/issues/none/submit', 'desk.edit'],
  ['GET', '/issues/none/reviewers', 'desk.edit'],
  ['POST', '/issues/none/send-back', 'desk.edit'],
  ['POST', '/issues/none/all-clear', 'desk.read'],
  ['GET', '/issues/none/earlier', 'desk.read'],
  ['GET', '/invitations', 'admin::users.create'],
  ['POST', '/invitations/1/send', 'admin::users.create'],
  ['GET', '/issues/none/comments', 'desk.read'],
  ['POST', '/issues/none/comments', 'desk.read'],
  ['POST', '/issues/none/comments/1/settle', 'desk.read'],
  ['POST', '/issues/none/findings/set-aside', 'desk.edit'],
  ['POST', '/issues/none/findings/1/take-up', 'desk.edit'],
  ['GET', '/notices', 'desk.read'],
  ['POST', '/notices', 'desk.read'],
  ['POST', '/issues/none/withdraw', 'desk.edit'],
  ['POST', '/issues/none/test', 'desk.edit'],
  ['POST', '/issues/none/approve', 'issue.approve'],
  ['POST', '/issues/none/correct', 'campaign.send'],
  ['POST', '/issues/none/uncorrect', 'campaign.send'],
  ['POST', '/issues/none/audience', 'campaign.send'],
  ['POST', '/issues/none/campaigns', 'campaign.send'],
  ['GET', '/issues/none/composition', 'desk.edit'],
  ['POST', '/issues/none/live', 'desk.edit'],
  ['POST', '/live', ''],
  ['GET', '/articles', 'desk.edit'],
  ['GET', '/dashboards', 'desk.edit'],
  ['GET', '/articles/none/translations', 'desk.read'],
  ['GET', '/articles/none/side-by-side', 'desk.edit'],
  ['POST', '/texts/compare', 'desk.edit'],
  ['POST', '/dashboards/tiles', 'desk.edit'],
  ['GET', '/issues/none/to-translate', 'desk.read'],
  ['POST', '/articles/none/translations', 'desk.edit'],
  ['POST', '/articles/none/original', 'desk.edit'],
  ['POST', '/articles/none/settle', 'desk.edit'],
  ['GET', '/numbers/proposal', 'desk.edit'],
  ['POST', '/numbers', 'desk.edit'],
  ['GET', '/campaigns/none', 'desk.read'],
  ['GET', '/campaigns/none/deliveries', 'campaign.send'],
  ['GET', '/campaigns/none/exclusions', 'campaign.send'],
  ['GET', '/campaigns/none/deliveries.csv', 'campaign.send'],
  ['POST', '/campaigns/none/decide', 'campaign.send'],
  ['POST', '/campaigns/none/pause', 'campaign.send'],
  ['POST', '/campaigns/none/resume', 'campaign.send'],
  ['POST', '/campaigns/none/cancel', 'campaign.send'],
  ['GET', '/holds', 'desk.read'],
  ['POST', '/holds/campaigns/none', 'campaign.send'],
  ['POST', '/holds/issues/none', 'campaign.send'],
  ['POST', '/holds/release', 'campaign.send'],
  // No permission of the desk, but the right to edit the document.
  ['POST', '/documents/none/compare', ''],
  ['POST', '/documents/none/presence', ''],
  ['GET', '/documents/none/endings', ''],
  ['GET', '/documents/none/versions', ''],
  ['POST', '/spelling', ''],
  ['POST', '/spelling/suggestions', ''],
  ['POST', '/spelling/words', ''],
  ['GET', '/lists', 'desk.read'],
  ['GET', '/segments', 'desk.read'],
  ['GET', '/suppressions', 'audience.manage'],
  ['POST', '/suppressions', 'audience.manage'],
  ['POST', '/suppressions/1/lift', 'audience.manage'],
  ['POST', '/erasures', 'audience.manage'],
  ['GET', '/journal', 'journal.read'],
  ['GET', '/journal/people', 'journal.read'],
  ['GET', '/journal.csv', 'journal.read'],
];

const allowed: Record<string, readonly string[]> = {
  'nachra-author': [],
  'nachra-editor': ['desk.read', 'desk.edit'],
  'nachra-publisher': [
    ...['desk.read', 'desk.edit', 'issue.approve', 'campaign.send'],
    ...['audience.manage', 'journal.read'],
  ],
};

describe('who may do what at the desk', () => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await openNewsroom();
  });
  afterAll(() => room.close());

  it.each(routes)('%s %s answers 401 to somebody who is not signed in', async (method, path) => {
    const { status } = await room.cms.call(
      method,
      `/newsletter${path}`,
      method === 'POST' ? { body: {} } : {},
    );
    expect(status).toBe(401);
  });

  it('is written out for each route of the contract', () => {
    const written = routes.map(([method, path, action]) => [method, path, action].join(' '));
    const contract = Object.values(endpoints).map(({ method, path, action }) =>
      [method, path.replace(/:documentId|campaigns\/:id/, (part) => part.replace(/:\w+/, 'none')), action]
        .join(' ')
        .replace(':id', '1'),
    );
    expect(written.sort()).toEqual(contract.sort());
  });

  it.each(Object.keys(allowed))(
    '%s is refused every route of the others, and none of her own',
    async (role) => {
      const token = await room.cms.token(role);
      const refused: string[] = [];
      for (const [method, path] of routes) {
        const body = method === 'POST' ? {} : undefined;
        const { status } = await room.cms.call(method, `/newsletter${path}`, { token, body });
        expect(status, `${method} ${path}`).not.toBe(500);
        if (status === 403) refused.push(`${method} ${path}`);
      }
      const expected = routes.filter(([, , action]) => action !== '' && !allowed[role]?.includes(action));
      expect(refused).toEqual(expected.map(([method, path]) => `${method} ${path}`));
    },
  );

  it('tells the desk what the person may do, so that no button is shown that would be refused', async () => {
    const issue = await room.issue();
    const token = await room.cms.token('nachra-editor');
    const { body } = await room.cms.call('GET', `/newsletter/issues/${issue}`, { token });
    expect(body).toMatchObject({ may: { edit: true, approve: false, send: false, manageAudience: false } });
  });

  it('shows what documents are related to by the same rights, within components too', async () => {
    const { cms } = room;
    const issue = await room.issue();
    const section = 'newsletter-section.articles';
    const list = await room.list('Tous', ['someone@example.test']);
    const { sections } = (await cms.strapi.documents('plugin::newsletter.issue').findOne({
      documentId: issue,
      populate: ['sections'],
    })) as unknown as { sections: { id: number }[] };
    await cms.strapi.db.query('admin::role').create({ data: { name: 'None', code: 'none' } });
    const asked = {
      'a component': `${section}/articles`,
      'a component of an issue': `${section}/${sections[0]?.id}/articles`,
      'a component that nothing holds': `${section}/999999/articles`,
      'no number': `${section}/x99999999999999/articles`,
      'a list': `plugin::newsletter.list/subscribers`,
      'a list’s readers': `plugin::newsletter.list/${list}/subscribers`,
      'who made an article': 'plugin::newsletter.article/createdBy',
      'people of a role': 'admin::role/users',
      nothing: 'plugin::newsletter.nothing/field',
    };
    const answers = async (role: string) => {
      const token = await cms.token(role);
      return Promise.all(
        Object.entries(asked).map(async ([what, route]) => {
          const { status } = await cms.call('GET', `/content-manager/relations/${route}`, { token });
          return `${what}: ${status}`;
        }),
      );
    };
    const but = (...open: (keyof typeof asked)[]) =>
      Object.keys(asked).map((what) => `${what}: ${open.some((each) => each === what) ? 200 : 403}`);
    expect(await answers('none')).toEqual(but());
    expect(await answers('nachra-author')).toEqual(but());
    expect(await answers('nachra-editor')).toEqual(but('a component', 'a component of an issue'));
    const both = but('a component', 'a component of an issue', 'a list', 'a list’s readers');
    expect(await answers('nachra-publisher')).toEqual(both);
    // Who may see the accounts may see whom a role has.
    expect(await answers('strapi-super-admin')).toEqual(
      both.map((each) => each.replace('people of a role: 403', 'people of a role: 200')),
    );
  });

  it('names the field of an input that is not valid, in the language of the profile, else of the browser', async () => {
    const issue = await room.issue();
    const token = await room.cms.token();
    const test = async (acceptLanguage: string) => {
      const { status, body } = await room.cms.call<Refused>('POST', `/newsletter/issues/${issue}/test`, {
        token,
        body: { addresses: ['nobody'] },
        headers: { 'accept-language': acceptLanguage },
      });
      return `${status} ${body.error.message}`;
    };
    const prefer = (preferedLanguage: string | null) =>
      room.cms.strapi.db.query('admin::user').updateMany({ where: {}, data: { preferedLanguage } });

    await prefer(null);
    expect(await test('fr-MA,fr;q=0.9')).toMatch(
      /^400 Le champ « addresses.0 » n’est pas valable : .*adresse électronique/,
    );
    expect(await test('en-GB')).toMatch(/^400 The field “addresses.0” is not valid: /);
    await prefer('fr');
    expect(await test('en-GB')).toMatch(/^400 Le champ /);
  });

  it('answers 404 in words for an issue and a campaign that do not exist', async () => {
    const issue = await room.desk<{ error: { message: string } }>('GET', '/issues/none');
    expect([issue.status, issue.body.error.message]).toEqual([
      404,
      'Ce numéro n’existe pas, ou a été supprimé.',
    ]);
    expect((await room.desk('GET', '/campaigns/none')).status).toBe(404);
  });
});
