import { createElement as h, Fragment } from 'react';
import { Column, Heading, Row, Section, Text } from 'react-email';
import { lines, Rubric } from './text.mjs';

export function Dashboard({ section, view, styles }) {
  const { palette, words } = view;
  const { dashboard } = section;
  const folded = { ...styles.quiet, display: 'none', margin: '8px 0 0' };
  return h(
    Fragment,
    null,
    h(
      Section,
      { style: { padding: '48px 32px 0' } },
      h(Rubric, { section, palette, styles }),
      h(Heading, { as: 'h3', style: styles.title }, dashboard.title),
      h(
        Text,
        { className: 'muted', style: styles.quiet },
        lines([dashboard.asOf, ...dashboard.partialNotes]),
      ),
      dashboard.folds && h(Text, { className: 'phone muted', style: folded }, words.foldedNote),
      dashboard.tiles.map((row, at) => h(TileRow, { key: at, row, view, styles })),
    ),
    h(
      Section,
      { style: { padding: '0 24px' } },
      dashboard.groups.map((group) => h(Group, { key: group.title, group, dashboard, view, styles })),
    ),
  );
}

function TileRow({ row, view, styles }) {
  return h(
    Row,
    { style: { margin: '20px 0 0' } },
    row.tiles.map((tile, place) =>
      h(
        Fragment,
        { key: place },
        place > 0 && h(Column, { className: 'gap', width: 16 }),
        h(
          Column,
          { className: 'tile panel', width: 260, valign: 'top', style: styles.tile },
          h(Tile, { tile, view, styles }),
        ),
      ),
    ),
  );
}

function Tile({ tile: { label, value, unit, change, note }, view: { palette, fonts }, styles }) {
  const figure = {
    margin: 0,
    fontFamily: fonts.heading,
    fontSize: '28px',
    lineHeight: '36px',
    color: palette.primaryInk,
  };
  const below = { ...styles.tileText, margin: '8px 0 0' };
  return h(
    Fragment,
    null,
    h(Text, { style: { ...styles.tileText, margin: '0 0 6px' } }, label),
    h(
      Text,
      { className: 'key', style: figure },
      value,
      unit && [' ', h('span', { key: 'unit', style: { fontFamily: fonts.body, fontSize: '15px' } }, unit)],
    ),
    change &&
      h(
        Text,
        { style: below },
        h('span', { 'aria-hidden': true }, change.arrow),
        ' ',
        change.figure && h(Fragment, null, h('b', null, change.figure), h('br')),
        h('span', { className: 'muted', style: { color: palette.muted } }, change.words),
      ),
    note && h(Text, { className: 'muted', style: { ...below, color: palette.muted } }, note),
  );
}

function Group({ group, dashboard, view: { palette, words, start, end }, styles }) {
  const cell = ({ missing, latest, text }) => {
    if (missing) return h('span', { role: 'img', 'aria-label': words.missingWords }, '–');
    return latest ? h('b', null, text) : text;
  };
  const head = dashboard.periods.map(({ label, latest, older, partial }) =>
    h(
      'th',
      {
        key: label,
        scope: 'col',
        width: latest ? 82 : 66,
        className: older ? 'older' : undefined,
        style: latest ? { color: palette.primaryInk } : undefined,
      },
      partial ? `${label}\u2060*` : label,
    ),
  );
  const rows = group.indicators.map(({ label, odd, cells }) =>
    h(
      'tr',
      {
        key: label,
        align: end,
        className: odd ? 'panel' : undefined,
        bgcolor: odd ? palette.tint : undefined,
      },
      h('th', { scope: 'row', align: start, style: { fontWeight: 'normal' } }, label),
      cells.map((each, at) => h('td', { key: at, className: each.older ? 'older' : undefined }, cell(each))),
    ),
  );
  const headStyle = { borderBottom: `2px solid ${palette.primary}` };
  const style = { fontSize: '14px', lineHeight: '20px', color: palette.ink };
  return h(
    'table',
    { width: '100%', cellPadding: 5, cellSpacing: 0, style },
    h('caption', { className: 'key', align: start, style: styles.caption }, group.title),
    h(
      'thead',
      null,
      h(
        'tr',
        { valign: 'bottom', align: end, style: headStyle },
        h('th', { scope: 'col', align: start }, words.indicator),
        head,
      ),
    ),
    h('tbody', null, rows),
  );
}
