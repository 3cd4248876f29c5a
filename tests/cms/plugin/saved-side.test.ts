import { describe, expect, it } from 'vitest';
import { savedSide } from '../../../cms/plugin/admin/src/model/saved-side';

const at = '2026-01-01T00:00:00.000Z';
const change = (by: string | null, ...fields: string[]) => ({ by, at, action: 'update', fields });
const ofClaire = { key: 'conflict.theirs.of', values: { name: 'Claire' } };

describe('the saved side of a conflict', () => {
  it('bears a name only where that person has changed that field', () => {
    const changes = [change('Claire', 'Chapeau', 'Rubriques')];
    expect(savedSide({ changedBy: 'me', label: 'Titre' }, changes).key).toBe('conflict.theirs.unchanged');
    expect(savedSide({ changedBy: 'them', label: 'Chapeau' }, changes)).toEqual(ofClaire);
    expect(savedSide({ changedBy: 'both', label: 'Rubriques › Citation' }, changes)).toEqual(ofClaire);
    // Nothing is known of who changed it: the save in question is forgotten.
    expect(savedSide({ changedBy: 'both', label: 'Titre' }, changes).key).toBe('conflict.theirs');
  });

  it('bears each person’s own field, and nobody’s where several or a program have changed it', () => {
    const changes = [change('Karim', 'Titre'), change('Claire', 'Chapeau'), change(null, 'Image')];
    expect(savedSide({ changedBy: 'them', label: 'Chapeau' }, changes)).toEqual(ofClaire);
    expect(savedSide({ changedBy: 'them', label: 'Image' }, changes).key).toBe('conflict.theirs');
    const both = [...changes, change('Karim', 'Chapeau')];
    expect(savedSide({ changedBy: 'them', label: 'Chapeau' }, both).key).toBe('conflict.theirs');
  });
});
