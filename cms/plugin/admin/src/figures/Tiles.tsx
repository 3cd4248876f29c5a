import { styled } from 'styled-components';

import { useText } from '../hooks/use-text';
import { showFigure, type Figure, type NumberStyle } from '../model/figure-text';
import type { IndicatorRow, PeriodRow } from '../model/sheet';
import { tileOf, type Tile, type TileChange } from '../model/tile';

interface TilesProps {
  rows: readonly IndicatorRow[];
  periods: readonly PeriodRow[];
  numbers: NumberStyle;
}

/** The tiles that a group’s ticked rows become above the tables of a mail, beside the sheet where they are ticked. */
export function Tiles({ rows, periods, numbers }: TilesProps) {
  const text = useText();
  const tiles = rows.flatMap((row) => tileOf(row, periods) ?? []);
  if (tiles.length === 0) return null;
  return (
    <Row aria-label={text('figures.tiles')}>
      {tiles.map((tile, at) => (
        <li key={at}>
          <OneTile tile={tile} numbers={numbers} />
        </li>
      ))}
    </Row>
  );
}

const arrows = { up: '▲', down: '▼', flat: '=' } as const;

function OneTile({ tile, numbers }: { tile: Tile; numbers: NumberStyle }) {
  const text = useText();
  const { label, value, unit, change, points, chart } = tile;
  const shown = value === null ? text('figures.missing') : showFigure(value, numbers);
  return (
    <>
      <p>{label}</p>
      <p className="value">
        {shown}{' '}
        {unit !== 'count' && value !== null && (
          <small>{text(unit === 'KDH' ? 'figures.unit.KDH' : 'figures.unit.percent')}</small>
        )}
      </p>
      {change && (
        <p>
          <span aria-hidden="true">{arrows[change.direction]}</span> {changeText(change, numbers)}{' '}
          <span className="against">
            {text('figures.tile.against', { period: change.against.label ?? '' })}
          </span>
        </p>
      )}
      {points.length > 1 && <Chart points={points} isLine={chart === 'line'} />}
    </>
  );
}

function changeText({ percent, difference }: TileChange, numbers: NumberStyle): string {
  const size = percent === null ? difference : Number(percent.toFixed(1));
  return `${size > 0 ? '+' : ''}${showFigure(size, numbers)}${percent === null ? '' : '\u00a0%'}`;
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
