/** `npm run bench -- NAME`: runs one bench of this folder. */
const benches = ['render', 'languages', 'preview', 'live', 'figures', 'delivery'];
const [name] = process.argv.slice(2);
if (!benches.includes(name)) {
  process.stderr.write(`Which bench? npm run bench -- ${benches.join(' | ')}\n`);
  process.exit(2);
}
await import(`./${name}.mjs`);
