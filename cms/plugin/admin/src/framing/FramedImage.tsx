import type { PicturePart } from '../../../shared/picture-cut';

interface FramedImageProps {
  src: string;
  alt: string;
  /** What of it is seen. */
  part: PicturePart;
  /** Width through height of that part, in pixels. */
  sides: number;
}

/** A picture of which a part is seen, as wide as the room there is. */
export function FramedImage({ src, alt, part, sides }: FramedImageProps) {
  return (
    <span
      dir="ltr"
      style={{ display: 'block', position: 'relative', overflow: 'hidden', aspectRatio: String(sides) }}
    >
      <img
        src={src}
        alt={alt}
        style={{
          ...{ position: 'absolute', maxWidth: 'none', maxHeight: 'none', objectFit: 'fill' },
          ...{ width: `${100 / part.width}%`, height: `${100 / part.height}%` },
          left: `${(-part.x / part.width) * 100}%`,
          top: `${(-part.y / part.height) * 100}%`,
        }}
      />
    </span>
  );
}
