import type { Plugin } from 'vite';

/** A small API for work on the screens without the platform; only with MADANG_STANDIN=1. */
export function apiStandIn(): Plugin {
  return { name: 'api-stand-in' };
}
