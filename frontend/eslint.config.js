import js from '@eslint/js';
import boundaries from 'eslint-plugin-boundaries';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const layers = ['atoms', 'molecules', 'organisms', 'templates'];
const own = (type) => ({ to: { element: { type } } });

/** Components may use their own layer and those below; a feature only itself; pages and the app everything below them. */
const rules = [
  ...layers.map((layer, index) => ({
    from: { element: { type: layer } },
    allow: [...layers.slice(0, index + 1), 'hooks', 'lib', 'messages'].map(own),
  })),
  { from: { element: { type: 'hooks' } }, allow: ['hooks', 'lib', 'messages'].map(own) },
  { from: { element: { type: 'lib' } }, allow: ['lib', 'messages'].map(own) },
  { from: { element: { type: 'feature' } }, allow: ['hooks', 'lib', 'messages'].map(own) },
  {
    from: { element: { type: 'feature' } },
    allow: [
      { to: { element: { type: 'feature', captured: { feature: '{{from.element.captured.feature}}' } } } },
    ],
  },
  {
    from: { element: { type: 'pages' } },
    allow: [...layers, 'feature', 'hooks', 'lib', 'messages', 'pages'].map(own),
  },
  {
    from: { element: { type: 'app' } },
    allow: [...layers, 'feature', 'hooks', 'lib', 'messages', 'pages', 'app', 'styles'].map(own),
  },
];

// Words that people read come from the catalogues; letters of any script count.
const styleAttribute = {
  selector: "JSXAttribute[name.name='style']",
  message: 'Style attributes are refused by the content security policy.',
};
const words = [
  { selector: 'JSXText[value=/\\p{L}{2,}/u]', message: 'Take the words from the message catalogue.' },
  styleAttribute,
];

// Input methods end a composition before the key is up, and each in its own order: one guard knows them all.
const compositionIsGuarded =
  'guardComposition keeps the keys of a composition away from every handler: listen for keydown, and ask nothing more.';
const syntax = [
  ...words,
  ...[
    'JSXAttribute[name.name=/^on(KeyUp|KeyPress|Composition)/]',
    "CallExpression[callee.name='addEventListener'] > Literal[value=/^(keyup|keypress|composition)/]",
    "CallExpression[callee.property.name='addEventListener'] > Literal[value=/^(keyup|keypress|composition)/]",
    'MemberExpression[property.name=/^(isComposing|keyCode)$/]',
  ].map((selector) => ({ selector, message: compositionIsGuarded })),
];

export default tseslint.config(
  {
    ignores: [
      'dist',
      'storybook-static',
      'src/paraglide',
      'src/lib/api/schema.d.ts',
      'journeys/output',
      'src/app/boot.js',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { boundaries, 'react-hooks': reactHooks },
    settings: {
      'import/resolver': { typescript: { project: './tsconfig.json' } },
      'boundaries/include': ['src/**/*'],
      'boundaries/elements': [
        ...layers.map((type) => ({ type, pattern: `src/components/${type}` })),
        { type: 'feature', pattern: 'src/features/*', capture: ['feature'] },
        ...['hooks', 'lib', 'pages', 'app', 'styles'].map((type) => ({ type, pattern: `src/${type}` })),
        { type: 'messages', pattern: 'src/paraglide' },
      ],
    },
    rules: {
      ...reactHooks.configs.recommended.rules,
      'boundaries/dependencies': ['error', { default: 'disallow', policies: rules }],
      'max-lines': ['error', 250],
      'no-restricted-syntax': ['error', ...syntax],
    },
  },
  {
    // a story is not shipped: neither are classes of its own, nor does the policy hold there
    files: ['src/**/*.stories.tsx'],
    rules: { 'no-restricted-syntax': ['error', ...syntax.filter((rule) => rule !== styleAttribute)] },
  },
  {
    files: ['src/lib/composition.ts'],
    rules: { 'no-restricted-syntax': ['error', ...words] },
  },
  {
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_' }],
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
    },
  },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: {
      globals: { console: 'readonly', process: 'readonly', URL: 'readonly', Buffer: 'readonly' },
    },
  },
);
