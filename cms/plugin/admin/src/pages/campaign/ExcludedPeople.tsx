import { Box, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { useState } from 'react';

import { useListExclusionsQuery } from '../../api/campaigns';
import { Label } from '../../components/Label';
import { Pager } from '../../components/Pager';
import { Refusal } from '../../components/Refusal';
import { SearchField } from '../../components/SearchField';
import { useText } from '../../hooks/use-text';
import { reasonTone } from '../../model/suppression';

const pageSize = 10;

/** "Why did she not get it?": those who were left out, found by name or address. */
export function ExcludedPeople({ campaignId }: { campaignId: string }) {
  const text = useText();
  const [search, setSearch] = useState('');
  const [page, setPage] = useState(1);
  const { data, error } = useListExclusionsQuery(
    { campaignId, page, pageSize, ...(search && { search }) },
    { refetchOnMountOrArgChange: true },
  );
  return (
    <>
      <Box width="32rem" paddingTop={4} paddingBottom={4}>
        <SearchField
          label={text('exclusions.search')}
          value={search}
          onSearch={(value) => {
            setSearch(value);
            setPage(1);
          }}
        />
      </Box>
      <Refusal error={error} />
      {data?.total === 0 && <Typography textColor="neutral600">{text('exclusions.empty')}</Typography>}
      {data && data.total > 0 && (
        <Table colCount={3} rowCount={data.rows.length + 1} aria-label={text('exclusions.name')}>
          <Thead>
            <Tr>
              {(
                [
                  'exclusions.column.person',
                  'exclusions.column.language',
                  'exclusions.column.reason',
                ] as const
              ).map((column) => (
                <Th key={column}>
                  <Typography variant="sigma" textColor="neutral600">
                    {text(column)}
                  </Typography>
                </Th>
              ))}
            </Tr>
          </Thead>
          <Tbody>
            {data.rows.map((row) => (
              <Tr key={`${row.subscriberId} ${row.reason}`}>
                <Td>
                  <Typography fontWeight="semiBold">{row.address || text('exclusions.gone')}</Typography>
                  {row.name && (
                    <Typography tag="p" variant="pi" textColor="neutral600">
                      {row.name}
                    </Typography>
                  )}
                </Td>
                <Td>
                  <Typography textColor="neutral700">
                    {row.language ? text(`language.${row.language}`) : '–'}
                  </Typography>
                </Td>
                <Td>
                  <Label tone={reasonTone(row.reason)}>{text(`reason.${row.reason}`)}</Label>
                </Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      )}
      {data && data.total > pageSize && (
        <Pager page={page} pageSize={pageSize} total={data.total} onPage={setPage} />
      )}
    </>
  );
}
