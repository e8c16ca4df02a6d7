import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { pdfFiles } from './dev/pdfFiles.ts';
import { prerenderedShell } from './dev/prerenderedShell.ts';

// The stand-in API is loaded only for work on the screens: no build ever sees it.
const standIn = async () =>
  process.env['MADANG_STANDIN'] ? [(await import('./dev/standIn/plugin')).apiStandIn()] : [];

export default defineConfig(async () => ({
  plugins: [react(), tailwindcss(), prerenderedShell(), pdfFiles(), ...(await standIn())],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: { port: 5173, strictPort: true },
  worker: { format: 'es' as const },
  build: {
    target: 'es2023',
    // the list of what each page preloads weighs more in the first script than the round trip it saves on a later page
    modulePreload: false,
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
}));
