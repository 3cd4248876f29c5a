'use strict';
/* global document, location, window, DOMParser */

/*
 * The preview's own page: chooses what its sandboxed frame shows, and shows it anew when Strapi says that the document
 * was saved. Runs in the browser as it stands; the mail's HTML never runs here.
 */
(() => {
  const frame = document.getElementById('mail');
  const controls = document.getElementById('controls');
  const main = document.querySelector('main');
  const base = location.pathname.replace(/\/+$/, '');

  function chosen() {
    const { view, dark, imagesOff } = controls.elements;
    return { view: view.value || 'desktop', dark: dark.checked, imagesOff: imagesOff.checked };
  }

  /** Plain text and source are the same in every light, and have no pictures to be shown. */
  const written = (view) => view === 'text' || view === 'source';

  function addressOf({ view, dark, imagesOff }) {
    const query = new URLSearchParams();
    // The mail as it stands has the plainest address.
    if (view !== 'desktop') query.set('view', view);
    if (written(view)) return `${base}/mail?${query}`;
    if (dark) query.set('dark', '1');
    if (imagesOff) query.set('images', 'off');
    const search = query.toString();
    return `${base}/mail${search === '' ? '' : `?${search}`}`;
  }

  function show() {
    const choice = chosen();
    main.dataset.view = choice.view;
    main.dataset.dark = String(choice.dark && !written(choice.view));
    const { width } = controls.querySelector('input[name=view]:checked').dataset;
    main.style.setProperty('--width', width === '' ? 'auto' : `${width}px`);
    main.dataset.narrow = String(width !== '');
    for (const name of ['dark', 'imagesOff']) controls.elements[name].disabled = written(choice.view);
    // The frame has no origin of its own to be reloaded from: it is given its address again.
    frame.src = addressOf(choice);
  }

  async function refresh() {
    show();
    const answer = await fetch(location.href, { cache: 'no-store' }).catch(() => null);
    if (answer === null || !answer.ok) return location.reload();
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('subject');
    const subject = document.getElementById('subject');
    if (fresh && subject) subject.textContent = fresh.textContent;
  }

  controls.addEventListener('change', show);
  window.addEventListener('message', (event) => {
    // Only the admin, which has this page's own origin, may ask for a refresh.
    if (event.origin === location.origin && event.data?.type === 'strapiUpdate') void refresh();
  });
  if (window.parent !== window) window.parent.postMessage({ type: 'previewReady' }, location.origin);
})();
