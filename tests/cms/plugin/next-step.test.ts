import { describe, expect, it } from 'vitest';
import { nextAfterEnd } from '../../../cms/plugin/admin/src/model/ended';
import { leftIn } from '../../../cms/plugin/admin/src/model/next-task';
import { nextStep } from '../../../cms/plugin/admin/src/model/stage';
import french from '../../../cms/plugin/admin/src/translations/fr.json';
import type { EndedApproval } from '../../../cms/plugin/shared/desk';

type Issue = Parameters<typeof nextStep>[0];

const none = { edit: false, approve: false, send: false, manageAudience: false };
const editor = { ...none, edit: true };
const publisher = { edit: true, approve: true, send: true, manageAudience: true };

const issue = (over: Partial<Issue>): Issue => ({
  stage: 'scheduled',
  campaign: null,
  edition: null,
  obstacles: [],
  may: publisher,
  approvalBar: null,
  hold: null,
  review: null,
  ...over,
});
const said = (over: Partial<Issue>): string => french[nextStep(issue(over)).key];

describe('what the desk says a person can do next', () => {
  it('offers no pause or withdrawal of a scheduled send to whoever may not send', () => {
    expect(said({})).toContain('Vous pouvez le suspendre');
    expect(said({ may: { ...publisher, edit: false } })).not.toContain('reprendre le numéro');
    for (const may of [none, editor]) {
      expect(said({ may })).not.toContain('Vous pouvez');
      expect(said({ may })).toContain('Un responsable de publication peut');
    }
  });

  it('asks nobody to complete, approve or schedule what she may not', () => {
    expect(said({ stage: 'drafting', may: none })).not.toContain('Complétez');
    const ended: EndedApproval = {
      because: 'changed',
      by: { id: '1', name: 'Claire' },
      at: '2026-01-01T00:00:00.000Z',
      what: null,
      language: 'fr',
      cancelled: '2026-01-02T00:00:00.000Z',
    };
    const next = (stage: Issue['stage'], may: Issue['may']) =>
      french[nextAfterEnd({ stage, may }, ended).key];
    expect(next('drafting', publisher)).toContain('programmez');
    expect(next('drafting', editor)).not.toContain('programmez');
    expect(next('approved', publisher)).toContain('Programmez-le');
    expect(next('approved', editor)).not.toContain('Programmez-le');
    expect(next('in-review', editor)).not.toContain('avant d’approuver');
    expect(next('drafting', none)).not.toContain('soumettez');
  });

  it('says on the first page who may not know that an issue is approved', () => {
    const told = (isMine: boolean) => ({
      about: 'approved' as const,
      name: 'Amal',
      isMine,
      reason: 'refused' as const,
    });
    const left = (untold: Parameters<typeof leftIn>[0]['untold']) =>
      leftIn({ stage: 'approved', obstacles: [], findings: [], untold });
    expect(left([])).toBeNull();
    expect(left([told(false), told(true)])?.key).toBe('work.untold.mine');
    expect(left([told(false)])).toEqual({ key: 'work.untold.others', values: { count: 1 } });
  });
});
