import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { z } from 'zod';
import { authServiceOf } from '../auth-service';
import type { SecondFactors } from './second-factors';
import type { Holder, Ticket } from './tickets';

/** What any of the forms of the second factor sends. */
export const formSchema = z.object({
  code: z.string().max(100).catch(''),
  password: z.string().catch(''),
  email: z.string().trim().toLowerCase().max(255).catch(''),
  action: z.string().catch(''),
});
type Form = z.infer<typeof formSchema>;

/** A request of somebody with a ticket. */
export interface Asked {
  strapi: Core.Strapi;
  context: Context;
  factors: SecondFactors;
  ticket: Ticket;
  holder: Holder;
  form: Form;
  /** Judges what was typed, unless too much was wrong before. @throws {TooManyAttempts} */
  judged: (judge: () => Promise<boolean>) => Promise<boolean>;
}

/** Whether the holder's own password was typed; counted as a code is. */
export function isPassword({ strapi, form, holder, judged }: Asked): Promise<boolean> {
  return judged(() => authServiceOf(strapi).validatePassword(form.password, holder.password));
}
