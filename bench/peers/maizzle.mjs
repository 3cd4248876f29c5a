import { readFileSync } from 'node:fs';
import { render } from '@maizzle/framework';
import preset from 'tailwindcss-preset-email';

const template = readFileSync(new URL('maizzle.template', import.meta.url), 'utf8');

/** The issue as a Maizzle template, with its starter's preset and what its guide turns on for production. */
export async function renderWithMaizzle(view, sheet) {
  const { dark: _, ...colors } = view.palette;
  const family = (stack) => stack.split(',');
  const { html } = await render(template, {
    view,
    css: {
      sheet,
      inline: true,
      purge: { whitelist: ['.ground', '.paper', '.panel', '.ink', '.muted', '.key'] },
      shorthand: true,
      tailwind: {
        presets: [preset],
        content: [{ raw: template, extension: 'html' }],
        theme: {
          extend: {
            colors,
            fontFamily: { body: family(view.fonts.body), heading: family(view.fonts.heading) },
          },
        },
      },
    },
    minify: true,
  });
  return html;
}
