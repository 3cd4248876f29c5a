import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import type { Shown } from '../../../shared/desk';
import { useText } from '../hooks/use-text';

const cell = { padding: '0.2rem 0.8rem', textAlign: 'end', whiteSpace: 'nowrap' } as const;
const label = { ...cell, textAlign: 'start', whiteSpace: 'normal' } as const;

/** Figures as they are printed: a table for each group, with a column for each period. */
export function FiguresTable({ figures }: { figures: Extract<Shown, { is: 'figures' }> }) {
  const text = useText();
  const { formatNumber } = useIntl();
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
                    <Typography>{value === null ? '—' : formatNumber(value)}</Typography>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  );
}
