import type { Context } from 'koa';

/** A part of the path, such as `:token`. */
export function pathParameter(context: Context, name: string): string {
  const parameters = context['params'] as Record<string, string | undefined>;
  return parameters[name] ?? '';
}
