import type { Rule } from './rule';

/** Every rule, in the order of its findings: first what forbids approval most often. */
export const rules: readonly Rule[] = [];
