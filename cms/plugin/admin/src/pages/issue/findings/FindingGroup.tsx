import { Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';

import type { Editable, Finding } from '../../../../../shared/desk';
import { TextToggle } from '../../../components/TextToggle';
import { SetAside, type Deciding } from '../../../components/SetAside';
import { useMayOpen } from '../../../hooks/use-may-open';
import { useSpaced } from '../../../hooks/use-spaced';
import { useText } from '../../../hooks/use-text';
import { pathTo } from '../../../model/findings';

interface Item {
  finding?: Finding;
  place: string;
  at: string;
  editable: Editable | null;
  message: string;
  remedy: string;
}

interface FindingGroupProps {
  tone: Tone;
  title: string;
  items: Item[];
  deciding: Deciding | null;
  /** The issue whose composer takes the person there; null where she may not write it. */
  composed: string | null;
}

type Tone = 'danger' | 'warning' | 'neutral';

const Entry = styled.li<{ $tone: Tone }>`
  padding-inline-start: 1.2rem;
  border-inline-start: 3px solid
    ${({ theme, $tone }) =>
      $tone === 'neutral' ? theme.colors.neutral300 : theme.colors[`${$tone}500` as const]};
`;

const PlaceLink = styled(Link)`
  color: ${({ theme }) => theme.colors.primary600};

  &:hover {
    color: ${({ theme }) => theme.colors.primary700};
  }
`;

/** A long list would push the next step out of sight: the first few show, the rest on demand. */
const SHOWN_AT_FIRST = 4;

/** What is alike of what was found; what was set aside is struck through, with its reason. */
export function FindingGroup({ tone, title, items, deciding, composed }: FindingGroupProps) {
  const text = useText();
  const spaced = useSpaced();
  const mayOpen = useMayOpen();
  const [all, setAll] = useState(false);
  if (items.length === 0) return null;
  const shown = all ? items : items.slice(0, SHOWN_AT_FIRST);
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Typography tag="h3" variant="sigma" textColor="neutral600">
        {title}
      </Typography>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
        {shown.map((item, index) => (
          <Entry key={keyAt(items, index)} $tone={tone}>
            <Typography
              tag={tone === 'neutral' ? 's' : 'p'}
              fontWeight={tone === 'neutral' ? undefined : 'semiBold'}
              textColor={tone === 'neutral' ? 'neutral600' : undefined}
              style={{ overflowWrap: 'anywhere' }}
            >
              {spaced(item.message)}
            </Typography>
            {item.remedy && tone !== 'neutral' && (
              <Typography tag="p" variant="pi" textColor="neutral700" style={{ overflowWrap: 'anywhere' }}>
                {spaced(item.remedy)}
              </Typography>
            )}
            {item.place && (
              <Typography
                tag="p"
                variant="pi"
                textColor="neutral600"
                dir="auto"
                style={{ overflowWrap: 'anywhere' }}
              >
                {item.editable && mayOpen('read', item.editable.type) ? (
                  <PlaceLink to={pathTo(item.editable, composed, item.at)}>{spaced(item.place)}</PlaceLink>
                ) : (
                  spaced(item.place)
                )}
              </Typography>
            )}
            {item.finding && <SetAside finding={item.finding} deciding={deciding} />}
          </Entry>
        ))}
      </Flex>
      {items.length > SHOWN_AT_FIRST && (
        <TextToggle expanded={all} onToggle={() => setAll(!all)}>
          {all ? text('findings.fewer') : text('findings.all', { count: items.length })}
        </TextToggle>
      )}
    </Flex>
  );
}

/** A finding keeps its name while others come and go, with what is being written about it; equal ones have one name. */
function keyAt(items: readonly Item[], index: number): string {
  const name = ({ finding, place }: Item) => finding?.key ?? place;
  const own = items.slice(0, index + 1).map(name);
  return `${own.at(-1) ?? ''} ${own.filter((one) => one === own.at(-1)).length}`;
}
