import { expect, test } from 'vitest';
import { frameCode } from './frameCode';

test('a name cannot end what it stands in', () => {
  const code = frameCode('https://madang.example/embed/1', '"><script> & Co');
  expect(code).toContain(
    'src="https://madang.example/embed/1" title="&quot;&gt;&lt;script&gt; &amp; Co" width',
  );
  expect(code.match(/[<>]/g)).toHaveLength(4);
});
