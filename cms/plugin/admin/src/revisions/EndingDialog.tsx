import { Button, Dialog, Flex, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { useIntl } from 'react-intl';

import { useText } from '../hooks/use-text';
import type { EndingQuestion } from './question-store';
import { useStayingOnPage } from './use-staying-on-page';

/** Names the issues whose approval a save would end, and the sends that it would cancel, before it does. */
export function EndingDialog({ question: { issues, answer } }: { question: EndingQuestion }) {
  const text = useText();
  const intl = useIntl();
  useStayingOnPage();
  return (
    <Dialog.Root open onOpenChange={(open: boolean) => !open && answer(null)}>
      <Dialog.Content>
        <Dialog.Header>{text('ending.title', { count: issues.length })}</Dialog.Header>
        <Dialog.Body icon={<WarningCircle fill="warning600" />}>
          <Flex direction="column" alignItems="stretch" gap={3}>
            {issues.map(({ documentId, number, language, startAt }) => {
              const values = { number: String(number), language: text(`language.${language}`) };
              return (
                <Typography key={documentId} tag="p" fontWeight="semiBold">
                  {startAt === null
                    ? text('ending.approved', values)
                    : text('ending.scheduled', {
                        ...values,
                        at: intl.formatDate(startAt, { dateStyle: 'long', timeStyle: 'short' }),
                      })}
                </Typography>
              );
            })}
            <Typography tag="p">{text('ending.next')}</Typography>
          </Flex>
        </Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button variant="tertiary" fullWidth>
              {text('ending.back')}
            </Button>
          </Dialog.Cancel>
          <Button variant="danger" fullWidth onClick={() => answer(true)}>
            {text('ending.go')}
          </Button>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
}
