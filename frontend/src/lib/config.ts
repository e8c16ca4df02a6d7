/** What the site learns at run time, so that one build serves every environment. */
interface Config {
  issuer: string;
  clientId: string;
  audience: string;
  apiBase: string;
  /** What is asked of the provider; some give refresh tokens only for `offline_access`. */
  scope: string;
  /** Whose pages may show a tool in a frame. */
  embedOrigins: string[];
}

declare global {
  interface Window {
    /** The answer that the page's first script asked for. */
    madangConfig?: Promise<Response> | undefined;
  }
}

let loaded: Promise<Config> | undefined;

function ask(): Promise<Response> {
  const early = window.madangConfig;
  window.madangConfig = undefined;
  return early ?? fetch('/config.json', { cache: 'no-cache' });
}

/** Reads `/config.json` once and fails naming the field that is missing. */
export function loadConfig(): Promise<Config> {
  loaded ??= ask().then(async (response) => {
    if (!response.ok) throw new Error(`config.json: ${response.status}`);
    const config = (await response.json()) as Partial<Config>;
    for (const field of ['issuer', 'clientId'] as const)
      if (!config[field]) throw new Error(`config.json: "${field}" is missing`);
    return {
      audience: '',
      apiBase: '',
      scope: 'openid profile email',
      embedOrigins: [],
      ...config,
    } as Config;
  });
  loaded.catch(() => (loaded = undefined));
  return loaded;
}
