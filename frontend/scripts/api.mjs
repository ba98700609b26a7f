// Types of the wire contract, made from the service's own OpenAPI document. The file is never
// edited and never committed: it is made anew whenever the document has changed.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';

const source = new URL('../../adapters-http/src/main/resources/openapi.yaml', import.meta.url);
const target = new URL('../src/shared/api/schema.ts', import.meta.url);

const document = readFileSync(source);
const mark = `// Made of openapi.yaml ${createHash('sha256').update(document).digest('hex')}`;

if (!existsSync(target) || !readFileSync(target, 'utf8').startsWith(mark)) {
  const types = astToString(await openapiTS(source, { silent: true, defaultNonNullable: false }));
  writeFileSync(target, `${mark}\n\n${types}`);
}
