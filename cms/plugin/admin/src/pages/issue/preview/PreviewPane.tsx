import { Box, Tabs } from '@strapi/design-system';
import { Page } from '@strapi/strapi/admin';
import { styled } from 'styled-components';

import type { EditionPreview, IssueDetail } from '../../../../../shared/desk';
import { useReadEarlierEditionQuery } from '../../../api/reviews';
import { LoadError } from '../../../components/LoadError';
import { useDeskDirection } from '../../../hooks/use-desk-intl';
import type { ReadEdition } from '../../../hooks/use-read-edition';
import { useText } from '../../../hooks/use-text';
import { ChangedMail } from './ChangedMail';
import { ChangedNotice } from './ChangedNotice';
import { DesktopMail } from './DesktopMail';
import { MailHeader } from './MailHeader';
import { NotYetMail } from './NotYetMail';
import { PhoneMail } from './PhoneMail';
import { PlainText } from './PlainText';

interface PreviewPaneProps {
  issue: IssueDetail;
  preview: EditionPreview | undefined;
  error: unknown;
  isLoading: boolean;
  onRetry: () => unknown;
  /** Whether whoever looks may approve it now: then she is asked beside the button whether she has read what has changed. */
  isJudged: boolean;
  reading: ReadEdition;
}

const Surface = styled(Box)`
  overflow: hidden;
  border: 1px solid ${({ theme }) => theme.colors.neutral150};
`;

/** What a reader gets, in the ways she may read it, and what changed since somebody judged it. All of them are the one edition that will be sent. */
export function PreviewPane({
  issue,
  preview,
  error,
  isLoading,
  onRetry,
  isJudged,
  reading,
}: PreviewPaneProps) {
  const text = useText();
  const dir = useDeskDirection();
  const earlier = useReadEarlierEditionQuery(issue.documentId).data?.earlier;
  if (isLoading) return <Page.Loading>{text('preview.loading')}</Page.Loading>;
  // What it lacks stands in the issue itself; anything else that kept the preview away is told as it was said.
  if (!preview && issue.edition === null && issue.obstacles.length > 0) return <NotYetMail issue={issue} />;
  if (!preview) return <LoadError error={error} onRetry={onRetry} />;
  return (
    <Surface
      tag="section"
      aria-label={text('preview.name')}
      background="neutral0"
      hasRadius
      shadow="tableShadow"
    >
      {!isJudged && <ChangedNotice {...reading} />}
      <MailHeader preview={preview} from={issue.title} />
      <Tabs.Root variant="simple" defaultValue="desktop" dir={dir}>
        <Box paddingLeft={5} paddingRight={5}>
          <Tabs.List aria-label={text('preview.ways')}>
            <Tabs.Trigger value="desktop">{text('preview.desktop')}</Tabs.Trigger>
            <Tabs.Trigger value="phone">{text('preview.phone')}</Tabs.Trigger>
            <Tabs.Trigger value="text">{text('preview.text')}</Tabs.Trigger>
            {earlier && <Tabs.Trigger value="changes">{text('changes.tab')}</Tabs.Trigger>}
          </Tabs.List>
        </Box>
        <Tabs.Content value="desktop">
          <DesktopMail html={preview.html} />
        </Tabs.Content>
        <Tabs.Content value="phone">
          <PhoneMail html={preview.html} />
        </Tabs.Content>
        <Tabs.Content value="text">
          <PlainText text={preview.text} direction={preview.direction} language={issue.language} />
        </Tabs.Content>
        {earlier && (
          <Tabs.Content value="changes">
            <ChangedMail earlier={earlier} html={preview.html} />
          </Tabs.Content>
        )}
      </Tabs.Root>
    </Surface>
  );
}
