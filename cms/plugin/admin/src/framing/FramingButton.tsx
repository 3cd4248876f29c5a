import { Button, Flex } from '@strapi/design-system';
import { Crop } from '@strapi/icons';
import { useState, type ReactNode } from 'react';
import { styled } from 'styled-components';

import type { FramingForm } from '../../../shared/desk';
import type { PicturePlace } from '../../../shared/picture-places';
import { useText } from '../hooks/use-text';
import { FramingDialog, type PictureToFrame } from './FramingDialog';

const Shown = styled.div<{ $opens: boolean }>`
  cursor: ${({ $opens }) => ($opens ? 'pointer' : 'default')};
`;

interface FramingButtonProps {
  picture: PictureToFrame;
  /** Tells the button from those of other pictures. */
  name: string;
  place: PicturePlace;
  value: FramingForm | null;
  disabled?: boolean;
  onChange: (framing: FramingForm | null) => void;
  /** The picture as it is seen. */
  children?: ReactNode;
}

/** A picture with the button that opens the window in which it is framed; a click on the picture opens it too. */
export function FramingButton(props: FramingButtonProps) {
  const { picture, name, place, value, disabled = false, onChange, children } = props;
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      {children && (
        // The button says the same to whoever uses no mouse.
        <Shown $opens={!disabled} onClick={() => !disabled && setOpen(true)}>
          {children}
        </Shown>
      )}
      <Flex paddingTop={1}>
        <Button
          type="button"
          size="S"
          variant="tertiary"
          startIcon={<Crop />}
          disabled={disabled}
          aria-label={text('framing.open', { name })}
          onClick={() => setOpen(true)}
        >
          {text('framing.open.short')}
        </Button>
      </Flex>
      {isOpen && (
        <FramingDialog
          picture={picture}
          place={place}
          value={value}
          onChange={onChange}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
