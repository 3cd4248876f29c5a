import { dashboardSchema } from '@nachra/renderer';
import type { Check } from './guard';

/** The figures must be what the contract calls a dashboard; each problem names its group and row. */
export const dashboardFigures: Check = (data) => {
  const figures = data['figures'];
  if (figures === undefined) return Promise.resolve([]);
  const result = dashboardSchema.safeParse({
    ...(typeof figures === 'object' && figures !== null ? figures : { periods: figures }),
    title: 'figures',
    asOf: '2000-01-01',
  });
  if (result.success) return Promise.resolve([]);
  return Promise.resolve(
    result.error.issues.map((issue) => ({
      path: ['figures'],
      message: `Chiffres : ${issue.path.join('.') || 'le tout'} : ${issue.message}.`,
    })),
  );
};
