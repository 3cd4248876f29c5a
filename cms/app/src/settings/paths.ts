import path from 'node:path';

/** The application's package: compiled, this file is `cms/app/dist/src/settings/paths.js`. */
export const appDir = path.resolve(__dirname, '..', '..', '..');
export const distDir = path.join(appDir, 'dist');
export const repositoryDir = path.resolve(appDir, '..', '..');
export const environmentFile = path.join(repositoryDir, '.env');
