import { Box, Flex, Typography } from '@strapi/design-system';
import { useMemo } from 'react';

import type { EarlierEdition } from '../../../../../shared/desk';
import { useDeskDirection, useDeskIntl } from '../../../hooks/use-desk-intl';
import { useText } from '../../../hooks/use-text';
import { markedMail, type MarkedMail } from '../../../model/marked-mail';
import { DesktopMail } from './DesktopMail';
import { MailFrame } from './MailFrame';

interface ChangedMailProps {
  earlier: NonNullable<EarlierEdition['earlier']>;
  /** The mail as it is now. */
  html: string;
}

/** The mail as it is now, with what changed since somebody judged it marked in it: added words, and those that are gone. */
export function ChangedMail({ earlier, html }: ChangedMailProps) {
  const text = useText();
  const { formatDate } = useDeskIntl();
  const marked = useMemo(() => markedMail(earlier.html, html), [earlier.html, html]);
  const { because, by, at } = earlier;
  return (
    <>
      <Box padding={4}>
        <Typography tag="p">
          {text(`changes.since.${because}`, {
            by: by ?? '',
            at: formatDate(at, { dateStyle: 'medium', timeStyle: 'short' }),
          })}{' '}
          {text('changes.counts', { added: marked.added, removed: marked.removed })}
        </Typography>
        <Others marked={marked} />
      </Box>
      <DesktopMail>
        <MailFrame html={marked.html} title={text('changes.frame')} />
      </DesktopMail>
    </>
  );
}

const kinds = ['pictures', 'links', 'looks'] as const;

/** What changed besides words; colours are shown, for nobody knows them by their numbers. */
function Others({ marked }: { marked: MarkedMail }) {
  const text = useText();
  const arrow = useDeskDirection() === 'rtl' ? '←' : '→';
  const { gone, come } = marked.colours;
  const isSame = kinds.every((kind) => marked[kind] === 0) && gone.length + come.length === 0;
  if (isSame) return null;
  return (
    <Box tag="ul" paddingTop={2} paddingLeft={5} style={{ listStyle: 'disc' }}>
      {kinds
        .filter((kind) => marked[kind] > 0)
        .map((kind) => (
          <li key={kind}>{text(`changes.${kind}`, { count: marked[kind] })}</li>
        ))}
      {gone.length + come.length > 0 && (
        <li>
          <Flex tag="span" gap={2} wrap="wrap">
            {text('changes.colours')}
            <Swatches colours={gone} />
            <span aria-hidden>{arrow}</span>
            <Swatches colours={come} />
          </Flex>
        </li>
      )}
    </Box>
  );
}

function Swatches({ colours }: { colours: readonly string[] }) {
  return colours.map((colour) => (
    <Flex key={colour} tag="span" gap={1}>
      <span
        style={{ width: '1.6rem', height: '1.6rem', background: colour, border: '1px solid #8e8ea9' }}
        aria-hidden
      />
      <bdi>{colour}</bdi>
    </Flex>
  ));
}
