import { pictureFormats, sharpPixels } from '@nachra/renderer';
import { publicLinks } from '@nachra/delivery';
import type { AssetStore } from './asset-store';
import { bindPictures, type BindPicture } from './bind-pictures';
import type { PictureCopies } from './copy-pictures';
import type { CutStore } from './cut-store';
import { openPictureFiles, type ImagesMode } from './picture-files';
import type { IssueDraft } from './to-issue';

/** Binds the pictures of a draft to their content. @param copies of pictures that lie on other servers */
type BindDraft = (draft: IssueDraft, mode: ImagesMode, copies?: PictureCopies) => Promise<IssueDraft>;

interface BinderDependencies {
  /** Strapi's folder of uploads. */
  uploads: string;
  publicUrl: string;
  assets: Pick<AssetStore, 'keepPicture' | 'find'>;
  cuts: CutStore;
}

/** Pixels of a cut picture for each px of its place: as of a whole one, an embedded picture is half the bytes of a linked one. */
const pixels: Readonly<Record<ImagesMode, number>> = { linked: sharpPixels, embedded: 1.4 };

export function openPictureBinder({ uploads, publicUrl, assets, cuts }: BinderDependencies): BindDraft {
  const files = openPictureFiles(uploads, publicUrl, assets, cuts);
  const links = publicLinks(publicUrl);

  return (draft, mode, copies = {}) => {
    const bind: BindPicture = async ({ address, cut }) => {
      const copy = copies[address];
      if (cut === null) {
        const name = copy ?? (await files.nameOf(address, mode));
        return name === null ? null : { address: links.asset(name), cut: null };
      }
      const { ratio, width } = pictureFormats[cut.at];
      const asked = { framing: cut.framing, ratio, widest: Math.round(width * pixels[mode]) };
      const bytes = copy === undefined ? null : await assets.find(copy);
      const kept = bytes === null ? await files.cutOf(address, asked) : await cuts.keep(bytes, asked);
      return kept && { address: links.asset(kept.name), cut: { width: kept.width, height: kept.height } };
    };
    return bindPictures(draft, bind);
  };
}
