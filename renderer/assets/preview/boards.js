/* The boards: a frame for each rendition, at the chosen zoom. */
/* global document, requestAnimationFrame, IntersectionObserver, ResizeObserver */
import { by, controls, element, file, ui, renditions, widths, words } from './dom.js';

/** What is shown: the stamp of the rendering, the version of its marks, and the place scrolled to. */
export const now = { stamp: null, marks: '', place: '', since: null };

const boards = by('boards');
const visible = new Set();

function addressOf(rendition) {
  const query = new URLSearchParams({ file, ui, v: now.stamp });
  if (controls.elements.marks.checked) query.set('marks', now.marks);
  return `/frame/${rendition}?${query}${now.place === '' ? '' : `#${now.place}`}`;
}

function boardOf(rendition) {
  const { name, hint } = words.renditions[rendition];
  const open = element('button', { type: 'button', title: words.open }, name);
  open.dataset.choose = rendition;
  const stage = element('div', { className: 'stage' });
  const board = element(
    'article',
    { className: 'board' },
    element('h2', {}, open, element('span', { textContent: hint })),
    stage,
  );
  board.dataset.rendition = rendition;
  board.style.setProperty('--w', widths[rendition]);
  return board;
}

function freshFrame(rendition) {
  const frame = element('iframe', {
    title: words.frame.replace('{rendition}', words.renditions[rendition].name),
  });
  frame.setAttribute('sandbox', '');
  frame.setAttribute('referrerpolicy', 'no-referrer');
  return frame;
}

/** The frame that a board is loading: `{ page, frame, done, seen }`; `seen` resolves when it has loaded or was replaced. */
const loading = new Map();
const pageOf = (address) => address.split('#')[0];

/** Loads a board's new frame behind the visible one and swaps them afterwards, so that nothing flickers. */
function paint(board) {
  const address = addressOf(board.dataset.rendition);
  const pending = loading.get(board);
  if (board.dataset.address === address) return pending?.seen ?? Promise.resolve();
  const before = board.dataset.address;
  board.dataset.address = address;
  if (pending?.page === pageOf(address)) {
    pending.frame.src = address;
    return pending.seen;
  }
  const stage = board.querySelector('.stage');
  const shown = stage.querySelector('iframe');
  if (shown && !pending && before && pageOf(before) === pageOf(address)) {
    shown.src = address;
    return Promise.resolve();
  }
  pending?.frame.remove();
  pending?.done();
  return load(board, stage, address);
}

function load(board, stage, address) {
  const frame = freshFrame(board.dataset.rendition);
  frame.className = 'next';
  const entry = { page: pageOf(address), frame };
  entry.seen = new Promise((resolve) => (entry.done = resolve));
  loading.set(board, entry);
  frame.addEventListener(
    'load',
    () => {
      if (loading.get(board) !== entry) return;
      loading.delete(board);
      frame.className = '';
      for (const old of stage.querySelectorAll('iframe')) if (old !== frame) old.remove();
      entry.done();
    },
    { once: true },
  );
  frame.src = address;
  stage.append(frame);
  return entry.seen;
}

const shownBoards = () => [...boards.children].filter((board) => !board.hidden);

/**
 * Paints the visible boards: the first one alone, because it is the one being looked at, then the others. Boards that
 * become visible later are painted then.
 *
 * @param painted called with `first` and with `all` once each is on the screen
 */
export async function repaint(painted) {
  if (now.stamp === null) return;
  const { stamp, since } = now;
  const seen = (what) =>
    requestAnimationFrame(() => requestAnimationFrame(() => painted({ what, stamp, since })));
  const [first, ...others] = shownBoards().filter((board) => visible.has(board));
  if (first) await paint(first);
  seen('first');
  await Promise.all(others.map(paint));
  seen('all');
}

function fit() {
  const room = boards.clientWidth - 2;
  const gap = 20;
  const chosen = controls.elements.zoom.value;
  const alone = controls.elements.rendition.value !== 'all';
  const row = widths.desktop + widths.phone + widths['phone-small'] + widths.dark;
  let zoom = Number(chosen);
  if (chosen === 'fit') zoom = alone || room < 720 ? 1 : Math.min(1, Math.max(0.42, (room - 3 * gap) / row));
  for (const board of boards.children) {
    const width = widths[board.dataset.rendition];
    // A board is never wider than the page.
    board.style.setProperty('--zoom', Math.min(zoom, room / width).toFixed(4));
  }
}

/** Shows one rendition, or all of them. */
export function showOnly(rendition) {
  document.body.dataset.rendition = rendition;
  for (const board of boards.children)
    board.hidden = rendition !== 'all' && board.dataset.rendition !== rendition;
  fit();
}

/** Clears the place in each frame's address, so that the same place can be scrolled to again. */
export function leavePlace() {
  for (const board of shownBoards()) {
    const frame = board.querySelector('iframe:not(.next)');
    const address = addressOf(board.dataset.rendition);
    if (frame && board.dataset.address === address && !loading.has(board)) {
      board.dataset.address = `${pageOf(address)}#`;
      frame.src = board.dataset.address;
    }
  }
}

export function layBoards() {
  boards.append(...renditions.map(boardOf));
  const sight = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        visible[isIntersecting ? 'add' : 'delete'](target);
        if (isIntersecting && now.stamp !== null) void paint(target);
      }
    },
    { rootMargin: '80px' },
  );
  for (const board of boards.children) sight.observe(board);
  new ResizeObserver(fit).observe(boards);
}
