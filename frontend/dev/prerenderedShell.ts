import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';

type Words = Record<'welcome_title' | 'welcome_text', string>;

/** What is in the page before any script: the frame for who is signed in, the welcome's words for who is not. */
const shell = (words: Record<'ko' | 'en', Words>) => `<div class="shell"><div class="shell-rail"></div>
<div class="shell-heart"><div class="shell-composer"></div></div>
<div class="shell-welcome"><div class="shell-mark"></div>
${(['ko', 'en'] as const)
  .map(
    (locale) =>
      `<div class="shell-${locale}">${words[locale].welcome_title}<p>${words[locale].welcome_text}</p></div>`,
  )
  .join('\n')}</div></div>`;

const source = (path: string) => readFile(new URL(`../src/${path}`, import.meta.url), 'utf8');
const squeeze = (css: string) =>
  css
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};:,]) ?/g, '$1');

/** Puts the frame, its critical styles and the boot script into index.html, so that something true shows at once. */
export function prerenderedShell(): Plugin {
  return {
    name: 'prerendered-shell',
    transformIndexHtml: {
      order: 'post',
      async handler(html, { bundle }) {
        const [tokens, critical, boot, ko, en] = await Promise.all(
          [
            'styles/tokens.css',
            'styles/shell.css',
            'app/boot.js',
            'locales/ko/messages.json',
            'locales/en/messages.json',
          ].map(source),
        );
        const words = { ko: JSON.parse(ko!) as Words, en: JSON.parse(en!) as Words };
        const script = boot!.replace(/^\/\/.*\n/gm, '').replace(/\n/g, '');
        // Who is signed out needs the welcome next: it comes beside the entry, not after it.
        const welcome = Object.values(bundle ?? {}).find(({ name }) => name === 'SignInPage')?.fileName;
        return html
          .replace(
            '</head>',
            welcome ? `<link rel="modulepreload" crossorigin href="/${welcome}" />\n</head>` : '</head>',
          )
          .replace(
            '</title>',
            `</title>\n    <script>${script}</script>\n    <style>${squeeze(tokens! + critical!).trim()}</style>`,
          )
          .replace('<!--shell-->', shell(words));
      },
    },
  };
}
