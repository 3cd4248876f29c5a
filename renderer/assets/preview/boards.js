/* The boards: a frame for each view, at the size that was chosen. */
/* global document, requestAnimationFrame, IntersectionObserver, ResizeObserver */
import { by, controls, element, file, ui, views, widths, words } from './dom.js';

/** What is shown: by which stamp, with which marks, and which place in it. */
export const now = { stamp: null, marks: '', place: '', since: null };

const boards = by('boards');
const visible = new Set();
function addressOf(view) {
  const query = new URLSearchParams({ file, ui, v: now.stamp });
  if (controls.elements.marks.checked) query.set('marks', now.marks);
  return `/frame/${view}?${query}${now.place === '' ? '' : `#${now.place}`}`;
}

function boardOf(view) {
  const { name, hint } = words.views[view];
  const open = element('button', { type: 'button', title: words.open }, name);
  open.dataset.choose = view;
  const stage = element('div', { className: 'stage' });
  const board = element(
    'article',
    { className: 'board' },
    element('h2', {}, open, element('span', { textContent: hint })),
    stage,
  );
  board.dataset.view = view;
  board.style.setProperty('--w', widths[view]);
  return board;
}

function freshFrame(view) {
  const frame = element('iframe', { title: words.frame.replace('{view}', words.views[view].name) });
  frame.setAttribute('sandbox', '');
  frame.setAttribute('referrerpolicy', 'no-referrer');
  return frame;
}

/** Loads a board's frame behind the one that is seen, and changes them when it is there: nothing flickers. */
function paint(board) {
  const { view } = board.dataset;
  const address = addressOf(view);
  if (board.dataset.address === address) return Promise.resolve();
  const stage = board.querySelector('.stage');
  const seen = stage.querySelector('iframe:not(.next)');
  if (seen && board.dataset.address?.split('#')[0] === address.split('#')[0]) {
    seen.src = address;
    board.dataset.address = address;
    return Promise.resolve();
  }
  board.dataset.address = address;
  stage.querySelector('.next')?.remove();
  const next = freshFrame(view);
  next.className = 'next';
  return new Promise((resolve) => {
    next.addEventListener(
      'load',
      () => {
        if (!next.isConnected) return resolve();
        next.classList.remove('next');
        for (const old of stage.querySelectorAll('iframe')) if (old !== next) old.remove();
        resolve();
      },
      { once: true },
    );
    next.src = address;
    stage.append(next);
  });
}

const shownBoards = () => [...boards.children].filter((board) => !board.hidden);

/** Paints what is in sight, then calls `painted`; what comes into sight later is painted then. */
export async function repaint(painted) {
  if (now.stamp === null) return;
  const { stamp, since } = now;
  await Promise.all(
    shownBoards()
      .filter((board) => visible.has(board))
      .map(paint),
  );
  requestAnimationFrame(() => requestAnimationFrame(() => painted(stamp, since)));
}

function fit() {
  const room = boards.clientWidth - 2;
  const gap = 20;
  const chosen = controls.elements.zoom.value;
  const alone = controls.elements.view.value !== 'all';
  const row = widths.desktop + widths.phone + widths['phone-small'] + widths.dark;
  let zoom = Number(chosen);
  if (chosen === 'fit') zoom = alone || room < 720 ? 1 : Math.min(1, Math.max(0.42, (room - 3 * gap) / row));
  for (const board of boards.children) {
    const width = widths[board.dataset.view];
    // A board is never wider than the page.
    board.style.setProperty('--zoom', Math.min(zoom, room / width).toFixed(4));
  }
}

/** Shows one view, or all of them. */
export function showOnly(view) {
  document.body.dataset.view = view;
  for (const board of boards.children) board.hidden = view !== 'all' && board.dataset.view !== view;
  fit();
}

/** Leaves the place that is shown, so that the same place can be gone to again after scrolling. */
export function leavePlace() {
  for (const board of shownBoards()) {
    const frame = board.querySelector('iframe:not(.next)');
    const address = addressOf(board.dataset.view);
    if (frame && board.dataset.address === address) {
      frame.src = `${address.split('#')[0]}#`;
      board.dataset.address = frame.src;
    }
  }
}

export function layBoards() {
  boards.append(...views.map(boardOf));
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
