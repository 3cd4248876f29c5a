import { Typography } from '@strapi/design-system';

import type { Shown } from '../../../shared/desk';
import { InLanguage } from '../components/InLanguage';
import { useDeskIntl } from '../hooks/use-desk-intl';
import { useText } from '../hooks/use-text';
import { markStyle } from './MarkedText';

const cell = { padding: '0.2rem 0.8rem', textAlign: 'end', whiteSpace: 'nowrap' } as const;
const label = { ...cell, textAlign: 'start', whiteSpace: 'normal' } as const;

type Figures = Extract<Shown, { is: 'figures' }>;

/** Figures as they are printed: a table for each group, with a column for each period. What the other side has otherwise stands out. */
export function FiguresTable({ figures, other }: { figures: Figures; other: Shown | undefined }) {
  const text = useText();
  const { formatNumber } = useDeskIntl();
  const figure = (value: number | null) => (value === null ? '—' : formatNumber(value));
  const others = other?.is === 'figures' ? valuesByRow(other) : undefined;
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
                </th>
                {row.values.map((value, column) => (
                  <td key={column} style={cell}>
                    <Typography>
                      {others && others.get(keyOf(group, row))?.[column] !== value ? (
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
function valuesByRow({ groups }: Figures): Map<string, (number | null)[]> {
  return new Map(
    groups.flatMap((group) => group.rows.map((row) => [keyOf(group, row), row.values] as const)),
  );
}

function keyOf({ title }: { title: string }, { label }: { label: string }): string {
  return `${title}\n${label}`;
}
