import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { decisions, deliveryStates, exclusionReasons } from '@nachra/delivery';
import { articleSchema, dashboardSchema, languages, sectionTypes, severities } from '@nachra/renderer';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import english from '../../cms/plugin/admin/src/translations/en.json';
import french from '../../cms/plugin/admin/src/translations/fr.json';
import * as lists from '../../cms/plugin/shared/lists';
import { stageEvents, stages } from '../../cms/plugin/shared/stages';
import { repositoryRoot } from '../support/repository';
import { filesUnder } from '../support/wall';

const server = join(repositoryRoot, 'cms/plugin/server/src');
const kinds = articleSchema.options.map(({ shape }) => shape.kind.value);

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
  'articles.json layout': ['lead', 'list', 'cards'],
  'article.json kind': kinds,
  'article.json language': languages,
  'brand.json defaultLanguage': languages,
  'brand.json images': ['linked', 'embedded'],
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
    const { unit, measure, chart } = dashboardSchema.shape.groups.element.shape.indicators.element.shape;
    expect([...lists.units].sort()).toEqual([...unit.unwrap().options].sort());
    expect([...lists.measures].sort()).toEqual([...measure.unwrap().options].sort());
    expect([...lists.charts].sort()).toEqual([...chart.unwrap().options].sort());
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
    ];
    for (const catalogue of [french, english]) {
      expect(texts.filter((key) => !(catalogue as Record<string, string>)[key])).toEqual([]);
    }
    expect(Object.keys(english).sort()).toEqual(Object.keys(french).sort());
  });

  it('and no source of the CMS writes one out again', () => {
    const owned: readonly (readonly string[])[] = [
      languages,
      kinds,
      sectionTypes,
      stages,
      stageEvents,
      lists.deskActions,
      lists.units,
      lists.deliveryStates,
      lists.campaignStatuses,
      exclusionReasons,
      decisions,
    ];
    const known = new Set(owned.map(asKey));
    const copies = ['cms/plugin', 'cms/app']
      .flatMap((folder) => filesUnder(join(repositoryRoot, folder)))
      .filter((file) => /\/src\/.*\.tsx?$/.test(file))
      .flatMap((file) =>
        writtenLists(file)
          .filter((words) => known.has(asKey(words)))
          .map((words) => `${relative(repositoryRoot, file)}: ${words.join(', ')}`),
      );
    expect(copies).toEqual([]);
  });
});

function asKey(words: readonly string[]): string {
  return [...words].sort().join(' ');
}

/** Arrays of texts, and unions of texts, in a source file. */
function writtenLists(file: string): string[][] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: string[][] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isArrayLiteralExpression(node) && node.elements.every(ts.isStringLiteral)) {
      found.push(node.elements.map((element) => (element as ts.StringLiteral).text));
    }
    if (ts.isUnionTypeNode(node)) {
      const texts = node.types.flatMap((type) =>
        ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal) ? [type.literal.text] : [],
      );
      if (texts.length === node.types.length) found.push(texts);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
