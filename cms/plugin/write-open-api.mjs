// `npm run openapi`: writes the OpenAPI document of the desk's routes. Not part of the package.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { openApiDocument } = createRequire(import.meta.url)('./dist/cjs/shared/desk/index.js');

const [, , file] = process.argv;
if (file === undefined) {
  process.stderr.write(
    'Say where to write the document: node cms/plugin/write-open-api.mjs docs/openapi.json\n',
  );
  process.exit(2);
}
writeFileSync(file, `${JSON.stringify(openApiDocument(), null, 2)}\n`);
