import { describe, expect, it } from 'vitest';
import { CLIENTS, keySnippet } from './keySnippets';

describe('keySnippet', () => {
  it.each(CLIENTS)('%s has this site and the key', (client) => {
    const snippet = keySnippet(client, 'https://madang.example', 'mdg_Ab3x');
    expect(snippet).toContain('https://madang.example/');
    expect(snippet).toContain('mdg_Ab3x');
  });

  it('is JSON where a client reads JSON', () => {
    expect(JSON.parse(keySnippet('mcp', 'https://madang.example', 'k'))).toHaveProperty(
      'mcpServers.madang.url',
      'https://madang.example/mcp',
    );
    const body = /-d '(.*)'$/.exec(keySnippet('curl', 'https://madang.example', 'k'))![1]!;
    expect(JSON.parse(body)).toHaveProperty('model', 'best');
  });
});
