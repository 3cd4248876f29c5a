import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kinds } from './bound-issue';
import { attributesOf } from './changes';
import { openProof, type Outcome, type Proof } from './proof';
import { uploadPicture, type UploadedFile } from './uploads';

describe('no door of the media library leads past an approval', () => {
  let proof: Proof;
  let superAdmin: string;
  beforeAll(async () => {
    proof = await openProof();
    superAdmin = await proof.room.cms.token();
  });
  afterAll(() => proof?.close());

  const call = (method: string, path: string, body?: unknown, token = superAdmin) =>
    proof.room.cms.call(method, path, { token, ...(body === undefined ? {} : { body }) });

  /** The admin's routes as somebody who may take an approval back, and the content API with a token, which may not. */
  async function open(door: 'admin' | 'api'): Promise<{ route: string; bearer: string }> {
    if (door === 'admin') return { route: '/upload', bearer: superAdmin };
    const tokens = proof.room.cms.strapi.service('admin::api-token') as unknown as {
      create(token: object): Promise<{ accessKey: string }>;
    };
    const { accessKey } = await tokens.create({
      name: `proof ${Math.random()}`,
      type: 'full-access',
      lifespan: null,
      description: '',
    });
    return { route: '/api/upload', bearer: accessKey };
  }
  const form = (entries: Record<string, string | Blob>, name?: string) => {
    const filled = new FormData();
    for (const [key, value] of Object.entries(entries))
      if (typeof value === 'string') filled.append(key, value);
      else filled.append(key, value, name);
    return filled;
  };
  const post = (path: string, bearer: string, body: FormData) =>
    fetch(`${proof.room.cms.url}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${bearer}` },
      body,
    });
  const other = ({ mime }: UploadedFile, seed: string) => {
    const kind = kinds[mime];
    if (!kind) throw new Error(`No other ${mime} can be made: teach the test to.`);
    return { name: kind.name, bytes: kind.make(seed) };
  };
  const asBlob = (file: UploadedFile, seed: string) =>
    new Blob([new Uint8Array(other(file, seed).bytes)], { type: file.mime });

  it('takes every kind of picture that a mail may show, and the issue of the proof has one of each', () => {
    expect(new Set(proof.pictures.map(({ mime }) => mime))).toEqual(new Set(Object.keys(kinds)));
    const { allowedTypes } = proof.room.cms.strapi.config.get<{ allowedTypes: string[] }>(
      'plugin::upload.security',
    );
    expect(Object.keys(kinds).sort()).toEqual([...allowedTypes].sort());
  });

  it.each(['admin', 'api'] as const)('each attribute of a file, by the %s', async (door) => {
    const { route, bearer } = await open(door);
    const [file] = proof.pictures;
    for (const [name, { type }] of attributesOf(proof.room.cms.strapi, 'plugin::upload.file')) {
      const values: Record<string, unknown> = {
        json: { x: 10, y: 10 },
        integer: 7,
        decimal: 7.5,
        biginteger: 7,
      };
      const fileInfo = JSON.stringify({ [name]: values[type] ?? 'Un autre texte' });
      await post(`${route}?id=${file?.id}`, bearer, form({ fileInfo }));
      const outcome: Outcome = await proof.outcome(`${name} of the file`);
      if (door === 'api') expect(outcome, name).toBe('same');
      await proof.restore();
    }
  });

  const ways: [
    what: string,
    door: 'admin' | 'api',
    act: (file: UploadedFile, route: string, bearer: string) => Promise<unknown>,
  ][] = [
    [
      'replaced',
      'admin',
      (file, route, token) =>
        uploadPicture(proof.room.cms, token, other(file, 'a').bytes, {
          id: file.id,
          route,
          name: other(file, 'a').name,
          type: file.mime,
        }),
    ],
    [
      'replaced by its own route',
      'admin',
      (file, _route, token) =>
        post(
          `/upload/files/${file.id}/replace`,
          token,
          form({ files: asBlob(file, 'b') }, other(file, 'b').name),
        ),
    ],
    [
      'deleted',
      'admin',
      (file, _route, token) => call('DELETE', `/upload/files/${file.id}`, undefined, token),
    ],
    [
      'deleted with others',
      'admin',
      (file, _route, token) =>
        call('POST', '/upload/actions/bulk-delete', { fileIds: [file.id], folderIds: [] }, token),
    ],
    [
      'described anew',
      'admin',
      (file, _route, token) =>
        call('PUT', `/upload/files/${file.id}`, { fileInfo: { alternativeText: 'Autre' } }, token),
    ],
    [
      'described anew with others',
      'admin',
      (file, _route, token) =>
        call(
          'POST',
          '/upload/actions/bulk-update',
          { updates: [{ id: file.id, fileInfo: { alternativeText: 'Autre' } }] },
          token,
        ),
    ],
    [
      'moved to a folder',
      'admin',
      async (file, _route, token) =>
        call(
          'POST',
          '/upload/actions/bulk-move',
          { fileIds: [file.id], folderIds: [], destinationFolderId: null },
          token,
        ),
    ],
    [
      'replaced',
      'api',
      (file, route, token) =>
        uploadPicture(proof.room.cms, token, other(file, 'c').bytes, {
          id: file.id,
          route,
          name: other(file, 'c').name,
          type: file.mime,
        }),
    ],
    ['deleted', 'api', (file, route, token) => call('DELETE', `${route}/files/${file.id}`, undefined, token)],
  ];
  it.each(ways)('each picture of the issue, %s by the %s', async (what, door, act) => {
    const { route, bearer } = await open(door);
    for (const file of proof.pictures) {
      await act(file, route, bearer);
      const outcome = await proof.outcome(`${file.url} ${what}`);
      if (door === 'api') expect(outcome, file.url).toBe('same');
      await proof.restore();
    }
  });

  it('each picture by a script: at the service, in the database and on the disk', async () => {
    const { strapi } = proof.room.cms;
    const service = strapi.plugin('upload').service('upload') as unknown as {
      remove(file: object): Promise<unknown>;
      updateFileInfo(id: number, info: object): Promise<unknown>;
    };
    for (const file of proof.pictures) {
      const acts: [string, () => Promise<unknown>][] = [
        ['removed', () => service.remove(file)],
        ['described', () => service.updateFileInfo(file.id, { alternativeText: 'Autre' })],
        [
          'its address',
          () =>
            strapi.db
              .query('plugin::upload.file')
              .update({ where: { id: file.id }, data: { url: '/uploads/none.png' } }),
        ],
        ['its row', () => strapi.db.query('plugin::upload.file').delete({ where: { id: file.id } })],
      ];
      for (const [what, act] of acts) {
        await act();
        await proof.outcome(`${file.url}: ${what}`);
        await proof.restore();
      }
    }
  });
});
