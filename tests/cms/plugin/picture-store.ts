import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseIssue, renderIssue, type Edition } from '@nachra/renderer';
import { loadPlugin } from '../../support/cms';
import { amanews242, anIssue } from '../../support/issue';

type Assets = typeof import('../../../cms/plugin/server/src/editions/asset-store');
type Elsewhere = typeof import('../../../cms/plugin/server/src/editions/picture-elsewhere');

/** Folders of their own for pictures and uploads. */
export function pictureFolders() {
  const make = (kind: string) => mkdtempSync(path.join(tmpdir(), `nachra-${kind}-`));
  const [folder, uploads] = [make('assets'), make('uploads')];
  return {
    folder,
    uploads,
    /** The store, as another process would open it. */
    open(log: { warn: (fields: { event: string }) => void; error: (fields: { event: string }) => void }) {
      const { pictureElsewhere } = loadPlugin<Elsewhere>('editions/picture-elsewhere');
      const elsewhere = (name: string) => pictureElsewhere(uploads, name);
      return loadPlugin<Assets>('editions/asset-store').openAssetStore(folder, 40_000_000, {
        log,
        elsewhere,
      });
    },
    remove() {
      for (const each of [folder, uploads]) rmSync(each, { recursive: true, force: true });
    },
  };
}

const assetBase = 'https://news.example.test/assets';
const images = { mode: 'linked', assetBase } as const;

/** An edition that links to one picture of the store. */
export function linkedEdition(name: string): Promise<Edition> {
  const image = { src: `${assetBase}/${name}`, alt: 'Un palmier', width: 20, height: 20 };
  return renderIssue(parseIssue(anIssue({ sections: [{ type: 'image', image }] })), { images });
}

/** An edition that links to pictures that were drawn for it. */
export function drawnEdition(): Promise<Edition> {
  return renderIssue(parseIssue(amanews242()), { images });
}
