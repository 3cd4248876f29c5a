import type { ArticleForm, FramingForm, PictureForm } from '../../../shared/desk';

/** What an article says of one of its pictures, in its own language. */
export type PictureText = NonNullable<ArticleForm['imageTexts']>[number];

/** A picture with what is said of it; null where nothing ever was. */
export interface DescribedPicture<Picture = PictureForm> {
  picture: Picture;
  said: PictureText | null;
}

/** Pictures with their texts, which are stored in the same order. Pure. */
export function described<Picture>(
  pictures: readonly Picture[],
  texts: readonly PictureText[] = [],
): DescribedPicture<Picture>[] {
  return pictures.map((picture, at) => ({ picture, said: texts[at] ?? null }));
}

/** The texts as they are stored: one for each picture up to the last one that has any. Pure. */
export function textsOf(pictures: readonly Pick<DescribedPicture, 'said'>[]): PictureText[] {
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

/** Pictures by their numbers in the media library, and the texts that stand in their order. */
export interface PicturesSeen {
  ids: readonly number[];
  texts: readonly PictureText[] | null | undefined;
}

/**
 * The texts of pictures that were moved, taken away or added, each with its own picture; null where they stay as they are, since the
 * pictures did, or since they were written anew together with them (another version was taken over). What was said of a picture
 * that was taken away is kept, and comes back with it. Pure but for `kept`.
 *
 * @param kept what was said of a picture, by its number
 */
export function followed(
  before: PicturesSeen,
  now: PicturesSeen,
  kept: Map<number, PictureText>,
): PictureText[] | null {
  if (now.texts !== before.texts) return null;
  if (now.ids.length === before.ids.length && now.ids.every((id, at) => id === before.ids[at])) return null;
  before.ids.forEach((id, at) => {
    const said = before.texts?.[at];
    if (said) kept.set(id, said);
  });
  const next = textsOf(now.ids.map((id) => ({ said: kept.get(id) ?? null })));
  return next.length === 0 && (before.texts ?? []).length === 0 ? null : next;
}
