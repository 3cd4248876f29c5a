import { createElement as h, Fragment } from 'react';
import { Column, Heading, Link, Row } from 'react-email';

/** Lines of one paragraph; empty ones are left out. */
export function lines(values) {
  return values.filter(Boolean).map((value, at) => h(Fragment, { key: at }, at > 0 && h('br'), value));
}

/** The runs of a block, with what is bold, italic or linked. */
export function inlines(children, { palette }) {
  return children.map(({ url, texts }, at) => {
    const runs = texts.map(({ text, bold, italic }, run) =>
      h(bold ? 'strong' : italic ? 'em' : Fragment, { key: run }, text),
    );
    return url
      ? h(Link, { key: at, href: url, style: { color: palette.primaryInk } }, runs)
      : h(Fragment, { key: at }, runs);
  });
}

/** A section's heading below its rule. */
export function Rubric({ section, palette, styles }) {
  const heading = h(Heading, { as: 'h2', id: section.anchor, style: styles.rubric }, section.heading);
  return h(
    Row,
    { style: { borderTop: `3px solid ${palette.accent}` } },
    h(Column, { style: { padding: '14px 0 20px' } }, heading),
  );
}
