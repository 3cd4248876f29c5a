/** The password, or what stood for it, was right, and a second factor has to follow. */
export class SecondFactorNeeded extends Error {
  /** Strapi hands on to the person what carries this code, and hides every other error of a sign-in. */
  readonly details = { code: 'LOGIN_NOT_ALLOWED' };

  constructor(readonly userId: number) {
    super('A second factor is needed.');
  }
}
