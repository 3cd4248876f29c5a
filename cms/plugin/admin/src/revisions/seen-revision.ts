/** Entries of the admin's request cache, as far as documents are read from it. */
export interface QueryCache {
  adminApi?: { queries?: Record<string, CachedQuery | undefined> };
}

interface CachedQuery {
  endpointName?: string;
  originalArgs?: { model?: string; documentId?: string; params?: { status?: string } };
  data?: unknown;
}

interface Named {
  documentId?: string;
  revision?: number;
}

/**
 * The revision of a document as this person has it on the screen: of the form where one is open, else of the list. Undefined
 * where she sees only the published version, which has the revision of its day.
 *
 * @param path of the page
 */
export function seenRevision(
  cache: QueryCache,
  path: string,
  { model, documentId }: { model: string; documentId: string | undefined },
): number | undefined {
  const queries = Object.values(cache.adminApi?.queries ?? {}).flatMap((query) => query ?? []);
  const ofModel = queries.filter(({ originalArgs }) => originalArgs?.model === model);
  const inForms = ofModel
    .filter(
      ({ endpointName, originalArgs }) =>
        endpointName === 'getDocument' && originalArgs?.params?.status !== 'published',
    )
    .map(({ data }) => (data as { data?: Named } | undefined)?.data);
  const inLists = ofModel
    .filter(({ endpointName }) => endpointName === 'getAllDocuments')
    .flatMap(({ data }) => (data as { results?: Named[] } | undefined)?.results ?? []);
  const isForm = documentId === undefined || path.includes(documentId);
  const seen = isForm ? [...inForms, ...inLists] : [...inLists, ...inForms];
  return seen.find((one) => one !== undefined && (documentId === undefined || one.documentId === documentId))
    ?.revision;
}

/** The id of a document that has none in the address: of a single type. */
export function seenDocumentId(cache: QueryCache, model: string): string | undefined {
  const queries = Object.values(cache.adminApi?.queries ?? {}).flatMap((query) => query ?? []);
  const form = queries.find(
    ({ endpointName, originalArgs }) => endpointName === 'getDocument' && originalArgs?.model === model,
  );
  return (form?.data as { data?: Named } | undefined)?.data?.documentId;
}
