import { errors } from '@strapi/utils';

/** Somebody has to wait: 429, in English where nobody says it in the person's language. */
export class TooManyAttempts extends errors.RateLimitError {
  constructor(
    /** In seconds. */
    readonly wait: number,
  ) {
    // With this code Strapi's own sign-in hands it on.
    super(`Too many attempts. Try again in ${wait} s.`, { code: 'LOGIN_NOT_ALLOWED' });
  }

  get minutes(): number {
    return Math.ceil(this.wait / 60);
  }
}
