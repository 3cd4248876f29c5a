import { Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

import type { PicturePart, Size } from '../../../shared/picture-cut';
import { pictureFormats, type PicturePlace } from '../../../shared/picture-places';
import { useText } from '../hooks/use-text';
import { FramedImage } from './FramedImage';

/** A mail is white, also where the desk is dark; its text is only hinted at. */
const Mail = styled.div`
  background: #fdfdfb;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: 4px;
  padding: 1.2rem;
`;
const Line = styled.div`
  height: 0.6rem;
  margin-block-start: 0.6rem;
  border-radius: 3px;
  background: #d9ddd6;
`;

/** How wide a mail and its column are in a window of 600 and on a phone, in px, and how much smaller it is shown here. */
const screens = [
  { key: 'framing.desktop', column: 536, scale: 0.5 },
  { key: 'framing.phone', column: 311, scale: 0.5 },
] as const;

interface FramedPreviewProps {
  picture: { src: string; alt: string };
  part: PicturePart;
  size: Size;
  place: PicturePlace;
}

/** A framed picture as it stands in the mail, at a desk and on a phone. */
export function FramedPreview({ picture, part, size, place }: FramedPreviewProps) {
  const text = useText();
  const pixels = { width: part.width * size.width, height: part.height * size.height };
  const { width } = pictureFormats[place];
  return (
    <Flex tag="section" aria-label={text('framing.preview')} direction="column" alignItems="stretch" gap={4}>
      {screens.map(({ key, column, scale }) => (
        <Flex key={key} tag="figure" direction="column" alignItems="flex-start" gap={1}>
          <Typography tag="figcaption" variant="pi" textColor="neutral600">
            {text(key)}
          </Typography>
          <Mail style={{ width: `${column * scale + 24}px` }}>
            <div style={{ width: `${Math.min(width, column, pixels.width) * scale}px` }}>
              <FramedImage
                src={picture.src}
                alt={picture.alt}
                part={part}
                sides={pixels.width / pixels.height}
              />
            </div>
            <Line style={{ width: '90%' }} />
            <Line style={{ width: '75%' }} />
            <Line style={{ width: '82%' }} />
          </Mail>
        </Flex>
      ))}
    </Flex>
  );
}
