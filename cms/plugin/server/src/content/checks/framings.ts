import { describeProblems } from '@nachra/renderer';
import type { SaveProblem } from '../../common/save-problem';
import { storedFramingSchema } from '../documents/stored-framing';

/** What keeps a framing from being stored: shares beyond the picture, or anything that is no share. */
export function framingProblems(
  value: unknown,
  path: string[],
  name: { uid: string; field: string },
): SaveProblem[] {
  const { error } = storedFramingSchema.safeParse(value, { reportInput: true });
  const [problem] = describeProblems(error?.issues ?? []);
  return problem ? [{ path, code: 'FRAMING_INVALID', data: { ...name, problem } }] : [];
}
