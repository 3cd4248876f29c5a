import { Button, Checkbox, Dialog, Field, Flex, Textarea, Typography } from '@strapi/design-system';
import { useState } from 'react';

import type { LiftRequest, SuppressionRow } from '../../../../shared/desk';
import { DialogContent } from '../../components/DialogContent';
import { Facts } from '../../components/Facts';
import { useText } from '../../hooks/use-text';

interface LiftButtonProps {
  suppression: SuppressionRow;
  disabled: boolean;
  onLift: (because: LiftRequest) => void;
}

/** Lets an address be mailed again. What readers asked for themselves is taken back only at their request, and for a reason. */
export function LiftButton({ suppression, disabled, onLift }: LiftButtonProps) {
  const text = useText();
  const { reason } = suppression;
  const address = suppression.address ?? text('suppressions.unknown-address');
  const [why, setWhy] = useState('');
  const [asked, setAsked] = useState(false);
  const isReadersOwn = reason === 'unsubscribed' || reason === 'complained';
  const isComplete = !isReadersOwn || (asked && why.trim() !== '');
  return (
    <Dialog.Root>
      <Dialog.Trigger>
        <Button
          variant="danger-light"
          size="S"
          disabled={disabled}
          aria-label={text('suppressions.lift.name', { address })}
        >
          {text('suppressions.lift')}
        </Button>
      </Dialog.Trigger>
      <DialogContent>
        <Dialog.Header>{text('suppressions.lift.title')}</Dialog.Header>
        <Dialog.Body>
          <Flex direction="column" alignItems="stretch" gap={4} width="100%">
            <Facts
              facts={[
                [text('suppressions.column.address'), address],
                [text('suppressions.column.reason'), text(`reason.${reason}`)],
              ]}
            />
            <Typography>
              {text(isReadersOwn ? 'suppressions.lift.only-asked' : 'suppressions.lift.only-gone')}
            </Typography>
            <Field.Root name="reason" required={isReadersOwn} hint={text('suppressions.lift.reason.hint')}>
              <Field.Label>{text('suppressions.lift.reason')}</Field.Label>
              <Textarea value={why} maxLength={500} onChange={(event) => setWhy(event.target.value)} />
              <Field.Hint />
            </Field.Root>
            <Checkbox checked={asked} onCheckedChange={(checked) => setAsked(checked === true)}>
              {text('suppressions.lift.asked')}
            </Checkbox>
          </Flex>
        </Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button variant="tertiary" fullWidth>
              {text('confirm.back')}
            </Button>
          </Dialog.Cancel>
          <Dialog.Action>
            <Button
              variant="danger"
              fullWidth
              disabled={!isComplete}
              onClick={() => onLift({ reason: why.trim() || null, askedByPerson: asked })}
            >
              {text('suppressions.lift.confirm')}
            </Button>
          </Dialog.Action>
        </Dialog.Footer>
      </DialogContent>
    </Dialog.Root>
  );
}
