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
    const data = new FormData(controls);
    return {
      view: data.get('view') ?? 'desktop',
      dark: data.has('dark'),
      imagesOff: data.has('imagesOff'),
    };
  }

  function addressOf({ view, dark, imagesOff }) {
    if (view === 'text') return `${base}/text`;
    const query = new URLSearchParams();
    if (dark) query.set('dark', '1');
    if (imagesOff) query.set('images', 'off');
    const search = query.toString();
    return `${base}/mail${search === '' ? '' : `?${search}`}`;
  }

  function show() {
    const choice = chosen();
    main.dataset.view = choice.view;
    main.dataset.dark = String(choice.dark && choice.view !== 'text');
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
