import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';

const SHELL = `<div class="shell"><div class="shell-rail"></div><div class="shell-heart"><div class="shell-composer"></div></div>
<div class="shell-welcome"><div class="shell-mark"></div><span class="shell-ko">우리 회사 문서에 물어보세요</span><span class="shell-en">Ask your company's documents</span></div></div>`;

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
      async handler(html) {
        const [tokens, shell, boot] = await Promise.all(
          ['styles/tokens.css', 'styles/shell.css', 'app/boot.js'].map(source),
        );
        const script = boot!.replace(/^\/\/.*\n/gm, '').replace(/\n/g, '');
        return html
          .replace(
            '</title>',
            `</title>\n    <script>${script}</script>\n    <style>${squeeze(tokens! + shell!).trim()}</style>`,
          )
          .replace('<!--shell-->', SHELL);
      },
    },
  };
}
