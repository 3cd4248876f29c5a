/* The column beside the boards: the inbox line, findings, sections, and errors. */
/* global document, requestAnimationFrame */
import { now } from './boards.js';
import { by, element, ui, words } from './dom.js';

/** Marks one entry as the current one. */
export function setCurrent(source) {
  for (const other of document.querySelectorAll('[aria-current=location]'))
    other.removeAttribute('aria-current');
  source?.setAttribute('aria-current', 'location');
}

export function showSections(sections, goTo) {
  const entry = ({ anchor, title }) => {
    const button = element('button', { type: 'button', dir: 'auto' }, title);
    button.addEventListener('click', () => goTo(anchor, button));
    if (now.place === anchor) button.setAttribute('aria-current', 'location');
    return element('li', {}, button);
  };
  by('sections').replaceChildren(...[{ anchor: '', title: words.start }, ...sections].map(entry));
}

export function showFindings(findings, goTo) {
  by('count').textContent = findings.length === 0 ? '' : String(findings.length);
  const groups = ['error', 'warning'].flatMap((severity) => {
    const own = findings.flatMap((finding, index) =>
      finding.severity === severity ? [findingOf(finding, index, goTo)] : [],
    );
    const title = severity === 'error' ? words.errors : words.warnings;
    return own.length === 0 ? [] : [element('h3', {}, title), element('ul', {}, ...own)];
  });
  if (groups.length === 0) groups.push(element('p', { className: 'clean' }, words.clean));
  by('findings').replaceChildren(...groups);
}

function findingOf({ severity, rule, place, message, remedy, found }, index, goTo) {
  const inInbox = /^masthead\.(subject|preheader)\b/.test(place);
  const where = found ? place : inInbox ? words.inInbox : words.unplaced;
  const body = [
    element('strong', { dir: 'auto' }, message),
    element('span', { dir: 'auto' }, remedy),
    element('small', {}, element('code', {}, rule), ' ', element('bdi', {}, where)),
  ];
  const anchor = `finding-${index}`;
  const made = element(found || inInbox ? 'button' : 'div', { className: 'finding' }, ...body);
  made.dataset.severity = severity;
  if (inInbox)
    made.addEventListener('click', () => flash(place.includes('subject') ? 'subject' : 'preheader'));
  else if (found) {
    made.type = 'button';
    made.addEventListener('click', () => goTo(anchor, made));
    if (now.place === anchor) made.setAttribute('aria-current', 'location');
  }
  return element('li', {}, made);
}

function flash(id) {
  by(id).classList.remove('flash');
  requestAnimationFrame(() => by(id).classList.add('flash'));
}

export function showEdition({ from, subject, preheader, kib, direction }) {
  for (const [id, text] of Object.entries({ from, subject, preheader: preheader || words.noPreheader })) {
    Object.assign(by(id), { textContent: text, dir: direction });
  }
  const meter = by('size');
  meter.setAttribute('aria-valuenow', kib);
  meter.firstElementChild.textContent = words.size.replace('{kib}', kib.toLocaleString(ui));
  meter.lastElementChild.style.setProperty('--part', `${Math.min(100, (kib / 102) * 100)}%`);
  meter.dataset.tone = kib > 100 ? 'error' : kib > 85 ? 'warning' : 'fine';
}

export function showTrouble(trouble, hasLast) {
  const box = by('trouble');
  box.hidden = trouble === null;
  document.body.dataset.trouble = String(trouble !== null);
  if (trouble === null) return;
  const problems = trouble.problems.map(({ path, message }) =>
    element('li', {}, element('code', {}, path || '(root)'), ' ', element('span', {}, message)),
  );
  box.replaceChildren(
    element('h2', {}, words.trouble[trouble.about]),
    element('p', {}, words.troubleHint[trouble.about], hasLast ? ` ${words.stale}` : ''),
    ...(trouble.message === '' ? [] : [element('pre', {}, trouble.message)]),
    ...(problems.length === 0 ? [] : [element('ul', {}, ...problems)]),
  );
}
