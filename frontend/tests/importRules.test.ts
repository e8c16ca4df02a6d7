import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

const eslint = new ESLint();

async function violations(filePath: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath });
  return result!.messages.map(({ ruleId }) => ruleId ?? 'parse');
}

const using = (path: string, name: string) =>
  `import { ${name} } from '${path}';\nexport const used = ${name};\n`;

describe('import rules', () => {
  it.each([
    [
      'an atom that uses a molecule',
      'src/components/atoms/Button.tsx',
      '@/components/molecules/Menu',
      'Menu',
    ],
    [
      'a molecule that uses an organism',
      'src/components/molecules/Menu.tsx',
      '@/components/organisms/Toaster',
      'Toaster',
    ],
    [
      'an organism that uses a feature',
      'src/components/organisms/Toaster.tsx',
      '@/features/session/hooks/useMe',
      'useMe',
    ],
    [
      'a template that uses a page',
      'src/components/templates/AppShell.tsx',
      '@/pages/chat/ChatPage',
      'ChatPage',
    ],
    [
      'a feature that uses another',
      'src/features/chat/hooks/usePassage.ts',
      '@/features/session/hooks/useMe',
      'useMe',
    ],
    [
      'a feature that uses a component',
      'src/features/chat/hooks/usePassage.ts',
      '@/components/atoms/Kbd',
      'Kbd',
    ],
    ['a library that uses a hook', 'src/lib/format.ts', '@/hooks/useStickToBottom', 'useStickToBottom'],
  ])('catch %s', async (_, filePath, path, name) => {
    expect(await violations(filePath, using(path, name))).toContain('boundaries/dependencies');
  });

  it.each([
    ['a molecule that uses an atom', 'src/components/molecules/Menu.tsx', '@/components/atoms/Kbd', 'Kbd'],
    [
      'a feature that uses itself',
      'src/features/session/hooks/useMe.ts',
      '@/features/session/api/oidc',
      'signOut',
    ],
    [
      'a page that uses two features',
      'src/pages/chat/Thread.tsx',
      '@/features/library/hooks/useGrants',
      'useGrants',
    ],
  ])('allow %s', async (_, filePath, path, name) => {
    expect(await violations(filePath, using(path, name))).toEqual([]);
  });

  it.each([
    '<input onKeyUp={() => undefined} />',
    '<input onCompositionEnd={() => undefined} />',
    '<input onKeyDown={(event) => event.nativeEvent.isComposing} />',
    "<p ref={(p) => p?.addEventListener('keyup', () => undefined)} />",
  ])('catch a field with a guard of its own against input methods: %s', async (element) => {
    const code = `export const Own = () => ${element};\n`;
    expect(await violations('src/components/atoms/Kbd.tsx', code)).toContain('no-restricted-syntax');
  });

  it('catch words in the page that are in no catalogue, Hangul too', async () => {
    const code = 'export const Words = () => <p>안녕</p>;\n';
    expect(await violations('src/components/atoms/Kbd.tsx', code)).toContain('no-restricted-syntax');
  });
});
