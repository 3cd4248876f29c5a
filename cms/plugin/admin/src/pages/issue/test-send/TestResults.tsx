import { Flex, Typography } from '@strapi/design-system';
import { CheckCircle, CrossCircle } from '@strapi/icons';

import type { TestSendResponse } from '../../../../../shared/desk';
import { useText } from '../../../hooks/use-text';

/** What the mail server answered, address by address. */
export function TestResults({ results }: TestSendResponse) {
  const text = useText();
  return (
    <div role="status">
      {results.length > 0 && (
        <Flex tag="ul" direction="column" alignItems="stretch" gap={2} paddingTop={4}>
          {results.map(({ address, accepted, fault, reply }) => (
            <Flex tag="li" key={address} gap={2} alignItems="flex-start">
              {accepted ? (
                <CheckCircle
                  width="1.6rem"
                  height="1.6rem"
                  fill="success600"
                  aria-hidden
                  style={{ flexShrink: 0 }}
                />
              ) : (
                <CrossCircle
                  width="1.6rem"
                  height="1.6rem"
                  fill="danger600"
                  aria-hidden
                  style={{ flexShrink: 0 }}
                />
              )}
              <div style={{ minWidth: 0 }}>
                <Typography tag="p" variant="pi" fontWeight="semiBold" style={{ overflowWrap: 'anywhere' }}>
                  {text(fault !== null ? 'test.unsent' : accepted ? 'test.accepted' : 'test.refused', {
                    address,
                  })}
                </Typography>
                <Typography tag="p" variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
                  {fault === null ? text('test.reply', { reply }) : text(`test.fault.${fault}`)}
                </Typography>
              </div>
            </Flex>
          ))}
        </Flex>
      )}
    </div>
  );
}
