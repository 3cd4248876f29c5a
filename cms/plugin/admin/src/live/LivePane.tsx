import { Box, Flex, Loader, Tabs, Typography } from '@strapi/design-system';
import { memo, useState } from 'react';
import { styled } from 'styled-components';

import type { Language } from '../../../shared/desk';
import { CommentableMail } from '../commenting/CommentableMail';
import { MarkedFrame } from '../commenting/MarkedFrame';
import { ColoursToggle } from '../components/ColoursToggle';
import { PlainText } from '../components/PlainText';
import { SizeMeter } from '../components/SizeMeter';
import { useDeskDirection } from '../hooks/use-desk-intl';
import { useRemembered } from '../hooks/use-remembered';
import { useText } from '../hooks/use-text';
import { inColours, type Colours } from '../model/mail-colours';
import { ScaledMail } from './ScaledMail';
import type { Live } from './use-live-mail';

const Pane = styled.section`
  display: flex;
  flex-direction: column;
  height: 100%;
  min-width: 0;
  background: ${({ theme }) => theme.colors.neutral150};
`;

/** The tabs' own boxes have to hand their height down to the mail. */
const Views = styled.div`
  flex: 1;
  min-height: 0;

  & [role='tabpanel'] {
    height: 100%;
    overflow: hidden;
  }
`;
const Phone = styled.div`
  width: 375px;
  max-width: 100%;
  height: calc(100% - 3.2rem);
  margin: 1.6rem auto;
  overflow: hidden;
  border: 8px solid #22252e;
  border-radius: 24px;
`;

const views = ['desktop', 'phone', 'text'] as const;

interface LivePaneProps {
  live: Live;
  /** That of the mail. */
  language: Language;
  shownPlace: string | null;
  onPlace: (place: string) => void;
  /** The issue whose places can be commented on, and what stores what the mail shows before something is said of it; null for none. */
  commented: { documentId: string; before: () => Promise<boolean> } | null;
}

const noPins: readonly never[] = [];

/**
 * The mail as it would be now, in the ways that the desk has; this browser remembers the one that was chosen. Drawn anew when there is
 * another mail, not at each key.
 */
export const LivePane = memo(function LivePane(props: LivePaneProps) {
  const { live, language, shownPlace, onPlace, commented } = props;
  const { mail, isAway, isRefused } = live;
  const text = useText();
  const [colours, setColours] = useState<Colours>('light');
  const dir = useDeskDirection();
  const [view, rememberView] = useRemembered('live.view');
  if (mail === null)
    return (
      <Pane aria-label={text('live.name')}>
        <Flex justifyContent="center" padding={8}>
          {isAway || isRefused ? (
            <Typography textColor="neutral700">{text(isAway ? 'live.away' : 'live.refused')}</Typography>
          ) : (
            <Loader>{text('live.loading')}</Loader>
          )}
        </Flex>
      </Pane>
    );
  const shown = { html: inColours(mail.html, colours), shownPlace };
  const frame = (title: string) =>
    commented ? (
      <CommentableMail {...commented} {...shown} onPlace={onPlace} title={title} />
    ) : (
      <MarkedFrame
        {...shown}
        title={title}
        pins={noPins}
        sought={null}
        onPiece={({ place }) => place !== null && onPlace(place)}
        onPin={() => undefined}
      />
    );
  return (
    <Pane aria-label={text('live.name')}>
      <Tabs.Root
        variant="simple"
        value={views.find((one) => one === view) ?? 'desktop'}
        onValueChange={rememberView}
        dir={dir}
        style={{ display: 'flex', flexDirection: 'column', flex: 1, minHeight: 0 }}
      >
        <Flex
          justifyContent="space-between"
          gap={3}
          paddingLeft={4}
          paddingRight={4}
          background="neutral0"
          borderColor="neutral150"
        >
          <Tabs.List aria-label={text('preview.ways')}>
            <Tabs.Trigger value="desktop">{text('preview.desktop')}</Tabs.Trigger>
            <Tabs.Trigger value="phone">{text('preview.phone')}</Tabs.Trigger>
            <Tabs.Trigger value="text">{text('preview.text')}</Tabs.Trigger>
          </Tabs.List>
          <ColoursToggle colours={colours} onChange={setColours} />
          <Box minWidth="9rem" shrink={0}>
            <SizeMeter bytes={mail.sizeBytes} />
          </Box>
        </Flex>
        <Box background="neutral0" padding={3} paddingLeft={4} paddingRight={4} borderColor="neutral150">
          <Typography tag="p" fontWeight="semiBold" dir="auto" ellipsis>
            {mail.subject}
          </Typography>
          <Typography tag="p" variant="pi" textColor="neutral600" dir="auto" ellipsis>
            {mail.preheader || text('preview.no-preheader')}
          </Typography>
        </Box>
        <div role="status">
          {(isAway || isRefused) && (
            <Box background="warning100" padding={2} paddingLeft={4}>
              <Typography variant="pi" textColor="neutral800">
                {text(isAway ? 'live.away' : 'live.refused')}
              </Typography>
            </Box>
          )}
        </div>
        <Views>
          <Tabs.Content value="desktop" style={{ height: '100%' }}>
            <ScaledMail>{frame(text('preview.desktop.frame'))}</ScaledMail>
          </Tabs.Content>
          <Tabs.Content value="phone" style={{ height: '100%' }}>
            <Phone>{frame(text('preview.phone.frame'))}</Phone>
          </Tabs.Content>
          <Tabs.Content value="text" style={{ height: '100%', overflow: 'auto' }}>
            <PlainText text={mail.text} direction={mail.direction} language={language} />
          </Tabs.Content>
        </Views>
      </Tabs.Root>
    </Pane>
  );
});
