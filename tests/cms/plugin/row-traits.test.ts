import { describe, expect, it } from 'vitest';
import { traitsOf } from '../../../cms/plugin/admin/src/model/row-traits';
import { loadPlugin } from '../../support/cms';

describe('what is told of a row in a comparison of versions', () => {
  const row = { ...{ label: 'Encours', values: [1], decimals: null, highlight: false, chart: null } };
  const plain = { ...row, unit: 'count', measure: 'flow' };

  it('is its unit, its highlight and its chart, where they are others than before', () => {
    const now = { ...plain, unit: 'KDH', highlight: true, chart: 'bars' };
    expect(traitsOf(now, plain)).toEqual([
      { trait: 'unit', differs: true },
      { trait: 'highlight', differs: true },
      { trait: 'chart', differs: true },
    ]);
    // On the other side the unit alone: there is no tile to speak of.
    expect(traitsOf(plain, now)).toEqual([{ trait: 'unit', differs: true }]);
    expect(traitsOf(now, now).map(({ differs }) => differs)).toEqual([false, false, false]);
    expect(traitsOf(plain, undefined)).toEqual([]);
  });

  it('is read of what is stored, also where the contract would refuse it', () => {
    const stored = {
      periods: [{ label: '2023' }],
      groups: [
        {
          title: 'Activité',
          indicators: [
            { label: 'Encours', values: [1], unit: 'KDH', measure: 'stock', highlight: true, chart: 'line' },
            { label: 'Clients', values: ['?'], unit: 7, highlight: 'oui' },
          ],
        },
      ],
    };
    const { showFigures } = loadPlugin<
      typeof import('../../../cms/plugin/server/src/content/revisions/shown-figures')
    >('content/revisions/shown-figures');
    expect(showFigures(stored)).toMatchObject({
      groups: [
        {
          rows: [
            { label: 'Encours', unit: 'KDH', measure: 'stock', highlight: true, chart: 'line' },
            { ...plain, label: 'Clients', values: [null] },
          ],
        },
      ],
    });
  });
});
