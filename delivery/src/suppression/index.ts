export * from './list-suppressions';
export * from './suppress';
export type { Suppression } from './suppression';
