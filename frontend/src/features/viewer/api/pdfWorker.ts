import address from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?worker&url';

interface ScriptPolicy {
  createScriptURL: (address: string) => string;
}
interface TrustedTypes {
  createPolicy: (name: string, rules: ScriptPolicy) => ScriptPolicy;
}

/** The site's headers allow this name alone; `scripts/finish.mjs` hands it to them. */
const NAME = 'madang-pdf';

let policy: ScriptPolicy | undefined;

/** Starts the reader of PDFs beside the page: the one script of our own build that a worker may run. */
export function startPdfWorker(): Worker {
  const rules: ScriptPolicy = {
    createScriptURL: (asked) => {
      if (asked !== address) throw new TypeError('not a script of this site');
      return asked;
    },
  };
  const trusted = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
  policy ??= trusted ? trusted.createPolicy(NAME, rules) : rules;
  return new Worker(policy.createScriptURL(address), { type: 'module', name: NAME });
}
