import type { ArticleForm, FramingForm, PictureForm } from '../../../../../shared/desk';

/** What an article says of one of its pictures, in its own language. */
export type PictureText = NonNullable<ArticleForm['imageTexts']>[number];

/** A picture with what is said of it; null where nothing ever was. */
export interface DescribedPicture {
  picture: PictureForm;
  said: PictureText | null;
}

/** Pictures with their texts, which are stored in the same order. Pure. */
export function described(
  pictures: readonly PictureForm[],
  texts: readonly PictureText[] = [],
): DescribedPicture[] {
  return pictures.map((picture, at) => ({ picture, said: texts[at] ?? null }));
}

/** The texts as they are stored: one for each picture up to the last one that has any. Pure. */
export function textsOf(pictures: readonly DescribedPicture[]): PictureText[] {
  const last = pictures.map(({ said }) => said !== null).lastIndexOf(true);
  return pictures.slice(0, last + 1).map(({ said }) => said ?? { alternativeText: '', caption: '' });
}

/** The texts of an article's pictures with one of these framed; null shows all of it. Pure. */
export function framedTexts(
  { images, imageTexts }: ArticleForm,
  at: number,
  framing: FramingForm | null,
): PictureText[] {
  const all = described(images ?? [], imageTexts ?? []);
  return textsOf(
    all.map((one, place) =>
      place === at
        ? { ...one, said: { ...(one.said ?? { alternativeText: '', caption: '' }), framing } }
        : one,
    ),
  );
}
