import { Button, Flex, IconButton, Modal, Typography } from '@strapi/design-system';
import { Minus, Plus } from '@strapi/icons';
import { useState } from 'react';

import type { FramingForm } from '../../../shared/desk';
import { seenPart, wholePicture, type PicturePart, type Size } from '../../../shared/picture-cut';
import { pictureFormats, type PicturePlace } from '../../../shared/picture-places';
import { useText } from '../hooks/use-text';
import { isWhole, pointWithin, rounded, scaledFrame, type Point } from '../model/crop-frame';
import { FrameStage } from './FrameStage';
import { FramedPreview } from './FramedPreview';
import { framingNote } from './framing-note';

/** A picture that is to be framed. */
export interface PictureToFrame {
  /** As it is stored: what a framing is made for. */
  of: string;
  /** Where the browser finds it. */
  src: string;
  alt: string;
}

interface FramingDialogProps {
  picture: PictureToFrame;
  place: PicturePlace;
  value: FramingForm | null;
  onChange: (framing: FramingForm | null) => void;
  onClose: () => void;
}

/** What of a picture is seen at one use of it: its frame and its focal point, and how it then stands in the mail. */
export function FramingDialog({ picture, place, value, onChange, onClose }: FramingDialogProps) {
  const text = useText();
  const { ratio } = pictureFormats[place];
  const [size, setSize] = useState<Size | null>(null);
  const [drawn, setDrawn] = useState<PicturePart | null>(null);
  const [focus, setFocus] = useState<Point | null>(value?.focus ?? null);

  const frame = drawn ?? (size === null ? wholePicture : seenPart(size, value ?? {}, ratio));
  const middle = { x: frame.x + frame.width / 2, y: frame.y + frame.height / 2 };
  const note = size && framingNote(frame.width * size.width, place);

  function apply(): void {
    const isShownWhole = isWhole(frame) && focus === null;
    onChange(
      isShownWhole
        ? null
        : {
            of: picture.of,
            crop: rounded(frame),
            ...(focus && { focus: rounded(pointWithin(frame, focus)) }),
          },
    );
    onClose();
  }

  return (
    <Modal.Root open onOpenChange={(open: boolean) => !open && onClose()}>
      <Modal.Content style={{ width: 'min(104rem, 94vw)', maxWidth: 'none' }}>
        <Modal.Header>
          <Modal.Title>{text('framing.title')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex gap={6} alignItems="flex-start" wrap="wrap">
            <Flex direction="column" alignItems="stretch" gap={3} flex="1 1 44rem" minWidth={0}>
              <Typography>
                {text(`framing.place.${place}`)}
                {ratio !== null && ` (${text('framing.sides', { width: ratio[0], height: ratio[1] })})`}
                {'. '}
                {text(ratio === null ? 'framing.help.free' : 'framing.help')}
              </Typography>
              <div>
                <FrameStage
                  src={picture.src}
                  size={size}
                  frame={frame}
                  focus={ratio === null ? null : pointWithin(frame, focus ?? middle)}
                  ratio={ratio}
                  onSize={setSize}
                  onFrame={setDrawn}
                  onFocus={setFocus}
                />
              </div>
              <Flex gap={2} wrap="wrap">
                <IconButton
                  label={text('framing.smaller')}
                  onClick={() => setDrawn(scaledFrame(frame, 1 / 1.1))}
                >
                  <Minus />
                </IconButton>
                <IconButton label={text('framing.larger')} onClick={() => setDrawn(scaledFrame(frame, 1.1))}>
                  <Plus />
                </IconButton>
                <Button
                  variant="tertiary"
                  onClick={() => {
                    onChange(null);
                    onClose();
                  }}
                >
                  {text('framing.whole')}
                </Button>
              </Flex>
              {note && (
                <Typography role="status" variant="pi" textColor="neutral800">
                  {text(note)}
                </Typography>
              )}
            </Flex>
            {size !== null && <FramedPreview picture={picture} part={frame} size={size} place={place} />}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {text('framing.cancel')}
          </Button>
          <Button disabled={size === null} onClick={apply}>
            {text('framing.apply')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
