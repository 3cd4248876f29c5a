import { Box, Flex, Loader, Tabs, Typography } from '@strapi/design-system';
import { memo } from 'react';
import { styled } from 'styled-components';

import type { Language } from '../../../../../shared/desk';
import { useDeskDirection } from '../../../hooks/use-desk-intl';
import { useText } from '../../../hooks/use-text';
import { PlainText } from '../../issue/preview/PlainText';
import { SizeMeter } from '../../issue/preview/SizeMeter';
import { LiveFrame } from './LiveFrame';
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

interface LivePaneProps {
  live: Live;
  language: Language;
  shownPlace: string | null;
  onPlace: (place: string) => void;
}

/** The mail as it would be now, in the ways that the desk has; drawn anew when there is another mail, not at each key. */
export const LivePane = memo(function LivePane({ live, language, shownPlace, onPlace }: LivePaneProps) {
  const { mail, isAway } = live;
  const text = useText();
  const dir = useDeskDirection();
  if (mail === null)
    return (
      <Pane aria-label={text('live.name')}>
        <Flex justifyContent="center" padding={8}>
          {isAway ? (
            <Typography textColor="neutral700">{text('live.away')}</Typography>
          ) : (
            <Loader>{text('live.loading')}</Loader>
          )}
        </Flex>
      </Pane>
    );
  const frame = { html: mail.html, shownPlace, onPlace };
  return (
    <Pane aria-label={text('live.name')}>
      <Tabs.Root
        variant="simple"
        defaultValue="desktop"
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
          <Box width="9rem" shrink={0}>
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
          {isAway && (
            <Box background="warning100" padding={2} paddingLeft={4}>
              <Typography variant="pi" textColor="neutral800">
                {text('live.away')}
              </Typography>
            </Box>
          )}
        </div>
        <Views>
          <Tabs.Content value="desktop" style={{ height: '100%' }}>
            <LiveFrame {...frame} title={text('preview.desktop.frame')} />
          </Tabs.Content>
          <Tabs.Content value="phone" style={{ height: '100%' }}>
            <Phone>
              <LiveFrame {...frame} title={text('preview.phone.frame')} />
            </Phone>
          </Tabs.Content>
          <Tabs.Content value="text" style={{ height: '100%', overflow: 'auto' }}>
            <PlainText text={mail.text} direction={mail.direction} language={language} />
          </Tabs.Content>
        </Views>
      </Tabs.Root>
    </Pane>
  );
});
