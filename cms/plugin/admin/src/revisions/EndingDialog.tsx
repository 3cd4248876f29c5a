import { Button, Dialog, Flex, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { useIntl } from 'react-intl';

import { approvedStages, lockedStages } from '../../../shared/stages';
import { DialogContent } from '../components/DialogContent';
import { useText } from '../hooks/use-text';
import type { EndingQuestion } from './question-store';
import { useStayingOnPage } from './use-staying-on-page';

/** What becomes of one issue. */
export function lineOf({ stage, startAt }: EndingQuestion['issues'][number]) {
  if (startAt !== null) return 'ending.scheduled';
  if (approvedStages.includes(stage)) return 'ending.approved';
  return lockedStages.includes(stage) ? 'deletion.sent' : 'deletion.draft';
}

/** Names the issues whose approval a write would end, the sends that it would cancel, and those that it takes something from. */
export function EndingDialog({ question: { is, issues, answer } }: { question: EndingQuestion }) {
  const text = useText();
  const intl = useIntl();
  useStayingOnPage();
  return (
    <Dialog.Root open onOpenChange={(open: boolean) => !open && answer(null)}>
      <DialogContent>
        <Dialog.Header>
          {text(is === 'ending' ? 'ending.title' : 'deletion.title', { count: issues.length })}
        </Dialog.Header>
        <Dialog.Body icon={<WarningCircle fill="warning600" />}>
          <Flex direction="column" alignItems="stretch" gap={3}>
            {issues.map((issue) => (
              <Typography key={issue.documentId} tag="p" fontWeight="semiBold">
                {text(lineOf(issue), {
                  number: String(issue.number),
                  language: text(`language.${issue.language}`),
                  at:
                    issue.startAt === null
                      ? ''
                      : intl.formatDate(issue.startAt, { dateStyle: 'long', timeStyle: 'short' }),
                })}
              </Typography>
            ))}
            <Typography tag="p">{text(is === 'ending' ? 'ending.next' : 'deletion.next')}</Typography>
          </Flex>
        </Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button variant="tertiary" fullWidth>
              {text('ending.back')}
            </Button>
          </Dialog.Cancel>
          <Button variant="danger" fullWidth onClick={() => answer(true)}>
            {text(is === 'ending' ? 'ending.go' : 'deletion.go')}
          </Button>
        </Dialog.Footer>
      </DialogContent>
    </Dialog.Root>
  );
}
