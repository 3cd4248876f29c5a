import { writeFileSync } from 'node:fs';
import { openApiDocument } from '../../../shared/desk';

/** `npm run openapi -- <file>`: writes the OpenAPI document of the desk's routes. */
const [, , file] = process.argv;
if (file === undefined)
  throw new Error('Say where to write the document: npm run openapi -- docs/openapi.json');
writeFileSync(file, `${JSON.stringify(openApiDocument(), null, 2)}\n`);
