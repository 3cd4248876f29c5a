import { SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

import type { AudiencePreview } from '../../../../../shared/desk';
import type { AudienceChoice } from '../../../hooks/use-audience-choice';
import { useText } from '../../../hooks/use-text';

const Rows = styled.table`
  width: 100%;
  margin-top: 0.8rem;
  border-collapse: collapse;

  th,
  td {
    padding: 0.6rem 0.8rem 0.6rem 0;
    border-top: 1px solid ${({ theme }) => theme.colors.neutral200};
    text-align: start;
    vertical-align: middle;
  }

  th:last-child,
  td:last-child {
    padding-inline-end: 0;
  }

  /* What is left of the card, however long the words of the choice are. */
  td:last-child {
    width: 100%;
    max-width: 0;
  }

  td:nth-child(2) {
    font-variant-numeric: tabular-nums;
  }
`;

interface EditionsTableProps {
  audience: AudiencePreview;
  /** Where a person decides for languages without an edition; without it the table only tells. */
  choice?: Pick<AudienceChoice, 'missing' | 'setMissing' | 'isCounting'>;
}

type Row = AudiencePreview['byLanguage'][number];

/** Who gets which edition: readers by language and edition, and what becomes of those whose language has none. */
export function EditionsTable({ audience, choice }: EditionsTableProps) {
  const text = useText();
  return (
    <Rows>
      <thead>
        <tr>
          {(['audience.table.language', 'audience.table.readers', 'audience.table.edition'] as const).map(
            (column) => (
              <th key={column} scope="col">
                <Typography variant="sigma" textColor="neutral600">
                  {text(column)}
                </Typography>
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {audience.byLanguage.map((row) => (
          // The row with the choice stays the same one, and keeps the focus, whatever is chosen.
          <tr key={`${row.language}/${isUndecided(row, audience, choice) ? 'missing' : row.edition}`}>
            <th scope="row">
              <Typography variant="pi">{text(`language.${row.language}`)}</Typography>
            </th>
            <td>
              <Typography variant="pi">{text('count', { count: row.readers })}</Typography>
            </td>
            <td>
              <EditionOf row={row} audience={audience} choice={choice} />
            </td>
          </tr>
        ))}
      </tbody>
    </Rows>
  );
}

/** Whether a person decides about the readers of a row: a correction in another language goes to them without being asked for. */
function isUndecided(
  { language, edition }: Row,
  { byLanguage, defaultLanguage }: AudiencePreview,
  choice: EditionsTableProps['choice'],
): boolean {
  if (!choice || defaultLanguage === null) return false;
  if (edition === null) return true;
  if (edition !== defaultLanguage || edition === language) return false;
  if (byLanguage.some((row) => row.language === language && row.edition === null)) return false;
  // What was chosen is counted again while the figures of before still stand.
  const decided = choice.missing[language];
  return decided === 'default' || (decided === 'wait' && choice.isCounting);
}

function EditionOf({ row, audience, choice }: EditionsTableProps & { row: Row }) {
  const text = useText();
  const { language, edition } = row;
  const { defaultLanguage } = audience;
  if (!choice || defaultLanguage === null || !isUndecided(row, audience, choice)) {
    return (
      <Typography variant="pi" textColor={edition === null ? 'neutral800' : 'neutral800'}>
        {edition === null ? text('audience.table.waits') : text(`language.${edition}`)}
      </Typography>
    );
  }
  return (
    <SingleSelect
      size="S"
      aria-label={text('audience.table.missing', { language: text(`language.${language}`) })}
      value={choice.missing[language] ?? 'wait'}
      onChange={(value) => choice.setMissing(language, value === 'default' ? 'default' : 'wait')}
    >
      <SingleSelectOption value="wait">{text('audience.table.wait')}</SingleSelectOption>
      <SingleSelectOption value="default">
        {text('audience.table.default', { language: text(`language.${defaultLanguage}`) })}
      </SingleSelectOption>
    </SingleSelect>
  );
}
