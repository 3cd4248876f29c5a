import type { Comparison, RevisedType } from '../../../shared/desk';
import { bringBackHeader } from '../../../shared/refusal-codes';
import { urlOf } from '../../../shared/endpoints';
import { uids } from '../../../shared/uids';
import { deskApi } from '../api/desk-api';
import { choicesOf } from '../model/versions';
import { contentPath } from '../plugin/plugin-id';
import { askingFirst } from './ask-first';
import type { Send } from './sent-query';

interface Version {
  type: RevisedType;
  documentId: string;
  revision: number;
  /** Keys of the differences that are left as they are now. */
  left: readonly string[];
}

const bringBackApi = deskApi.injectEndpoints({
  endpoints: (build) => ({
    /**
     * Saves a version of before, or some fields of it, as the content manager's form would: whoever has saved meanwhile is not overwritten, and where an
     * approval would end the person is asked first.
     */
    bringBack: build.mutation<null, Version>({
      async queryFn({ documentId, type, revision, left }, _api, _options, baseQuery) {
        // Strapi types its client by its own errors, and neither of its two kinds tells what the desk's say.
        const send = baseQuery as unknown as Send;
        const compare = (choices?: ReturnType<typeof choicesOf>) => {
          const body = { type, revision, data: {}, ...(choices && { choices }) };
          const url = urlOf('compareVersions', { documentId });
          return send({ url, method: 'POST', data: body });
        };
        const shown = await compare();
        if (shown.error !== undefined) return { error: shown.error as never };
        const chosen = await compare(choicesOf(shown.data as Comparison, left));
        if (chosen.error !== undefined) return { error: chosen.error as never };
        const saved = await askingFirst(send)({
          url: contentPath(type, documentId),
          method: 'PUT',
          data: (chosen.data as Comparison).data ?? {},
          config: { headers: { [bringBackHeader]: String(revision) } },
        });
        return saved.error === undefined ? { data: null } : { error: saved.error as never };
      },
      // The form, and all that is shown of the issues that contain it.
      invalidatesTags: (_, error, { documentId, type }) =>
        error
          ? []
          : [
              ...(['DeskIssues', 'DeskIssue', 'DeskPreview', 'DeskVersions'] as const),
              // The content manager's own tag, which its published types leave out.
              { type: 'Document' as 'DeskIssue', id: `${uids[type]}_${documentId}` },
            ],
    }),
  }),
});

export const { useBringBackMutation } = bringBackApi;
