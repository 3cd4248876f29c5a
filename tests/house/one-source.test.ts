import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { decisions, deliveryStates, exclusionReasons, testFaults, unfinishedStates } from '@nachra/delivery';
import { suppressionSources } from '../../delivery/src/incoming/feedback';
import {
  articleKinds as kinds,
  articleLayouts,
  chartForms,
  directionOf,
  imageModes,
  languages,
  measures,
  sectionTypes,
  severities,
  units,
} from '@nachra/renderer';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import arabic from '../../cms/plugin/admin/src/translations/ar.json';
import english from '../../cms/plugin/admin/src/translations/en.json';
import french from '../../cms/plugin/admin/src/translations/fr.json';
import * as lists from '../../cms/plugin/shared/lists';
import { stages } from '../../cms/plugin/shared/stages';
import { repositoryRoot } from '../support/repository';
import { sourceRoots } from '../support/source-roots';
import { treeOf } from '../support/tree-of';
import { filesUnder, sourcesUnder } from '../support/wall';

const server = join(repositoryRoot, 'cms/plugin/server/src');

interface Attribute {
  type: string;
  enum?: string[];
  components?: string[];
}

/** Every choice that Strapi's schemas offer, by file and field. */
function choices(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const file of filesUnder(server).filter((name) => name.endsWith('.json'))) {
    const { attributes = {} } = JSON.parse(readFileSync(file, 'utf8')) as {
      attributes?: Record<string, Attribute>;
    };
    for (const [field, { enum: words, components }] of Object.entries(attributes)) {
      const offered = words ?? components;
      // By the file's own name, so that folders may move.
      if (offered) found.set(`${file.split('/').at(-1)} ${field}`, offered);
    }
  }
  return found;
}

/** The list that each of them stands for. */
const standsFor: Readonly<Record<string, readonly string[]>> = {
  'brand-wording.json language': languages,
  'articles.json layout': articleLayouts,
  'article.json kind': kinds,
  'article.json language': languages,
  'brand.json defaultLanguage': languages,
  'brand.json fourEyes': ['automatic', 'off'],
  'brand.json images': imageModes,
  'issue.json language': languages,
  'issue.json sections': sectionTypes.map((type) => `newsletter-section.${type}`),
  'issue.json stage': stages,
  'subscriber.json language': languages,
};

describe('a list stands in one place', () => {
  it('and Strapi’s schemas offer what it holds: a new choice enters the table of this test', () => {
    const offered = choices();
    expect([...offered.keys()].sort()).toEqual(Object.keys(standsFor).sort());
    for (const [field, words] of offered)
      expect([...words].sort(), field).toEqual([...(standsFor[field] ?? [])].sort());
  });

  it('and what the admin runs is the owner’s list, in an order of its own', () => {
    expect([...lists.languages].sort()).toEqual([...languages].sort());
    expect([...lists.severities].sort()).toEqual([...severities].sort());
    expect([...lists.deliveryStates].sort()).toEqual([...deliveryStates].sort());
    expect([...lists.unfinishedStates].sort()).toEqual([...unfinishedStates].sort());
    expect([...lists.suppressionSources].sort()).toEqual([...suppressionSources].sort());
    expect([...lists.units].sort()).toEqual([...units].sort());
    expect([...lists.measures].sort()).toEqual([...measures].sort());
    expect([...lists.charts].sort()).toEqual([...chartForms].sort());
    for (const language of languages) expect(lists.directions[language]).toBe(directionOf(language));
  });

  it('and the admin has a text for each of its words, in each of its languages', () => {
    const texts = [
      ...stages.map((stage) => `stage.${stage}`),
      ...languages.map((language) => `language.${language}`),
      ...deliveryStates.flatMap((state) => [`delivery.${state}`, `delivery.one.${state}`]),
      ...lists.campaignStatuses.flatMap((status) => [
        `campaign.status.${status}`,
        `campaign.label.${status}`,
      ]),
      ...exclusionReasons.map((reason) => `reason.${reason}`),
      ...decisions.filter((decision) => decision !== 'send-again').map((one) => `deliveries.decide.${one}`),
      ...lists.units.map((unit) => `figures.unit.${unit}`),
      ...lists.measures.map((measure) => `figures.measure.${measure}`),
      ...lists.charts.map((chart) => `figures.chart.${chart}`),
      ...testFaults.map((fault) => `test.fault.${fault}`),
      ...lists.suppressionSources.map((source) => `source.${source}`),
    ];
    for (const catalogue of [french, english, arabic]) {
      expect(texts.filter((key) => !(catalogue as Record<string, string>)[key])).toEqual([]);
    }
  });

  it('and no source writes one out again', () => {
    const written = sourceRoots
      .flatMap((root) => sourcesUnder(join(repositoryRoot, root)))
      .concat(sourcesUnder(join(repositoryRoot, 'cms/app/config')))
      .flatMap((file) =>
        writtenLists(file).map((list) => ({ ...list, file: relative(repositoryRoot, file) })),
      );
    const owned = new Set([
      ...written.filter(({ owns }) => owns).map(({ key }) => key),
      ...[kinds, sectionTypes, exclusionReasons].map(keyOf),
    ]);
    const places = new Map<string, string[]>();
    for (const { key, file, owns } of written) {
      if (!owned.has(key) || sameWordsByChance.has(key)) continue;
      places.set(key, [...(places.get(key) ?? []), owns ? `${file}, which exports it` : file]);
    }
    expect([...places].filter(([, files]) => files.length > 1)).toEqual([]);
    expect(owned.size).toBeGreaterThan(30);
  });

  it.each([
    ['an array', `export const a = ['x', 'y'] as const; const b = ['y', 'x'];`],
    ['a union', `export const a = ['x', 'y'] as const; type B = 'x' | 'y';`],
    ['a schema', `export const a = ['x', 'y'] as const; const b = z.enum(['x', 'y']);`],
    ['a second list that is exported', `export const a = ['x', 'y'] as const; export const b = ['x', 'y'];`],
  ])('and %s is found', (_what, text) => {
    const file = join(treeOf({ 'a.ts': text }), 'a.ts');
    expect(writtenLists(file).map(({ key }) => key)).toEqual(['x y', 'x y']);
    expect(writtenLists(file)[0]?.owns).toBe(true);
  });
});

/** Lists that hold the same words and mean different things. */
const sameWordsByChance = new Set([
  // The languages that the preview's page has words for, and those that have a dictionary.
  keyOf(['fr', 'en']),
]);

interface WrittenList {
  /** The words, sorted. */
  key: string;
  /** Whether it is exported as a constant, so that others can import it. */
  owns: boolean;
}

function keyOf(words: readonly string[]): string {
  return [...words].sort().join(' ');
}

/** Arrays and unions of two texts or more in a source file; not those that the compiler holds to their owner's (`inFull`). */
function writtenLists(file: string): WrittenList[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: WrittenList[] = [];
  const add = (words: readonly string[], owns: boolean): void => {
    if (words.length > 1) found.push({ key: keyOf(words), owns });
  };
  const visit = (node: ts.Node): void => {
    if (
      ts.isArrayLiteralExpression(node) &&
      node.elements.every(ts.isStringLiteral) &&
      !isInFull(node.parent)
    ) {
      add(
        node.elements.map((element) => (element as ts.StringLiteral).text),
        isExportedList(node),
      );
    }
    if (ts.isUnionTypeNode(node)) {
      const texts = node.types.flatMap((type) =>
        ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal) ? [type.literal.text] : [],
      );
      if (texts.length === node.types.length) add(texts, false);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** `inFull<Word>()([…])`. */
function isInFull(node: ts.Node): boolean {
  return ts.isCallExpression(node) && /^inFull\b/.test(node.expression.getText());
}

/** `export const list = […] as const`, with or without `satisfies`. */
function isExportedList(list: ts.Node): boolean {
  let { parent } = list;
  if (!ts.isAsExpression(parent)) return false;
  while (ts.isAsExpression(parent) || ts.isSatisfiesExpression(parent)) parent = parent.parent;
  if (!ts.isVariableDeclaration(parent)) return false;
  const statement = parent.parent.parent;
  return (
    ts.isVariableStatement(statement) &&
    (statement.modifiers ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
  );
}
