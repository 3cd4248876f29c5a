import type { Core } from '@strapi/strapi';
import { removeReplacedRoles } from './accounts/replace-roles';
import { answerInTurn } from './doors/answer-in-turn';
import { believeProxies } from './doors/believe-proxies';
import { boundConnections } from './doors/bound-connections';
import { drainRequests } from './doors/drain-requests';
import { readUploads } from './doors/read-uploads';
import { settings } from './settings';
import { openAttemptLimits, type AttemptLimits } from './sign-in/attempt-limits';
import { closeOpenRegistration, firstAdministratorAddress } from './sign-in/first-administrator';
import { mountFirstAdministrator } from './sign-in/first-administrator-page';
import { guardPasswords } from './sign-in/guard-passwords';
import { boundSignIns, hideAccounts, limitSignIns } from './sign-in/guard-sign-in';
import { hashInThread } from './sign-in/hash-in-thread';
import { mailForgotten } from './sign-in/mail-forgotten';
import { admit, guardSessions, leadToSecondFactor } from './sign-in/second-factor/guard-sessions';
import { mountSecondFactor } from './sign-in/second-factor/second-factor-pages';
import { openSecondFactors } from './sign-in/second-factor/second-factors';

/** By the application that they were opened for: Strapi may be booted again in one process. */
const limits = new WeakMap<Core.Strapi, AttemptLimits>();

export default {
  register({ strapi }: { strapi: Core.Strapi }): void {
    believeProxies(strapi, settings().trustedProxies);
    drainRequests(strapi);
    answerInTurn(strapi);
    boundConnections(strapi.server.httpServer);
    readUploads(strapi);
    const opened = () => limits.get(strapi) ?? null;
    hashInThread();
    guardPasswords(strapi);
    hideAccounts(strapi, (userId) => admit(strapi, userId));
    mailForgotten(strapi);
    guardSessions(strapi);
    limitSignIns(strapi, opened);
    leadToSecondFactor(strapi, settings().publicUrl);
    boundSignIns(strapi);
    closeOpenRegistration(strapi, settings());
    mountFirstAdministrator(strapi, opened);
    mountSecondFactor(strapi, opened);
  },
  async bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
    await removeReplacedRoles(strapi);
    await openSecondFactors(strapi, settings());
    const { signInLimit, secrets, environment } = settings();
    if (signInLimit) limits.set(strapi, await openAttemptLimits(strapi, secrets.linkSecret));
    // `npm start` says it last, where it is read; under `npm run dev` Strapi itself starts the application.
    const first = environment === 'development' ? await firstAdministratorAddress(strapi, settings()) : null;
    if (first !== null) strapi.log.info(`There is no account yet. Make the first one at ${first}`);
  },
};
