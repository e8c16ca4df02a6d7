// What the build derives: the client's types from the contract, the message functions from the catalogues. With
// --by-message each is a module of its own, so that a page ships only what it says; without, a language is one, for a
// thousand modules a story are most of what stories take.
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
    outputStructure: process.argv.includes('--by-message') ? 'message-modules' : 'locale-modules',
    emitGitIgnore: false,
  }),
]);
