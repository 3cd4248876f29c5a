import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  checkEdition,
  findingKey,
  graveRules,
  maySetAside,
  parseIssue,
  renderIssue,
  type Finding,
} from '@nachra/renderer';
import { describe, expect, it } from 'vitest';
import { amanews242 } from '../support/issue';

const finding = (changes: Partial<Finding> = {}): Finding => ({
  rule: 'total-wrong',
  severity: 'warning',
  place: 'sections[0].dashboard.groups[0].indicators[2].values',
  values: { indicator: 'Effectif', parts: 'Siège + Agences' },
  ...changes,
});

describe('grave rules', () => {
  it('are rules of the preflight, each once', () => {
    const file = join(__dirname, '../../emails/languages/en.json');
    const { findings } = JSON.parse(readFileSync(file, 'utf8')) as { findings: object };
    expect(Object.keys(findings)).toEqual(expect.arrayContaining([...graveRules]));
    expect(new Set(graveRules).size).toBe(graveRules.length);
  });

  it('are all that concern figures, totals, dates, the number and the period, or say that none was checked', () => {
    const file = join(__dirname, '../../emails/languages/en.json');
    const { findings } = JSON.parse(readFileSync(file, 'utf8')) as { findings: object };
    const about = /^(figure|total|unit|date|parity|event|other|label)-|^not-checked$|^may-have-left$/;
    const light = ['parity-sections', 'parity-article-order', 'parity-kind', 'parity-body'];
    expect(
      Object.keys(findings)
        .filter((name) => about.test(name) && !light.includes(name))
        .sort(),
    ).toEqual([...graveRules].sort());
  });
});

describe('what a person may set aside', () => {
  it('is a warning, also a grave one; never an error, nor what nobody knows', () => {
    expect(maySetAside(finding())).toBe(true);
    expect(maySetAside(finding({ severity: 'error' }))).toBe(false);
    for (const rule of ['not-checked', 'may-have-left']) expect(maySetAside(finding({ rule }))).toBe(false);
  });
});

describe('the key of a finding', () => {
  it('is the same for the same finding, whatever the order of its values, and after storage', () => {
    const { rule, severity, place } = finding();
    const turned = { values: { parts: 'Siège + Agences', indicator: 'Effectif' }, place, severity, rule };
    expect(findingKey(turned)).toBe(findingKey(finding()));
    expect(findingKey(JSON.parse(JSON.stringify(finding())) as Finding)).toBe(findingKey(finding()));
    expect(findingKey(finding())).toBe(
      'total-wrong@sections[0].dashboard.groups[0].indicators[2].values#8c6cded662564590',
    );
  });

  it.each<[what: string, changes: Partial<Finding>]>([
    ['rule', { rule: 'total-part-unknown' }],
    ['place', { place: 'sections[1]' }],
    ['value', { values: { indicator: 'Effectif', parts: 'Siège' } }],
  ])('is another for another %s', (_, changes) => {
    expect(findingKey(finding(changes))).not.toBe(findingKey(finding()));
  });

  it('tells all findings in N° 242 apart', async () => {
    const issue = parseIssue(amanews242());
    const findings = await checkEdition(issue, await renderIssue(issue));
    expect(findings.length).toBeGreaterThan(5);
    expect(new Set(findings.map(findingKey)).size).toBe(findings.length);
  });
});
