import type { Core } from '@strapi/strapi';

/** What Strapi judges sign-ins and passwords with; the part that is used here. */
interface AuthService {
  [method: string]: (...given: never[]) => unknown;
  hashPassword(password: string): Promise<string>;
  validatePassword(password: string, hash: string): Promise<boolean>;
  checkCredentials(given: {
    email: string;
    password: string;
  }): Promise<readonly [error: unknown, user?: { id: number } | false, ...rest: unknown[]]>;
  resetPassword(given: object): Promise<{ id: number }>;
  forgotPassword(given: { email?: string }): Promise<unknown>;
}

export function authServiceOf(strapi: Core.Strapi): AuthService {
  return strapi.service('admin::auth') as unknown as AuthService;
}
