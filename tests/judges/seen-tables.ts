/** Scripts for a page with a rendered mail. They run in the browser, whose types this project does not have. */

const tables = `[...document.querySelectorAll('.figures table')]`;

/** The words of the tables that stand on more than one line. */
export const brokenWords = `(() => {
  const broken = [];
  for (const table of ${tables}) for (const cell of table.querySelectorAll('th,td')) {
    const text = [];
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      for (let offset = 0; offset < node.nodeValue.length; offset += 1) text.push({ node, offset });
    const whole = text.map(({ node, offset }) => node.nodeValue[offset]).join('');
    // A label may be parted after a slash or a hyphen; a date or a figure may not.
    const parts = cell.scope === 'row' ? whole.split(/(?<=[/-])|(?<=\\s)/) : whole.split(/(?<=[ \\n])/);
    let at = 0;
    for (const part of parts) {
      const tops = new Set();
      for (let index = at; index < at + part.trimEnd().length; index += 1) {
        const range = document.createRange();
        range.setStart(text[index].node, text[index].offset);
        range.setEnd(text[index].node, text[index].offset + 1);
        for (const box of range.getClientRects()) if (box.width > 0) tops.add(Math.round(box.top));
      }
      at += part.length;
      if (tops.size > 1) broken.push(part.trim());
    }
  }
  return [...new Set(broken)];
})()`;

/** By how many pixels a table is wider than its place. */
export const tableOverflow = `Math.max(0, ...${tables}.map((table) => table.offsetWidth - table.parentElement.clientWidth))`;

/** The heads of the columns that are shown in the first table. */
export const headsShown = `[...document.querySelector('.figures table').querySelectorAll('thead th')].slice(1)
  .filter((head) => head.offsetWidth > 0).map((head) => head.innerText.replace(/\\u2060/g, ''))`;
