import { useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useMemo, useState } from 'react';

import type { AnswerOf, Language, Tile, TilesRequest } from '../../../shared/desk';
import { urlOf } from '../../../shared/endpoints';
import type { IndicatorRow, Sheet } from '../model/sheet';
import { writeSheet } from '../model/stored-sheet';

/** After so long without a change the tiles are asked for, in milliseconds. */
const QUIET = 250;

/** The tiles of each group by its key, and the rows that they stand for. */
type TilesOf = (key: string) => { tiles: readonly Tile[]; rows: readonly IndicatorRow[] };

/**
 * The tiles that the marked rows of a sheet become in a mail, in a language: the server says them, by the very rules of the mail, some moments
 * after the last change. Until it answers, and while the figures are none, the last ones stay.
 */
export function useTiles(sheet: Sheet, language: Language): TilesOf {
  const { post } = useFetchClient();
  const groups = useMemo(
    () =>
      sheet.groups.flatMap((group) => {
        const rows = group.rows.filter(({ highlight, chart }) => highlight || chart !== null);
        return rows.length === 0 ? [] : [{ ...group, title: group.title || '…', rows }];
      }),
    [sheet.groups],
  );
  // A text: it says whether anything of it has changed.
  const asked = JSON.stringify({
    keys: groups.map(({ key }) => key),
    request: requestOf({ ...sheet, groups }, language),
  } satisfies Asked);
  const [told, setTold] = useState<ReadonlyMap<string, Tile[]>>(new Map());
  useEffect(() => {
    const { keys, request } = JSON.parse(asked) as Asked;
    if (keys.length === 0) return undefined;
    let isCurrent = true;
    const timer = setTimeout(() => {
      post<AnswerOf<'showTiles'>>(urlOf('showTiles', {}), request).then(
        ({ data: { tiles } }) => {
          if (isCurrent && tiles !== null) setTold(new Map(keys.map((key, at) => [key, tiles[at] ?? []])));
        },
        // Nobody waits for it: the mail itself shows them.
        () => undefined,
      );
    }, QUIET);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [asked, post]);
  return useMemo(() => {
    const marked = new Map(groups.map(({ key, rows }) => [key, rows]));
    return (key) => {
      const rows = marked.get(key) ?? [];
      return { rows, tiles: (told.get(key) ?? []).slice(0, rows.length) };
    };
  }, [groups, told]);
}

interface Asked {
  /** Of the groups, in their order. */
  keys: string[];
  request: TilesRequest;
}

/** What is not written yet is shown as such, and a figure that is none as missing. */
function requestOf(sheet: Sheet, language: Language): TilesRequest {
  const figures = writeSheet({
    ...sheet,
    periods: sheet.periods.map((period) => ({ ...period, label: period.label || '…' })),
    groups: sheet.groups.map((group) => ({
      ...group,
      rows: group.rows.map((row) => ({
        ...row,
        ...{ label: row.label || '…', sumOf: null, sure: [] },
        decimals: typeof row.decimals === 'number' ? row.decimals : null,
        values: sheet.periods.map((_, at) => {
          const value = row.values[at] ?? null;
          return typeof value === 'number' ? value : null;
        }),
      })),
    })),
  });
  // Neither the title nor the day stands in a tile.
  return { language, dashboard: { title: '…', asOf: '2000-01-01', figures } };
}
