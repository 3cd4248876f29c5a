import { Box, Flex, Tabs } from '@strapi/design-system';
import { Page } from '@strapi/strapi/admin';
import { useMemo, useState } from 'react';
import { styled } from 'styled-components';

import type { EditionPreview, IssueDetail } from '../../../../../shared/desk';
import { useReadEarlierEditionQuery } from '../../../api/reviews';
import { ColoursToggle } from '../../../components/ColoursToggle';
import { CommentableMail } from '../../../commenting/CommentableMail';
import { withMarks } from '../../../commenting/place-of-comment';
import { useChosenComment } from '../../../commenting/use-chosen-comment';
import { LoadError } from '../../../components/LoadError';
import { PlainText } from '../../../components/PlainText';
import { useDeskDirection } from '../../../hooks/use-desk-intl';
import type { ReadEdition } from '../../../hooks/use-read-edition';
import { useText } from '../../../hooks/use-text';
import { inColours, type Colours } from '../../../model/mail-colours';
import { ChangedMail } from './ChangedMail';
import { ChangedNotice } from './ChangedNotice';
import { mayBeCommented } from '../../../model/review';
import { DesktopMail } from './DesktopMail';
import { MailFrame, PREVIEW_HEIGHT } from './MailFrame';
import { MailHeader } from './MailHeader';
import { NotYetMail } from './NotYetMail';
import { PhoneMail } from './PhoneMail';

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
  const [colours, setColours] = useState<Colours>('light');
  const html = useMemo(() => (preview ? inColours(preview.html, colours) : ''), [preview, colours]);
  const earlier = useReadEarlierEditionQuery(issue.documentId).data?.earlier;
  const marked = useMemo(() => preview && inColours(withMarks(preview), colours), [preview, colours]);
  const [way, setWay] = useWay();
  if (isLoading) return <Page.Loading>{text('preview.loading')}</Page.Loading>;
  // What it lacks stands in the issue itself; anything else that kept the preview away is told as it was said.
  if (!preview && issue.edition === null && issue.obstacles.length > 0) return <NotYetMail issue={issue} />;
  if (!preview || marked === undefined) return <LoadError error={error} onRetry={onRetry} />;
  const mail = (title: string) =>
    mayBeCommented(issue) ? (
      <CommentableMail documentId={issue.documentId} html={marked} title={title} />
    ) : (
      <MailFrame html={html} title={title} />
    );
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
      <Tabs.Root variant="simple" value={way} onValueChange={setWay} dir={dir}>
        <Flex paddingLeft={5} paddingRight={5} gap={3} justifyContent="space-between">
          <Tabs.List aria-label={text('preview.ways')}>
            <Tabs.Trigger value="desktop">{text('preview.desktop')}</Tabs.Trigger>
            <Tabs.Trigger value="phone">{text('preview.phone')}</Tabs.Trigger>
            <Tabs.Trigger value="text">{text('preview.text')}</Tabs.Trigger>
            {earlier && <Tabs.Trigger value="changes">{text('changes.tab')}</Tabs.Trigger>}
          </Tabs.List>
          <ColoursToggle colours={colours} onChange={setColours} />
        </Flex>
        <Tabs.Content value="desktop">
          <DesktopMail>{mail(text('preview.desktop.frame'))}</DesktopMail>
        </Tabs.Content>
        <Tabs.Content value="phone">
          <PhoneMail>{mail(text('preview.phone.frame'))}</PhoneMail>
        </Tabs.Content>
        <Tabs.Content value="text">
          <PlainText
            text={preview.text}
            direction={preview.direction}
            language={issue.language}
            height={PREVIEW_HEIGHT}
          />
        </Tabs.Content>
        {earlier && (
          <Tabs.Content value="changes">
            <ChangedMail earlier={earlier} html={html} />
          </Tabs.Content>
        )}
      </Tabs.Root>
    </Surface>
  );
}

/** The way in which the mail is read; whoever wants to see where a comment lies is shown the mail. */
function useWay(): [string, (way: string) => void] {
  const [way, setWay] = useState('desktop');
  const { chosen } = useChosenComment();
  const [followed, setFollowed] = useState(chosen);
  if (chosen !== followed) {
    setFollowed(chosen);
    if (chosen !== null && way !== 'phone') setWay('desktop');
  }
  return [way, setWay];
}
