import { styled } from 'styled-components';

import type { Language, Tile } from '../../../shared/desk';
import { directions } from '../../../shared/lists';
import { useText } from '../hooks/use-text';
import type { Figure } from '../model/figure-text';
import type { IndicatorRow } from '../model/sheet';

interface TilesProps {
  /** As the mail has them, and the rows that they stand for. */
  tiles: readonly Tile[];
  rows: readonly IndicatorRow[];
  /** What they are in. */
  language: Language;
}

/** The tiles that a group’s ticked rows become above the tables of a mail, beside the sheet where they are ticked. */
export function Tiles({ tiles, rows, language }: TilesProps) {
  const text = useText();
  if (tiles.length === 0) return null;
  return (
    <Row aria-label={text('figures.tiles')} lang={language} dir={directions[language]}>
      {tiles.map((tile, at) => (
        <li key={at}>
          <OneTile tile={tile} row={rows[at]} />
        </li>
      ))}
    </Row>
  );
}

function OneTile({ tile, row }: { tile: Tile; row: IndicatorRow | undefined }) {
  const { label, value, unit, change, note } = tile;
  return (
    <>
      <p>{label}</p>
      <p className="value">
        {value ?? '–'} {unit !== null && <small>{unit}</small>}
      </p>
      {change && (
        <p>
          <span aria-hidden="true">{change.arrow}</span>{' '}
          {change.figure !== null && <bdi>{change.figure}</bdi>}{' '}
          <span className="against">{change.words}</span>
        </p>
      )}
      {note !== null && <p className="against">{note}</p>}
      {row?.chart && row.values.length > 1 && <Chart points={row.values} isLine={row.chart === 'line'} />}
    </>
  );
}

const [chartWidth, chartHeight] = [200, 48];

/** The run of the figures; what it says stands in the sheet. */
function Chart({ points, isLine }: { points: readonly Figure[]; isLine: boolean }) {
  const known = points.map((point) => (typeof point === 'number' ? point : null));
  const sizes = known.filter((point) => point !== null);
  const [least, greatest] = [Math.min(0, ...sizes), Math.max(0, ...sizes)];
  const span = greatest - least || 1;
  const step = chartWidth / points.length;
  const y = (point: number) => chartHeight - ((point - least) / span) * chartHeight;
  const middle = (at: number) => (at + 0.5) * step;
  const line = known.flatMap((point, at) => (point === null ? [] : [`${middle(at)},${y(point)}`]));
  return (
    <svg viewBox={`0 -2 ${chartWidth} ${chartHeight + 4}`} aria-hidden="true">
      {isLine ? (
        <polyline points={line.join(' ')} fill="none" stroke="currentColor" strokeWidth="3" />
      ) : (
        known.map((point, at) =>
          point === null ? null : (
            <rect
              key={at}
              x={at * step + step * 0.15}
              y={Math.min(y(point), y(0))}
              width={step * 0.7}
              height={Math.abs(y(point) - y(0))}
              fill="currentColor"
            />
          ),
        )
      )}
    </svg>
  );
}

const Row = styled.ul`
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(20rem, 1fr));
  gap: 0.8rem;
  padding-block-end: 0.8rem;
  ${({ theme: { colors, borderRadius } }) => `
    li {
      padding: 1.2rem;
      color: ${colors.neutral800};
      background: ${colors.neutral0};
      border: 1px solid ${colors.neutral200};
      border-block-start: 3px solid ${colors.primary600};
      border-radius: ${borderRadius};
      font-size: 1.3rem;
      line-height: 1.9rem;
    }
    .value {
      padding-block: 0.4rem;
      font-size: 2.4rem;
      line-height: 3rem;
      font-variant-numeric: tabular-nums;
    }
    small {
      font-size: 1.3rem;
    }
    .against {
      color: ${colors.neutral600};
    }
    svg {
      display: block;
      width: 100%;
      height: 5rem;
      margin-block-start: 0.8rem;
      color: ${colors.primary600};
    }
  `}
`;
