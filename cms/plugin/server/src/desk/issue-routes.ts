import { z } from 'zod';
import { testSend } from '../campaigns/test-send';
import { deskRoute, type DeskRoute } from './desk-route';
import { idInput, pageInput } from './input';
import type { Person } from '../common/person';
import type { Desk } from './desk';
import { issueDetail, issuePreview, pageOfIssues } from './issue-detail';

const issueInput = z.object({ documentId: idInput });
const approveInput = issueInput.extend({ hash: z.string().regex(/^[0-9a-f]{64}$/) });
/** A test is for a few pairs of eyes; a list is what campaigns are for. */
const testInput = issueInput.extend({ addresses: z.array(z.string().trim().pipe(z.email())).min(1).max(10) });

export function issueRoutes(desk: Desk): DeskRoute[] {
  const { stages } = desk;
  const detail = (documentId: string, person: Person) => issueDetail(desk, documentId, person);

  return [
    deskRoute({
      method: 'GET',
      path: '/issues',
      action: 'desk.read',
      input: z.object(pageInput),
      handle: (request) => pageOfIssues(desk, request),
    }),
    deskRoute({
      method: 'GET',
      path: '/issues/:documentId',
      action: 'desk.read',
      input: issueInput,
      handle: ({ documentId }, person) => detail(documentId, person),
    }),
    deskRoute({
      method: 'GET',
      path: '/issues/:documentId/preview',
      action: 'desk.read',
      input: issueInput,
      handle: ({ documentId }, person) => issuePreview(desk, documentId, person),
    }),
    deskRoute({
      method: 'POST',
      path: '/issues/:documentId/submit',
      action: 'desk.edit',
      input: issueInput,
      async handle({ documentId }, person) {
        await stages.submit(documentId, person);
        return detail(documentId, person);
      },
    }),
    deskRoute({
      method: 'POST',
      path: '/issues/:documentId/withdraw',
      action: 'desk.edit',
      input: issueInput,
      async handle({ documentId }, person) {
        await stages.withdraw(documentId, person);
        return detail(documentId, person);
      },
    }),
    deskRoute({
      method: 'POST',
      path: '/issues/:documentId/approve',
      action: 'issue.approve',
      input: approveInput,
      async handle({ documentId, hash }, person) {
        return issueDetail(desk, documentId, person, await stages.approve(documentId, hash, person));
      },
    }),
    deskRoute({
      method: 'POST',
      path: '/issues/:documentId/test',
      action: 'desk.edit',
      input: testInput,
      handle: ({ documentId, addresses }, person) => testSend(desk, documentId, addresses, person.language),
    }),
  ];
}
