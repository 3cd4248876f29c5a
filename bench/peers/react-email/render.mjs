import { createElement as h, Fragment } from 'react';
import {
  Body,
  Column,
  Container,
  Head,
  Heading,
  Html,
  Link,
  Preview,
  render,
  Row,
  Section,
  Text,
} from 'react-email';
import { Articles } from './articles.mjs';
import { Dashboard } from './dashboard.mjs';
import { stylesOf, styleSheet } from './styles.mjs';
import { lines } from './text.mjs';

/** The issue as a react-email tree: the library's own components, styles as objects, as its examples do it. */
export function renderWithReactEmail(view) {
  return render(h(Issue, { view, styles: stylesOf(view) }));
}

const links = {
  view: 'https://news.example.test/issues/sample',
  unsubscribe: 'https://news.example.test/unsubscribe/sample',
};
const measure = { maxWidth: '600px' };

function Issue({ view, styles }) {
  const { palette, words } = view;
  const online = h(
    Link,
    { href: links.view, className: 'ink', style: { color: palette.muted } },
    words.viewInBrowser,
  );
  const sheet = { dangerouslySetInnerHTML: { __html: styleSheet(palette) } };
  const body = { margin: 0, backgroundColor: palette.ground, fontFamily: view.fonts.body };
  return h(
    Html,
    { lang: view.language, dir: view.direction },
    h(
      Head,
      null,
      h('title', null, view.subject),
      h('meta', { name: 'color-scheme', content: 'light dark' }),
      h('style', sheet),
    ),
    h(Preview, null, view.preheader),
    h(
      Body,
      { className: 'ground', style: body },
      h(
        Container,
        { style: { ...measure, padding: '12px 32px' } },
        h(Text, { style: { ...styles.small, margin: 0, textAlign: view.end } }, online),
      ),
      h(Masthead, { view, styles }),
      h(
        Container,
        { className: 'paper', style: { ...measure, backgroundColor: palette.paper } },
        h(Contents, { view, styles }),
        view.sections.map((section) =>
          h(section.type === 'dashboard' ? Dashboard : Articles, {
            key: section.anchor,
            section,
            view,
            styles,
          }),
        ),
        h(
          Section,
          { style: { padding: '56px 32px 48px' } },
          h(
            Text,
            { className: 'key', style: { ...styles.motto, borderTop: `1px solid ${palette.line}` } },
            lines(view.brand.motto),
          ),
        ),
      ),
      h(Footer, { view, styles }),
    ),
  );
}

function Masthead({ view, styles }) {
  const { palette, brand } = view;
  const band = { ...measure, backgroundColor: palette.primary, borderBottom: `5px solid ${palette.accent}` };
  const below = { margin: '12px 0 0', fontSize: '17px', lineHeight: '26px', color: palette.onPrimary };
  return h(
    Container,
    { style: band },
    h(
      Section,
      { style: { padding: '36px 32px 32px' } },
      h(Text, { style: { ...styles.onBand, margin: '0 0 4px', letterSpacing: '1px' } }, brand.name),
      h(Heading, { as: 'h1', className: 'name', style: styles.name }, view.title),
      h(Text, { style: below }, h('strong', null, view.number), ' \u00a0·\u00a0 ', view.period),
    ),
  );
}

function Contents({ view: { palette, words, contents }, styles }) {
  const style = { margin: '0 0 12px', fontSize: '16px', lineHeight: '25px' };
  const entryLink = { fontWeight: 'bold', color: palette.primaryInk };
  const articleLink = { className: 'ink', style: { color: palette.ink } };
  const entries = contents.map(({ title, anchor, articles }) =>
    h(
      Text,
      { key: anchor, style },
      h(Link, { href: `#${anchor}`, style: entryLink }, title),
      articles.map((article) =>
        h(
          Fragment,
          { key: article.anchor },
          h('br'),
          h(Link, { href: `#${article.anchor}`, ...articleLink }, article.title),
        ),
      ),
    ),
  );
  return h(
    Section,
    { style: { padding: '28px 32px 0' } },
    h(
      Row,
      {
        className: 'panel',
        style: { backgroundColor: palette.tint, borderLeft: `4px solid ${palette.primary}` },
      },
      h(
        Column,
        { style: { padding: '22px 24px 12px' } },
        h(Heading, { as: 'h2', style: styles.contentsTitle }, words.contents),
        entries,
      ),
    ),
  );
}

function Footer({ view: { palette, words, brand }, styles }) {
  const link = { color: palette.onPrimary };
  const reader = h('strong', { style: link }, 'reader@example.test');
  return h(
    Container,
    { style: { ...measure, backgroundColor: palette.primary } },
    h(
      Section,
      { style: { padding: '32px 32px 36px' } },
      h(
        Text,
        { style: { ...styles.onBand, margin: '0 0 12px' } },
        `${words.sentTo} `,
        reader,
        `. ${words.why} ${brand.whyReceived}`,
      ),
      h(
        Text,
        { style: { ...styles.onBand, margin: '0 0 16px', lineHeight: '44px' } },
        h(Link, { href: links.unsubscribe, style: { ...link, fontWeight: 'bold' } }, words.unsubscribe),
        ' \u00a0 · \u00a0 ',
        h(Link, { href: links.view, style: link }, words.viewInBrowser),
      ),
      h(Text, { style: { ...styles.onBand, margin: 0 } }, lines([brand.name, ...brand.postalAddress])),
    ),
  );
}
