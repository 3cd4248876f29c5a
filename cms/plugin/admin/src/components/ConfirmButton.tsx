import { Button, Dialog } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import type { ReactNode } from 'react';

import { useText } from '../hooks/use-text';
import { DialogContent } from './DialogContent';

interface ConfirmButtonProps {
  label: string;
  /** What assistive technology reads instead of `label`, where many such buttons stand in a table. */
  name?: string;
  icon?: ReactNode;
  size?: 'S' | 'M';
  disabled?: boolean;
  title: string;
  question: string;
  confirm: string;
  /** Red, as what nobody can take back; so by default. */
  isDangerous?: boolean;
  onConfirm: () => void;
}

/** A button for what cannot be taken back by a click: it asks once more, and the safe answer has the focus. */
export function ConfirmButton(props: ConfirmButtonProps) {
  const text = useText();
  const { label, name, icon, size = 'S', disabled, title, question, confirm, isDangerous = true } = props;
  return (
    <Dialog.Root>
      <Dialog.Trigger>
        <Button
          variant={isDangerous ? 'danger-light' : 'secondary'}
          size={size}
          startIcon={icon}
          disabled={disabled}
          aria-label={name}
        >
          {label}
        </Button>
      </Dialog.Trigger>
      <DialogContent>
        <Dialog.Header>{title}</Dialog.Header>
        <Dialog.Body icon={<WarningCircle fill={isDangerous ? 'danger600' : 'warning600'} />}>
          {question}
        </Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button variant="tertiary" fullWidth>
              {text('confirm.back')}
            </Button>
          </Dialog.Cancel>
          <Dialog.Action>
            <Button variant={isDangerous ? 'danger' : 'default'} fullWidth onClick={props.onConfirm}>
              {confirm}
            </Button>
          </Dialog.Action>
        </Dialog.Footer>
      </DialogContent>
    </Dialog.Root>
  );
}
