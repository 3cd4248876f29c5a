import { Box, Button, Checkbox, Flex, Loader, Typography } from '@strapi/design-system';
import { useState } from 'react';

import type { DashboardChoice } from '../../../../../shared/desk';
import { useListDashboardsQuery } from '../../../api/composing';
import { LoadError } from '../../../components/LoadError';
import { Pager } from '../../../components/Pager';
import { Refusal } from '../../../components/Refusal';
import { SearchField } from '../../../components/SearchField';
import { useDeskIntl } from '../../../hooks/use-desk-intl';
import { useText } from '../../../hooks/use-text';
import { ChoiceList } from './ChoiceList';
import { NewDashboard } from './NewDashboard';
import type { Dashboards } from './use-dashboards';

const PAGE_SIZE = 8;

interface DashboardPickerProps {
  /** The section that it is for. */
  sectionKey: string;
  /** What stands in it; null where nothing does. */
  present: string | null;
  dashboards: Dashboards;
}

/** A dashboard for a section: one that is there, told from others of its title by its day and where it stands; or a new one. */
export function DashboardPicker({ sectionKey, present, dashboards }: DashboardPickerProps) {
  const text = useText();
  const { period } = dashboards;
  const [search, setSearch] = useState('');
  const [isOfPeriod, setOfPeriod] = useState(period !== null);
  const [page, setPage] = useState(1);
  const list = useListDashboardsQuery({
    ...(search && { search }),
    ...(isOfPeriod && period),
    ...{ page, pageSize: PAGE_SIZE },
  });
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <NewDashboard
        onCreate={(dashboard) => dashboards.create(sectionKey, dashboard)}
        day={period?.to ?? ''}
      />
      <Refusal error={dashboards.error} />
      <Flex gap={3} wrap="wrap">
        <SearchField
          label={text('compose.dashboard.search')}
          value={search}
          onSearch={(next) => {
            setSearch(next);
            setPage(1);
          }}
        />
        {period && (
          <Checkbox
            checked={isOfPeriod}
            onCheckedChange={(checked) => {
              setOfPeriod(checked === true);
              setPage(1);
            }}
          >
            {text('compose.dashboard.period')}
          </Checkbox>
        )}
      </Flex>
      {list.error !== undefined && !list.data && <LoadError error={list.error} onRetry={list.refetch} />}
      {!list.data && list.error === undefined && <Loader>{text('loading')}</Loader>}
      {list.data?.rows.length === 0 && (
        <Typography textColor="neutral600">{text('compose.dashboard.nothing')}</Typography>
      )}
      {list.data && list.data.rows.length > 0 && (
        <ChoiceList>
          {list.data.rows.map((choice) => (
            <li key={choice.documentId}>
              <Choice
                choice={choice}
                isPresent={choice.documentId === present}
                onChoose={() => dashboards.choose(sectionKey, choice.documentId)}
              />
            </li>
          ))}
        </ChoiceList>
      )}
      {list.data && <Pager page={page} pageSize={PAGE_SIZE} total={list.data.total} onPage={setPage} />}
    </Flex>
  );
}

interface ChoiceProps {
  choice: DashboardChoice;
  isPresent: boolean;
  onChoose: () => void;
}

function Choice({ choice: { title, asOf, usedIn }, isPresent, onChoose }: ChoiceProps) {
  const text = useText();
  const { formatDate } = useDeskIntl();
  const day = asOf === null ? '' : formatDate(asOf, { dateStyle: 'long', timeZone: 'UTC' });
  const numbers = [...new Set(usedIn.map(({ number }) => number))].join(', ');
  const facts = [
    day && text('compose.dashboard.as-of', { day }),
    numbers ? text('compose.picker.used', { numbers }) : text('compose.dashboard.unused'),
  ].filter(Boolean);
  const name = [title || text('compose.untitled'), ...facts].join(', ');
  return (
    <Flex gap={3} padding={3} justifyContent="space-between">
      <Box minWidth={0}>
        <Typography tag="p" fontWeight="semiBold" dir="auto" style={{ overflowWrap: 'anywhere' }}>
          {title || text('compose.untitled')}
        </Typography>
        <Typography tag="p" variant="pi" textColor="neutral600">
          {facts.join(' · ')}
        </Typography>
      </Box>
      <Button
        variant="tertiary"
        size="S"
        disabled={isPresent}
        aria-label={text('compose.dashboard.choose.named', { name })}
        onClick={onChoose}
      >
        {text(isPresent ? 'compose.dashboard.present' : 'compose.dashboard.choose')}
      </Button>
    </Flex>
  );
}
