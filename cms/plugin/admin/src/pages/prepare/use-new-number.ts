import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';

import type { Language, Proposal, ProposalQuery } from '../../../../shared/desk';
import { useProposeNumberQuery } from '../../api/numbers';

/** The fields of a number that a person may change from what is proposed. */
export const dayFields = ['periodFrom', 'periodTo', 'publicationDate'] as const;
type DayField = (typeof dayFields)[number];
/** What she has typed; a field she has not touched is not there. */
type Typed = Partial<Record<DayField | 'number', string>>;

const aDay = /^\d{4}-\d{2}-\d{2}$/;

/** What is asked: all that she has typed and that can be read. */
function queryOf(from: string | null, typed: Typed): ProposalQuery {
  const days = dayFields.flatMap((field) => {
    const day = typed[field];
    return day !== undefined && aDay.test(day) ? [[field, day] as const] : [];
  });
  const number = Number(typed.number);
  return {
    ...(from !== null && { from: from === 'blank' ? from : Number(from) }),
    ...(number >= 1 && { number }),
    ...Object.fromEntries(days),
  };
}

/** A number as it would be made, which is asked for again with each change; nothing is written by it. */
export function useNewNumber() {
  const [search, setSearch] = useSearchParams();
  const [typed, setTyped] = useState<Typed>({});
  const [without, setWithout] = useState<readonly Language[]>([]);
  const asked = search.get('from');
  const from = asked === 'blank' || Number(asked) >= 1 ? asked : null;
  const {
    data: proposal,
    error,
    isFetching,
    refetch,
  } = useProposeNumberQuery(queryOf(from, typed), {
    refetchOnMountOrArgChange: true,
  });
  const chosen = (proposal?.issues ?? []).flatMap(({ language, existing }) =>
    existing === null && !without.includes(language) ? [language] : [],
  );
  return {
    ...{ proposal, error, isFetching, refetch, chosen },
    /** What stands in a field: what she has typed, or what is proposed. */
    valueOf: (field: DayField | 'number') => typed[field] ?? String(proposal?.[field] ?? ''),
    isPeriodTurned: proposal !== undefined && proposal.periodTo < proposal.periodFrom,
    change: (field: DayField | 'number', value: string) => setTyped((now) => ({ ...now, [field]: value })),
    choose: (language: Language, isChosen: boolean) =>
      setWithout((now) => (isChosen ? now.filter((one) => one !== language) : [...now, language])),
    /** Another number to start from has days of its own. */
    startFrom(value: string) {
      setTyped({});
      setSearch({ from: value }, { replace: true });
    },
    requestOf: ({ from: source, number, periodFrom, periodTo, publicationDate }: Proposal) => ({
      ...{ from: source, number, periodFrom, periodTo, publicationDate },
      languages: chosen,
    }),
  };
}

export type NewNumber = ReturnType<typeof useNewNumber>;
