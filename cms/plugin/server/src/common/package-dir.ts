import path from 'node:path';

/** Folder of the plugin's package: compiled, this file is `dist/cjs/server/src/common/package-dir.js` in it. */
export const packageDir = path.resolve(__dirname, '..', '..', '..', '..', '..');
