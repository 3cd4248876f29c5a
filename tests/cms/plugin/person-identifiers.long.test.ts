import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { uids } from '../../../cms/plugin/shared/uids';
import { openNewsroom, type Newsroom } from './newsroom';

const composed = 'É-17';
const decomposed = 'E\u0301-17';

describe('an identifier of a person', () => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await openNewsroom({ SMTP_URL: 'smtp://127.0.0.1:1' });
  });
  afterAll(() => room.close());

  const subscriber = (address: string) =>
    room.cms.strapi.documents(uids.subscriber).findFirst({ filters: { address } });
  const counted = async (readers: readonly (string | object)[]) => {
    const list = await room.list('Lecteurs', readers);
    const issue = await room.issue();
    await room.approve(issue);
    const { body } = await room.send(issue, [list], '2999-01-01T08:00:00+01:00');
    return [body.recipients, body.exclusions];
  };

  it('is stored composed and without space around it, with the capitals it was typed with', async () => {
    await room.list('Saisie', [{ address: 'typed@person.test', person: `  ${decomposed} ` }]);
    expect((await subscriber('typed@person.test'))?.['person']).toBe(composed);
  });

  it('is one person however its letters were written, also where it was stored before that held', async () => {
    const readers = [
      { address: 'one@person.test', person: composed },
      { address: 'two@person.test', person: decomposed },
      { address: 'three@person.test', person: decomposed.toLowerCase() },
    ];
    expect(await counted(readers)).toEqual([1, 2]);
    const [w, h] = ['work@person.test', 'home@person.test'];
    const list = await room.list('Avant', [w, h]);
    const rows = room.cms.strapi.db.query(uids.subscriber);
    await rows.updateMany({ where: { address: w }, data: { person: 'Ñ-5' } });
    await rows.updateMany({ where: { address: h }, data: { person: ' n\u0303-5' } });
    const issue = await room.issue();
    await room.approve(issue);
    const { body } = await room.send(issue, [list], '2999-01-01T08:00:00+01:00');
    expect([body.recipients, body.exclusions]).toEqual([1, 1]);
    // An erasure names the other address of the person, too.
    const erased = await room.desk<{ others: string[] }>('POST', '/erasures', {
      address: w,
      reason: 'Demande',
    });
    expect(erased.body.others).toEqual([h]);
  });

  it('that is nothing but space is none', async () => {
    const list = await room.list('Espaces', ['a@space.test', 'b@space.test']);
    await room.cms.strapi.db
      .query(uids.subscriber)
      .updateMany({ where: { address: { $in: ['a@space.test', 'b@space.test'] } }, data: { person: '  ' } });
    const issue = await room.issue();
    await room.approve(issue);
    const { body } = await room.send(issue, [list], '2999-01-01T08:00:00+01:00');
    expect([body.recipients, body.exclusions]).toEqual([2, 0]);
  });
});
