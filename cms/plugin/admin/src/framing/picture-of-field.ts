import { articlePicturePlace, type PicturePlace } from '../../../shared/picture-places';
import { articleKinds } from '../../../shared/lists';

interface FramedFile {
  /** What the form has there: a file, or nothing yet. */
  file: unknown;
  place: PicturePlace;
}

/**
 * The picture that a field of one of Strapi's forms frames, by the field's name: the cover, the one of its section, or the one at the
 * same place among the images of an article. In its own form an article is shown as one that leads, as in its preview. Pure.
 *
 * @example pictureOfField('imageTexts.0.framing', form.values)
 */
export function pictureOfField(name: string, values: Readonly<Record<string, unknown>>): FramedFile {
  const keys = name.split('.');
  if (keys[0] === 'coverFraming') return { file: values['cover'], place: 'cover' };
  const at = Number(keys[1]);
  if (keys[0] === 'sections') return { file: below(below(values['sections'], at), 'picture'), place: 'free' };
  const kind = articleKinds.find((one) => one === values['kind']);
  return {
    file: below(values['images'], at),
    place: articlePicturePlace({ kind, layout: 'lead', articleAt: 0, at }),
  };
}

function below(node: unknown, key: string | number): unknown {
  return typeof node === 'object' && node !== null ? (Reflect.get(node, key) as unknown) : undefined;
}
