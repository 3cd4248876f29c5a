import { Typography } from '@strapi/design-system';
import { Fragment } from 'react';

import type { Shown } from '../../../shared/desk';
import { InLanguage } from '../components/InLanguage';
import { useDeskIntl } from '../hooks/use-desk-intl';
import { useText } from '../hooks/use-text';
import { traitsOf, type FiguresRow } from '../model/row-traits';
import type { TextKey } from '../model/text';
import { markStyle } from './MarkedText';

const cell = { padding: '0.2rem 0.8rem', textAlign: 'end', whiteSpace: 'nowrap' } as const;
const label = { ...cell, textAlign: 'start', whiteSpace: 'normal' } as const;

type Figures = Extract<Shown, { is: 'figures' }>;

/** Figures as they are printed: a table for each group, with a column for each period. What the other side has otherwise stands out. */
export function FiguresTable({ figures, other }: { figures: Figures; other: Shown | undefined }) {
  const text = useText();
  const { formatNumber } = useDeskIntl();
  const figure = (value: number | null) => (value === null ? '—' : formatNumber(value));
  const others = other?.is === 'figures' ? rowsByName(other) : undefined;
  return (
    <div style={{ overflowX: 'auto' }}>
      {figures.groups.map((group, index) => (
        <table key={`${index} ${group.title}`} style={{ borderCollapse: 'collapse', marginBottom: '0.8rem' }}>
          <thead>
            <tr>
              <th style={label} scope="col">
                <Typography fontWeight="bold">{group.title}</Typography>
              </th>
              {figures.periods.map((period, place) => (
                <th key={`${place} ${period}`} style={cell} scope="col">
                  <Typography variant="pi">{period || `${text('conflict.period')} ${place + 1}`}</Typography>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {group.rows.map((row, place) => (
              <tr key={`${place} ${row.label}`}>
                <th style={label} scope="row">
                  <Typography>{row.label}</Typography>
                  <Traits row={row} other={others?.get(keyOf(group, row))} />
                </th>
                {row.values.map((value, column) => (
                  <td key={column} style={cell}>
                    <Typography>
                      {others && others.get(keyOf(group, row))?.values[column] !== value ? (
                        <mark style={markStyle}>{figure(value)}</mark>
                      ) : (
                        figure(value)
                      )}
                    </Typography>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
      <Translations figures={figures} other={other} />
    </div>
  );
}

/** How a row is read and shown: its unit, what it measures, its tile and chart. What the other side has otherwise stands out. */
function Traits({ row, other }: { row: FiguresRow; other: FiguresRow | undefined }) {
  const text = useText();
  const told = traitsOf(row, other);
  if (told.length === 0) return null;
  return (
    <Typography variant="pi" textColor="neutral600" tag="p">
      {told.map(({ trait, differs }, at) => (
        <Fragment key={trait}>
          {at > 0 && ' · '}
          {differs ? <mark style={markStyle}>{saidOf(row, trait, text)}</mark> : saidOf(row, trait, text)}
        </Fragment>
      ))}
    </Typography>
  );
}

type Trait = ReturnType<typeof traitsOf>[number]['trait'];
const named: Readonly<Record<string, TextKey>> = {
  ...{
    'unit count': 'figures.unit.count',
    'unit KDH': 'figures.unit.KDH',
    'unit percent': 'figures.unit.percent',
  },
  ...{ 'measure flow': 'figures.measure.flow', 'measure stock': 'figures.measure.stock' },
  ...{ 'chart bars': 'figures.chart.bars', 'chart line': 'figures.chart.line' },
};

function saidOf(row: FiguresRow, trait: Trait, text: ReturnType<typeof useText>): string {
  if (trait === 'highlight') return text('figures.highlight');
  const value = String(row[trait]);
  const key = named[`${trait} ${value}`];
  const said = key === undefined ? value : text(key);
  if (trait === 'decimals') return text('conflict.decimals', { count: row.decimals ?? 0 });
  return trait === 'chart' ? text('conflict.chart', { chart: said }) : said;
}

/** The texts in other languages. What the other side has otherwise stands out. */
function Translations({ figures, other }: { figures: Figures; other: Shown | undefined }) {
  const text = useText();
  const has = (one: Translation) =>
    other?.is !== 'figures' || other.translations.some((two) => sameTranslation(one, two));
  if (figures.translations.length === 0) return null;
  return (
    <ul>
      {figures.translations.map((one, place) => {
        const said = <InLanguage language={one.language}>{one.text}</InLanguage>;
        return (
          <li key={place}>
            <Typography variant="pi">
              {text('conflict.translation', {
                language: text(`language.${one.language}`),
                of: one.of || text('conflict.translation.title'),
              })}{' '}
              {has(one) ? said : <mark style={markStyle}>{said}</mark>}
            </Typography>
          </li>
        );
      })}
    </ul>
  );
}

type Translation = Figures['translations'][number];

function sameTranslation(one: Translation, two: Translation): boolean {
  return one.language === two.language && one.of === two.of && one.text === two.text;
}

/** Rows by what they are called, in their group: their places may differ. */
function rowsByName({ groups }: Figures): Map<string, FiguresRow> {
  return new Map(groups.flatMap((group) => group.rows.map((row) => [keyOf(group, row), row] as const)));
}

function keyOf({ title }: { title: string }, { label }: { label: string }): string {
  return `${title}\n${label}`;
}
