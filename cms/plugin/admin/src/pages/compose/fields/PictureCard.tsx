import { Flex, IconButton, Typography } from '@strapi/design-system';
import { ArrowLeft, ArrowRight, Cross } from '@strapi/icons';
import { styled } from 'styled-components';

import type { FramingForm, PictureForm } from '../../../../../shared/desk';
import { seenPart } from '../../../../../shared/picture-cut';
import { pictureFormats, type PicturePlace } from '../../../../../shared/picture-places';
import { FramedImage } from '../../../framing/FramedImage';
import { FramingButton } from '../../../framing/FramingButton';
import { useText } from '../../../hooks/use-text';
import type { Text } from '../../../model/text';
import { serverUrl } from '../../../plugin/backend-url';
import { useForm } from './form-context';
import type { DescribedPicture, PictureText } from '../../../pictures/picture-texts';
import { PictureTexts } from '../../../pictures/PictureTexts';

const Image = styled.img`
  display: block;
  width: 100%;
  height: 9.6rem;
  object-fit: cover;
  border-radius: 4px;
  background: ${({ theme }) => theme.colors.neutral150};
`;

interface PictureCardProps {
  picture: DescribedPicture;
  /** Whether what is said of it in the language of the form is written here. */
  hasTexts: boolean;
  /** Tells its fields from those of the other pictures. */
  id: string;
  notes: readonly Text[];
  framing: {
    value: FramingForm | null;
    place: PicturePlace;
    onChange: (framing: FramingForm | null) => void;
  };
  onSay: (said: PictureText) => void;
  /** Null for the first one. */
  onEarlier: (() => void) | null;
  /** Null for the last one. */
  onLater: (() => void) | null;
  onRemove: () => void;
}

/** One picture of a form: what of it is seen, what is said of it, its place among the others. */
export function PictureCard(props: PictureCardProps) {
  const { picture: described, hasTexts, id, notes, framing, onSay, onEarlier, onLater, onRemove } = props;
  const { picture, said } = described;
  const text = useText();
  const { isDisabled, language } = useForm();
  const name = picture.name ?? '';
  const alt = said?.alternativeText || (picture.alternativeText ?? '');
  return (
    <li>
      <FramingButton
        picture={{ of: picture.url ?? '', src: serverUrl(picture.url ?? ''), alt }}
        {...{ name, ...framing }}
        disabled={isDisabled}
      >
        <Seen picture={picture} alt={alt} framing={framing.value} place={framing.place} />
      </FramingButton>
      {(!hasTexts || !alt) && (
        <Typography tag="p" variant="pi" textColor={picture.alternativeText ? 'neutral700' : 'warning700'}>
          {picture.alternativeText || text('compose.picture.no-alt')}
        </Typography>
      )}
      {hasTexts && (
        <Flex direction="column" alignItems="stretch" gap={3} paddingTop={3} paddingBottom={1}>
          <PictureTexts {...{ described, id, language, isDisabled }} onChange={onSay} />
        </Flex>
      )}
      {notes.map((note) => (
        <Typography key={note.key} tag="p" variant="pi" textColor="neutral800">
          {text(note)}
        </Typography>
      ))}
      <Flex gap={1} paddingTop={1}>
        {onEarlier && (
          <IconButton
            size="XS"
            label={text('compose.picture.earlier', { name })}
            disabled={isDisabled}
            onClick={onEarlier}
          >
            <ArrowLeft data-points />
          </IconButton>
        )}
        {onLater && (
          <IconButton
            size="XS"
            label={text('compose.picture.later', { name })}
            disabled={isDisabled}
            onClick={onLater}
          >
            <ArrowRight data-points />
          </IconButton>
        )}
        <IconButton
          size="XS"
          label={text('compose.picture.remove', { name })}
          disabled={isDisabled}
          onClick={onRemove}
        >
          <Cross />
        </IconButton>
      </Flex>
    </li>
  );
}

interface SeenProps {
  picture: PictureForm;
  alt: string;
  framing: FramingForm | null;
  place: PicturePlace;
}

/** What of a picture the mail shows. */
function Seen({ picture, alt, framing, place }: SeenProps) {
  const src = serverUrl(picture.url ?? '');
  const { width, height } = picture;
  if (framing === null || !width || !height) return <Image src={src} alt={alt} />;
  const part = seenPart({ width, height }, framing, pictureFormats[place].ratio);
  return (
    <FramedImage src={src} alt={alt} part={part} sides={(part.width * width) / (part.height * height)} />
  );
}
