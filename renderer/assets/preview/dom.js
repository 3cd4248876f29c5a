/* Shared by the scripts of the page: creating elements, and the data that the server wrote into the page. */
/* global document */

export const { words, widths, renditions } = JSON.parse(document.getElementById('words').textContent);
export const { file, ui } = document.body.dataset;
export const controls = document.getElementById('controls');

export const by = (id) => document.getElementById(id);

export function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}
