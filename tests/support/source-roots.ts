/** Where each package keeps its program: the rules of the house hold below each. A folder that moves is changed here alone. */
export const sourceRoots = [
  'renderer/src',
  'delivery/src',
  'cms/plugin/server/src',
  'cms/plugin/admin/src',
  'cms/plugin/shared',
  'cms/app/src',
] as const;

/** The files by which packages are entered. */
export const doors = [
  'renderer/src/index.ts',
  'delivery/src/index.ts',
  'cms/plugin/server/src/door.ts',
] as const;
