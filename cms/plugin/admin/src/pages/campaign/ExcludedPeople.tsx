import { Box, Typography } from '@strapi/design-system';
import { useState } from 'react';

import type { ExclusionRow } from '../../../../shared/desk';
import { useListExclusionsQuery } from '../../api/campaigns';
import { DataTable, type Column } from '../../components/DataTable';
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
  const columns: Column<ExclusionRow>[] = [
    {
      heading: 'exclusions.column.person',
      cell: ({ address, name }) => (
        <>
          <Typography fontWeight="semiBold">{address || text('exclusions.gone')}</Typography>
          {name && (
            <Typography tag="p" variant="pi" textColor="neutral600">
              {name}
            </Typography>
          )}
        </>
      ),
      onPhone: 'head',
    },
    {
      heading: 'exclusions.column.language',
      cell: ({ language }) => (
        <Typography textColor="neutral700">{language ? text(`language.${language}`) : '–'}</Typography>
      ),
      onPhone: 'beside',
    },
    {
      heading: 'exclusions.column.reason',
      cell: ({ reason }) => <Label tone={reasonTone(reason)}>{text(`reason.${reason}`)}</Label>,
      onPhone: 'plain',
    },
  ];
  return (
    <>
      <Box width="32rem" maxWidth="100%" paddingTop={4} paddingBottom={4}>
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
        <DataTable
          name={text('exclusions.name')}
          columns={columns}
          rows={data.rows}
          keyOf={({ subscriberId, reason }) => `${subscriberId} ${reason}`}
        />
      )}
      {data && data.total > pageSize && (
        <Pager page={page} pageSize={pageSize} total={data.total} onPage={setPage} />
      )}
    </>
  );
}
