import { Button, Dialog, Flex, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';

import { DialogContent } from '../../../components/DialogContent';
import { useText } from '../../../hooks/use-text';

interface StrangeAddressesProps {
  addresses: readonly string[];
  onConfirm: () => void;
  onBack: () => void;
}

/** Names the addresses that are nobody's of the house, and asks whether the draft may really go there. */
export function StrangeAddresses({ addresses, onConfirm, onBack }: StrangeAddressesProps) {
  const text = useText();
  return (
    <Dialog.Root open onOpenChange={(isOpen: boolean) => !isOpen && onBack()}>
      <DialogContent>
        <Dialog.Header>{text('test.strange.title')}</Dialog.Header>
        <Dialog.Body icon={<WarningCircle fill="warning600" />}>
          <Flex direction="column" gap={3}>
            <Typography textAlign="center">
              {text('test.strange.question', { count: addresses.length })}
            </Typography>
            {addresses.map((address) => (
              <Typography key={address} fontWeight="semiBold" style={{ overflowWrap: 'anywhere' }}>
                {address}
              </Typography>
            ))}
          </Flex>
        </Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button variant="tertiary" fullWidth>
              {text('confirm.back')}
            </Button>
          </Dialog.Cancel>
          {/* No Dialog.Action: it would close the dialog as "back" does, and the answer would be forgotten. */}
          <Button variant="danger-light" fullWidth onClick={onConfirm}>
            {text('test.strange.confirm')}
          </Button>
        </Dialog.Footer>
      </DialogContent>
    </Dialog.Root>
  );
}
