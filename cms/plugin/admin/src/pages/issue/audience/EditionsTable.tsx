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
  choice?: Pick<AudienceChoice, 'missing' | 'setMissing'>;
}

/** Who gets which edition: readers by language, and what becomes of those whose language has none. */
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
          <tr key={row.language}>
            <th scope="row">
              <Typography variant="pi">{text(`language.${row.language}`)}</Typography>
            </th>
            <td>
              <Typography variant="pi">{text('count', { count: row.readers })}</Typography>
            </td>
            <td>
              <EditionOf row={row} defaultLanguage={audience.defaultLanguage} choice={choice} />
            </td>
          </tr>
        ))}
      </tbody>
    </Rows>
  );
}

interface EditionOfProps extends Pick<EditionsTableProps, 'choice'> {
  row: AudiencePreview['byLanguage'][number];
  defaultLanguage: AudiencePreview['defaultLanguage'];
}

function EditionOf({ row: { language, edition }, defaultLanguage, choice }: EditionOfProps) {
  const text = useText();
  if (edition === language || !choice || defaultLanguage === null) {
    return (
      <Typography variant="pi" textColor={edition === null ? 'warning700' : 'neutral800'}>
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
