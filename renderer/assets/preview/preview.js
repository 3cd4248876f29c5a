/*
 * The preview's own page: reloads frames when the server reports a change, and scrolls to the places of findings. It runs
 * in the browser without a build; the mail's HTML never runs here. A frame has no origin and no script: it is scrolled to
 * a place by changing the fragment of its address.
 */
/* global document, window, EventSource */
import { layBoards, leavePlace, now, repaint, showOnly } from './boards.js';
import { by, controls, element, file, ui, renditions, words } from './dom.js';
import { setCurrent, showEdition, showFindings, showSections, showTrouble } from './sidebar.js';

const live = by('live');

function painted({ what, stamp, since }) {
  if (stamp !== now.stamp) return;
  performance.mark(`nachra-painted-${what}`, { detail: { stamp, at: Date.now() } });
  if (what === 'first' && since !== null && document.body.dataset.painted !== stamp) {
    say('live', words.painted.replace('{ms}', Date.now() - since));
  }
  document.body.dataset.painted = stamp;
}

function say(state, text) {
  live.dataset.state = state;
  live.textContent = text;
}

const paint = () => void repaint(painted);

function arrange() {
  showOnly(controls.elements.rendition.value);
  keep();
  paint();
}

function choose(rendition) {
  const wanted = controls.querySelector(`input[name=rendition][value="${rendition}"]`);
  if (!wanted) return;
  wanted.checked = true;
  arrange();
}

function goTo(place, source) {
  if (place.startsWith('finding-')) controls.elements.marks.checked = true;
  setCurrent(source);
  now.place = place;
  leavePlace();
  paint();
}

function showLook({ stamp, since, trouble, edition, editions }) {
  Object.assign(now, { stamp, since });
  showTrouble(trouble, edition !== null);
  by('editions').replaceChildren(
    ...editions.map(({ file: name, label, current }) => {
      const link = element('a', { href: `/?${new URLSearchParams({ file: name, ui })}`, title: name }, label);
      if (current) link.setAttribute('aria-current', 'page');
      return link;
    }),
  );
  by('editions').hidden = editions.length < 2;
  document.body.dataset.empty = String(edition === null);
  if (edition) {
    showEdition(edition);
    showSections(edition.sections, goTo);
    paint();
  }
  if (since === null || trouble) say('live', words.live);
}

let marked = '';
function showChecked({ findings }) {
  showFindings(findings, goTo);
  const key = JSON.stringify(findings.map(({ place, message, found }) => [place, message, found]));
  if (key === marked) return;
  marked = key;
  // The frames still have the marks of the previous findings: paint them again.
  now.marks = String(Number(now.marks || 0) + 1);
  if (controls.elements.marks.checked && now.stamp !== null) paint();
}

// Choices are kept for the next visit, unless the browser forbids it.
function keep() {
  const { rendition, zoom, marks } = controls.elements;
  try {
    localStorage.setItem('nachra-preview', JSON.stringify([rendition.value, zoom.value, marks.checked]));
  } catch {
    // Then they are kept for this visit only.
  }
}

function recall() {
  try {
    const [rendition, zoom, marks] = JSON.parse(
      localStorage.getItem('nachra-preview') ?? '["all","fit",true]',
    );
    controls.elements.zoom.value = zoom;
    controls.elements.marks.checked = marks;
    choose(rendition);
  } catch {
    // Then the page starts with its defaults.
  }
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches('select, input[type=text]'))
    return;
  if (event.key === '0' || event.key === 'Escape') choose('all');
  else if (/^[1-9]$/.test(event.key)) choose(renditions[Number(event.key) - 1]);
  else if (event.key === 'j' || event.key === 'k') {
    const all = [...document.querySelectorAll('button.finding')];
    const at = all.findIndex((one) => one.getAttribute('aria-current') === 'location');
    const next = all[event.key === 'j' ? Math.min(all.length - 1, at + 1) : Math.max(0, at - 1)];
    next?.focus();
    next?.click();
  }
}

layBoards();
document.addEventListener('click', ({ target }) => {
  const { choose: rendition } = target.dataset;
  if (rendition) choose(rendition);
});
controls.addEventListener('change', arrange);
controls.addEventListener('submit', (event) => event.preventDefault());
document.addEventListener('keydown', onKey);
recall();
arrange();

const events = new EventSource(`/events?${new URLSearchParams({ file, ui })}`);
events.addEventListener('look', ({ data }) => showLook(JSON.parse(data)));
events.addEventListener('findings', ({ data }) => showChecked(JSON.parse(data)));
events.addEventListener('open', () => say('live', words.live));
events.addEventListener('error', () => say('lost', words.lost));
window.addEventListener('pagehide', () => events.close());
