import { createElement as h, Fragment } from 'react';
import { Column, Heading, Link, Row, Section, Text } from 'react-email';
import { inlines, lines, Rubric } from './text.mjs';

export function Articles({ section, view, styles }) {
  const { palette } = view;
  return section.articles.map((article, at) =>
    h(
      Section,
      { key: article.anchor, style: { padding: at === 0 ? '48px 32px 0' : '12px 32px 0' } },
      at === 0
        ? h(Rubric, { section, palette, styles })
        : h(
            Row,
            { style: { borderTop: `1px solid ${palette.line}` } },
            h(Column, { style: { padding: '24px 0 0' } }),
          ),
      h(Article, { article, view, styles }),
    ),
  );
}

function Article({ article, view, styles }) {
  const { dates } = article;
  const title = h(
    Heading,
    { as: `h${article.level}`, id: article.anchor, style: article.lead ? styles.leadTitle : styles.title },
    article.title,
  );
  const when = dates && lines([dates.words, article.place, article.edition]);
  return h(
    Fragment,
    null,
    dates
      ? h(
          Row,
          null,
          h(
            Column,
            { 'aria-hidden': true, width: 92, valign: 'top', align: 'center' },
            h(DateBlock, { dates, view }),
          ),
          h(
            Column,
            { valign: 'top', style: { paddingLeft: '20px' } },
            title,
            h(Text, { className: 'muted', style: styles.quiet }, when),
          ),
        )
      : title,
    article.author && h(Text, { className: 'muted', style: styles.quiet }, article.author),
    article.facts.length > 0 && h(Facts, { facts: article.facts, view, styles }),
    article.standfirst.map((paragraph, at) =>
      h(Text, { key: at, className: 'key', style: styles.standfirst }, paragraph),
    ),
    article.body.map((block, at) => h(Block, { key: at, block, view, styles })),
    article.source && h(Source, { source: article.source, view, styles }),
  );
}

function Facts({ facts, view: { palette, start }, styles }) {
  const style = { margin: '4px 0 18px', fontSize: '16px', lineHeight: '24px', color: palette.ink };
  const rows = facts.map(({ label, value, values }) =>
    h(
      'tr',
      { key: label, className: 'panel', bgcolor: palette.tint, valign: 'top' },
      h('th', { scope: 'row', align: start, width: 96, className: 'muted', style: styles.factLabel }, label),
      h('td', { style: { padding: '7px 14px 7px 0' } }, values.length > 0 ? lines(values) : value),
    ),
  );
  return h('table', { width: '100%', cellPadding: 0, cellSpacing: 0, style }, h('tbody', null, rows));
}

function Block({ block, styles, view }) {
  if (block.template === 'list')
    return h(
      block.ordered ? 'ol' : 'ul',
      { style: styles.list },
      block.items.map((item, at) =>
        h('li', { key: at, style: { margin: '0 0 6px' } }, inlines(item.children, view)),
      ),
    );
  if (block.template === 'heading')
    return h(Heading, { as: `h${block.level}`, style: styles.bodyTitle }, inlines(block.children, view));
  return h(Text, { style: styles.paragraph }, inlines(block.children, view));
}

function Source({ source, view: { palette, words }, styles }) {
  const name = source.url
    ? h(Link, { href: source.url, style: { color: palette.primaryInk } }, source.name)
    : source.name;
  return h(
    Text,
    { className: 'muted', style: { ...styles.quiet, margin: '0 0 14px' } },
    words.source,
    ' ',
    name,
  );
}

function DateBlock({ dates: { from, to, sameMonth }, view: { palette, fonts } }) {
  const day = (text) =>
    h('span', { style: { fontFamily: fonts.heading, fontSize: '28px', lineHeight: '32px' } }, text);
  const small = (text) => h('span', { style: { fontSize: '15px', lineHeight: '20px' } }, text);
  const shown = sameMonth
    ? [day(`${from.day}–${to.day}`), small(from.monthShort)]
    : [day(from.day), small(from.monthShort), ...(to ? [small('↓'), day(to.day), small(to.monthShort)] : [])];
  const style = {
    padding: '12px 4px',
    color: palette.onPrimary,
    borderBottom: `4px solid ${palette.accent}`,
  };
  const cell = h('td', { align: 'center', bgcolor: palette.primary, style }, lines(shown));
  return h(
    'table',
    { role: 'presentation', width: 92, cellPadding: 0, cellSpacing: 0 },
    h('tbody', null, h('tr', null, cell)),
  );
}
