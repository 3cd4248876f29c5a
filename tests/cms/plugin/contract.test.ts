import { DeliveryError } from '@nachra/delivery';
import { describe, expect, it } from 'vitest';
import { refusals, routes } from '../../../cms/plugin/shared/desk';
import { endpoints, urlOf, type EndpointName } from '../../../cms/plugin/shared/endpoints';
import {
  deskRefusalCodes,
  deliveryRefusalCodes,
  isRefusalCode,
} from '../../../cms/plugin/shared/refusal-codes';
import { readRefusal } from '../../../cms/plugin/admin/src/model/read-refusal';
import { loadPlugin } from '../../support/cms';

type RoutesModule = typeof import('../../../cms/plugin/server/src/desk/desk-routes');

describe('the contract of the desk', () => {
  it('is served in full: each route has one handler, and no handler is without a route', () => {
    const { deskRoutes } = loadPlugin<RoutesModule>('desk/desk-routes');
    // Handlers ask for what they need when they are called.
    const handlers = deskRoutes({} as never, {} as never);
    const served = handlers.map(({ name }) => name);
    expect(served.sort()).toEqual(Object.keys(endpoints).sort());
    expect(Object.keys(routes).sort()).toEqual(Object.keys(endpoints).sort());
  });

  it('has no two routes at one place', () => {
    const places = Object.values(endpoints).map(({ method, path }) => `${method} ${path}`);
    expect(new Set(places).size).toBe(places.length);
  });

  it('refuses with each of its codes somewhere', () => {
    const used = new Set<string>(Object.values(routes).flatMap((route) => [...route.refusals]));
    // Any route may refuse with the first two; the others are of saves in the content manager and of the media library.
    for (const code of [
      ...['INPUT_INVALID', 'BODY_TOO_LARGE', 'BODY_TOO_DEEP', 'BODY_UNREADABLE', 'QUERY_TOO_LONG'],
      'QUERY_UNREADABLE',
      'REQUEST_INCOMPLETE',
      ...['UNFORESEEN', 'ISSUE_LOCKED', 'ISSUE_SCHEDULED', 'STAGE_GUARDED'],
      ...[
        'REVISION_MISSING',
        'REVISION_STALE',
        'PICTURE_TOO_LARGE',
        'PICTURE_UNREADABLE',
        'UPLOAD_PROTECTED',
        'UPLOAD_ATTACHED',
        'CORRECTION_BOUND',
        'JOURNAL_APPEND_ONLY',
        'APPROVAL_ENDS',
        'COPY_CLOSED',
        'DELETION_HELD',
      ],
    ]) {
      used.add(code);
    }
    expect([...used].sort()).toEqual(Object.keys(refusals).sort());
    expect([...deskRefusalCodes].sort()).toEqual(Object.keys(refusals).sort());
  });

  it('fills an address in, and leaves out what is not asked', () => {
    expect(urlOf('downloadDeliveries', { id: 'c 1' }, { state: 'rejected', search: undefined })).toBe(
      '/newsletter/campaigns/c%201/deliveries.csv?state=rejected',
    );
    expect(urlOf('listIssues', {})).toBe('/newsletter/issues');
  });

  it('gives every path parameter a name', () => {
    const names = Object.keys(endpoints) as EndpointName[];
    for (const name of names) expect(endpoints[name].path).toMatch(/^(\/(:[a-zA-Z]+|[a-z.-]+))+$/);
  });
});

describe('the admin reads a refusal', () => {
  it('by its code, with its data and the server’s sentence', () => {
    const details = { code: 'NO_RECIPIENTS', data: { candidates: 3 } };
    expect(readRefusal({ status: 409, name: 'ApplicationError', message: 'Personne.', details })).toEqual({
      kind: 'server',
      message: 'Personne.',
      details,
    });
  });

  it('and takes no other program’s code for one of the desk’s', () => {
    expect(isRefusalCode('CAMPAIGN_CANCELLED')).toBe(true);
    expect(deliveryRefusalCodes).not.toContain('CAMPAIGN_UNKNOWN');
    const details = { code: 'ERR_NETWORK' };
    expect(readRefusal({ status: 404, message: 'Not Found', details })).toEqual({ kind: 'not-found' });
    expect(readRefusal({ status: 400, message: 'Invalid parameters', details: {} })).toEqual({
      kind: 'invalid',
    });
    const problem = { path: ['figures'], name: 'ValidationError', data: {} };
    const errors = [
      { ...problem, code: 'FIGURES_UNNAMED', message: 'Chiffres : la ligne n° 4.' },
      { ...problem, message: 'title must be defined.' },
    ];
    expect(readRefusal({ status: 400, message: 'Tout.', details: { errors } })).toEqual({
      kind: 'save',
      sentences: ['Chiffres : la ligne n° 4.'],
    });
    expect(readRefusal({ status: 400, message: 'Tout.', details: { errors: errors.slice(1) } })).toEqual({
      kind: 'invalid',
    });
    expect(readRefusal({ status: 429, message: 'Too many requests' })).toEqual({ kind: 'too-often' });
    expect(readRefusal(new TypeError('Failed to fetch'))).toEqual({ kind: 'unreachable' });
  });
});

describe('what the delivery refuses', () => {
  const { answerTo } =
    loadPlugin<typeof import('../../../cms/plugin/server/src/common/refused-answer')>(
      'common/refused-answer',
    );

  it('is said in the person’s language, by its code: the error’s own English is for logs', () => {
    const error = new DeliveryError('CAMPAIGN_CANCELLED', { campaignId: 'c1' }, 'Cancelled, in English.');
    expect(answerTo(error, 'fr')).toEqual({
      status: 409,
      details: { code: 'CAMPAIGN_CANCELLED', data: {} },
      message: expect.stringMatching(/^Cet envoi a été annulé/) as string,
    });
    expect(answerTo(error, 'en')?.message).toMatch(/^This send was cancelled/);
  });

  it('has the desk’s own answer where the desk has the code itself', () => {
    const error = new DeliveryError('CAMPAIGN_UNKNOWN', { campaignId: 'c1' }, 'Unknown.');
    expect(answerTo(error, 'fr')).toEqual({
      status: 404,
      details: { code: 'CAMPAIGN_UNKNOWN', data: { campaignId: 'c1' } },
      message: 'Cet envoi n’existe pas.',
    });
  });

  it('names the code where only whoever runs the installation can mend it, and tells no file or host', () => {
    const trouble = { place: '/var/lib/secret.db', driverSaid: 'disk full' };
    const answer = answerTo(new DeliveryError('LEDGER_UNWRITABLE', trouble, 'No.'), 'en');
    expect(answer?.message).toContain('LEDGER_UNWRITABLE');
    expect(JSON.stringify(answer)).not.toContain('secret');
  });
});
