import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { openApiDocument } from '../../../cms/plugin/shared/desk';
import { strapiPermission } from '../../../cms/plugin/shared/lists';
import { deskPrefix, endpoints } from '../../../cms/plugin/shared/endpoints';
import { repositoryRoot } from '../../support/repository';

interface Document {
  openapi: string;
  paths: Record<string, Record<string, { operationId: string; 'x-permission': string; responses: object }>>;
}

const document = openApiDocument() as unknown as Document;

describe('the OpenAPI document of the desk', () => {
  it('is the committed one: `npm run openapi` writes it anew', () => {
    const committed: unknown = JSON.parse(readFileSync(join(repositoryRoot, 'docs/openapi.json'), 'utf8'));
    expect(committed).toEqual(JSON.parse(JSON.stringify(document)));
  });

  it('is OpenAPI 3.1', async () => {
    const validator = new Validator();
    // A copy: the validator resolves references in place.
    const result = await validator.validate(structuredClone(document) as unknown as Record<string, unknown>);
    expect(result.errors ?? []).toEqual([]);
    expect(result.valid).toBe(true);
    expect(validator.version).toBe('3.1');
  });

  it('has every route of the contract with its permission, and none besides', () => {
    const described = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.entries(operations).map(([method, operation]) =>
        [operation.operationId, method, path, operation['x-permission']].join(' '),
      ),
    );
    const contract = Object.entries(endpoints).map(([name, { method, path, action }]) =>
      [
        name,
        method.toLowerCase(),
        `${deskPrefix}${path.replaceAll(/:(\w+)/g, '{$1}')}`,
        action === null ? 'plugin::content-manager.explorer.update' : strapiPermission(action),
      ].join(' '),
    );
    expect(described.sort()).toEqual(contract.sort());
  });

  it('leads every reference to a component that is there', () => {
    const text = JSON.stringify(document);
    const references = [...text.matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path = '']) => path.split('/'));
    expect(references.length).toBeGreaterThan(50);
    for (const path of references) {
      const target = path.reduce<unknown>(
        (node, key) => (node as Record<string, unknown> | undefined)?.[key],
        document,
      );
      expect(target, path.join('/')).toBeDefined();
    }
  });

  it('says with which codes a route may refuse', () => {
    const { responses } = document.paths['/newsletter/issues/{documentId}/approve']?.['post'] ?? {};
    expect(JSON.stringify(responses)).toMatch(/Refused\.APPROVAL_REFUSED.*Refused\.EDITION_CHANGED/);
    expect(responses).toHaveProperty('401');
  });
});
