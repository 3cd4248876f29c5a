import path from 'node:path';

/** The cms package: compiled, this file is `cms/dist/src/settings/paths.js`. */
export const appDir = path.resolve(__dirname, '..', '..', '..');
export const distDir = path.join(appDir, 'dist');
export const repositoryDir = path.resolve(appDir, '..');
export const environmentFile = path.join(repositoryDir, '.env');
