import tseslint from 'typescript-eslint';
import { house } from './scripts/lint/plugin.mjs';
import { blockingDialogs, hiddenInputs, inputsAndOutputs, unsafeHtml } from './scripts/lint/restricted.mjs';

const tests = ['**/*.test.{ts,tsx,mjs}', 'test/**'];
const restrict = (/** @type {object[]} */ ...more) => ['error', ...unsafeHtml, ...more];

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', '.astro/', '.wix/', '.sandbox/', 'test-output/', '**/*.astro'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true }],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // Numbers read well in messages; objects, which do not, stay forbidden.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // A function may be async to keep a promise-shaped contract without awaiting anything itself.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true }],
      // An id's brand is a type parameter that only the answer's type uses.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
    },
  },

  {
    files: ['**/*.{ts,tsx,js,mjs}'],
    plugins: { house },
    languageOptions: { parser: tseslint.parser },
    rules: {
      'house/layers': 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
      'no-alert': 'error',
      'no-restricted-globals': ['error', ...blockingDialogs.globals],
      'no-restricted-properties': ['error', ...blockingDialogs.properties],
      'no-restricted-syntax': restrict(),
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-async-promise-executor': 'error',
      'no-constant-condition': 'error',
      'no-control-regex': 'error',
      'no-empty': 'error',
      'no-eval': 'error',
      'no-irregular-whitespace': 'error',
      'no-misleading-character-class': 'error',
      'no-self-compare': 'error',
      'no-template-curly-in-string': 'error',
      'no-unreachable-loop': 'error',
      'no-useless-escape': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-script-url': 'error',
    },
  },

  {
    files: ['src/core/**', 'src/backend/sync/**'],
    ignores: tests,
    rules: {
      'no-restricted-syntax': restrict(...hiddenInputs),
      // No outside interface is used here, and our word `link` is mistaken for the browser's String.prototype.link.
      '@typescript-eslint/no-deprecated': 'off',
    },
  },
  {
    files: ['src/core/**'],
    ignores: tests,
    rules: { 'no-restricted-globals': ['error', ...blockingDialogs.globals, ...inputsAndOutputs] },
  },

  {
    // The demo store's pages are plain HTML, as a shop's own are: there is no design system to ask with.
    files: ['sandbox/**/*.js'],
    rules: { 'no-alert': 'off', 'no-restricted-properties': 'off' },
  },

  {
    // The Wix build reads an event's name off the default export, which the SDK types as void.
    files: ['src/backend/events/{app,review}-*.ts'],
    rules: { '@typescript-eslint/no-confusing-void-expression': 'off' },
  },

  {
    files: tests,
    rules: {
      // A describe block is one function, and a suite is as long as its cases.
      'max-lines-per-function': 'off',
      // Tests feed in exactly the text that must be refused.
      'no-control-regex': 'off',
      'no-script-url': 'off',
      '@typescript-eslint/unbound-method': 'off',
      // A test reads answers as JSON and compares them: a wrong shape fails it anyway.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
);
