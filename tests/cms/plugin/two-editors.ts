import { beforeAll } from 'vitest';
import { uids } from '../../../cms/plugin/shared/uids';
import { type Answer, type CallOptions } from '../../support/cms';
import type { Newsroom } from './newsroom';
import { onEachDatabase } from './on-each-database';

/** The content manager's route of articles. */
export const articles = `/content-manager/collection-types/${uids.article}`;

/** A document as Strapi hands it out. */
export interface Document extends Record<string, unknown> {
  documentId: string;
  revision: number;
}

/** What the content manager answers. */
export interface Told {
  data: Document;
  error?: {
    message: string;
    details: {
      code: string;
      data: { by: string | null; at: string; fields: string[]; revision: number; title: string };
    };
  };
}

/** The code of a refusal, undefined where there is none. */
export const codeOf = ({ body }: { body: Told }) => body.error?.details.code;

const documentsOf = (room: Newsroom, type: string) => room.cms.strapi.documents(type as typeof uids.article);

/** An author and an editor in one newsroom, and short ways to save over each other. */
export interface TwoEditors {
  room: () => Newsroom;
  author: () => string;
  editor: () => string;
  /** As the editor, unless a token says otherwise. */
  call: (method: string, route: string, options?: CallOptions) => Promise<Answer<Told>>;
  /** Saves an article in the content manager, as the author unless a token says otherwise. */
  put: (documentId: string, body: object, token?: string) => Promise<Answer<Told>>;
  documents: (type: string) => ReturnType<typeof documentsOf>;
  stored: (type: string, documentId: string, status?: 'draft' | 'published') => Promise<Document | null>;
  /** A new article that is not published, at revision 1. */
  draft: () => Promise<string>;
  /** The editor saves an article that is at revision 1. */
  meanwhile: (documentId: string, data?: object) => Promise<Answer<Told>>;
}

/** Runs a suite on a newsroom of its own, on SQLite, and on PostgreSQL where there is one. */
export function onBothDatabases(title: string, suite: (two: TwoEditors) => void): void {
  onEachDatabase(title, {}, (room) => {
    let author: string;
    let editor: string;
    beforeAll(async () => {
      author = await room().cms.token('nachra-author');
      editor = await room().cms.token('nachra-editor');
    });
    const documents = (type: string) => documentsOf(room(), type);
    const two: TwoEditors = {
      room,
      author: () => author,
      editor: () => editor,
      documents,
      call: (method, route, options = {}) =>
        room().cms.call<Told>(method, route, { token: editor, ...options }),
      put: (documentId, body, token = author) =>
        two.call('PUT', `${articles}/${documentId}`, { token, body }),
      stored: async (type, documentId, status = 'draft') =>
        (await documents(type).findOne({ documentId, status } as never)) as Document | null,
      draft: () => room().article({}, { published: false }),
      meanwhile: (documentId, data = { title: 'Entre-temps' }) =>
        two.put(documentId, { ...data, revision: 1 }, editor),
    };
    suite(two);
  });
}
