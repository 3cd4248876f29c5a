import { Table, Tbody, Th, Thead, Tr, Typography, VisuallyHidden } from '@strapi/design-system';

import type { SuppressionRow as Suppression } from '../../../../shared/desk';
import { useLiftSuppressionMutation } from '../../api/suppressions';
import { Refusal } from '../../components/Refusal';
import { useText } from '../../hooks/use-text';
import type { TextKey } from '../../model/text';
import { SuppressionRow } from './SuppressionRow';

const COLUMNS: TextKey[] = [
  'suppressions.column.address',
  'suppressions.column.reason',
  'suppressions.column.source',
  'suppressions.column.since',
];

export function SuppressionsTable({ suppressions }: { suppressions: Suppression[] }) {
  const text = useText();
  const [lift, lifted] = useLiftSuppressionMutation();
  return (
    <>
      <Table
        colCount={COLUMNS.length + 1}
        rowCount={suppressions.length + 1}
        aria-label={text('suppressions.title')}
      >
        <Thead>
          <Tr>
            {COLUMNS.map((column) => (
              <Th key={column}>
                <Typography variant="sigma" textColor="neutral600">
                  {text(column)}
                </Typography>
              </Th>
            ))}
            <Th>
              <VisuallyHidden>{text('suppressions.column.actions')}</VisuallyHidden>
            </Th>
          </Tr>
        </Thead>
        <Tbody>
          {suppressions.map((suppression) => (
            <SuppressionRow
              key={suppression.id}
              suppression={suppression}
              isLifting={lifted.isLoading}
              onLift={(because) => void lift({ id: suppression.id, ...because })}
            />
          ))}
        </Tbody>
      </Table>
      <Refusal error={lifted.error} />
    </>
  );
}
