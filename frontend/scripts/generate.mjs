// What the build derives: the client's types from the contract, the message functions from the catalogues.
import { writeFile } from 'node:fs/promises';
import { compile } from '@inlang/paraglide-js';
import openapiTypescript, { astToString } from 'openapi-typescript';
import { checkMessages } from './messages.mjs';
import { splitType } from './type.mjs';

const contract = new URL('../../shared/contracts/src/main/resources/madang/openapi.yaml', import.meta.url);

await checkMessages();
await Promise.all([
  splitType(),
  openapiTypescript(contract).then((ast) =>
    writeFile(new URL('../src/lib/api/schema.d.ts', import.meta.url), astToString(ast)),
  ),
  compile({
    project: './project.inlang',
    outdir: './src/paraglide',
    strategy: ['baseLocale'],
    emitGitIgnore: false,
  }),
]);
