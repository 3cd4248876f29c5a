import { useCallback, useMemo, useState } from 'react';

import type { MissingEdition } from '@nachra/delivery';

import type { AudiencePreview, Language } from '../../../shared/desk';
import { usePreviewAudienceQuery } from '../api/audience';

type Missing = Partial<Record<Language, MissingEdition>>;

export interface AudienceChoice {
  listIds: string[];
  segmentIds: string[];
  toggleList: (id: string) => void;
  toggleSegment: (id: string) => void;
  /** Chooses exactly these: those by which waiting readers were chosen before. */
  choose: (ids: { listIds: string[]; segmentIds: string[] }) => void;
  /** What was decided for languages without an edition. */
  missing: Missing;
  setMissing: (language: Language, decision: MissingEdition) => void;
  /** The people of the choice, counted; null while nothing is chosen. */
  audience: AudiencePreview | null;
  /** True while `audience` still answers an earlier choice. */
  isCounting: boolean;
  error: unknown;
}

/** Lists and segments chosen for a campaign, and whom that reaches, asked for at every change. */
export function useAudienceChoice(documentId: string): AudienceChoice {
  const [listIds, setListIds] = useState<string[]>([]);
  const [segmentIds, setSegmentIds] = useState<string[]>([]);
  const [missing, setMissing] = useState<Missing>({});
  const none = listIds.length + segmentIds.length === 0;
  const request = useMemo(
    () => ({ documentId, listIds, segmentIds, missing }),
    [documentId, listIds, segmentIds, missing],
  );
  const { data, isFetching, error } = usePreviewAudienceQuery(request, {
    skip: none,
    refetchOnMountOrArgChange: true,
  });
  return {
    listIds,
    segmentIds,
    toggleList: useCallback((id: string) => setListIds((chosen) => toggled(chosen, id)), []),
    toggleSegment: useCallback((id: string) => setSegmentIds((chosen) => toggled(chosen, id)), []),
    choose: useCallback((ids: { listIds: string[]; segmentIds: string[] }) => {
      setListIds([...ids.listIds].sort());
      setSegmentIds([...ids.segmentIds].sort());
    }, []),
    missing,
    setMissing: useCallback(
      (language: Language, decision: MissingEdition) =>
        setMissing((decided) => ({ ...decided, [language]: decision })),
      [],
    ),
    audience: none || error !== undefined ? null : (data ?? null),
    isCounting: !none && isFetching,
    error: none || isFetching ? undefined : error,
  };
}

/** Sorted, so that the same choice made in another order is the same question to the server. */
function toggled(chosen: string[], id: string): string[] {
  return chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id].sort();
}
