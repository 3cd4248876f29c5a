/**
 * The one function that Strapi imports of `preferred-pm` 5, which warns on Node.js 20 at each install and brings a reader
 * of YAML with it, to find out what an application is installed with. This one is always installed with npm.
 */
export const preferredPM = async () => ({ name: 'npm', version: '>=7' });
