import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const clockRules = [
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'Ask a clock module for the time.' },
  { selector: 'CallExpression[callee.name="Date"]', message: 'Ask a clock module for the time.' },
]
const now = { object: 'Date', property: 'now', message: 'Ask a clock module for the time.' }
const environment = { object: 'process', property: 'env', message: 'Settings are read in the config module only.' }
const unfinished = ['describe', 'it', 'test'].flatMap((object) => ['only', 'skip', 'todo', 'failing']
  .map((property) => ({ object, property, message: 'A test runs, or it is not there.' })))
const environmentModule = { name: 'node:process', importNames: ['env'], message: 'Settings are read in the config module only.' }

/** What a page may take from Taro itself: hooks that tell it where it is and whether it is seen. */
const navigationHooks = ['useDidHide', 'useDidShow', 'useLoad', 'usePageScroll', 'usePullDownRefresh', 'useReachBottom', 'useReady',
  'useRouter', 'useShareAppMessage', 'useUnload']
const taro = { name: '@tarojs/taro', allowImportNames: navigationHooks, message: 'Only miniapp/src/platform speaks to the phone.' }
const phoneGlobals = ['wx', 'my'].map((name) => ({ name, message: 'Only miniapp/src/platform speaks to the phone.' }))

const tests = ['**/*.test.{ts,tsx}', 'tests/**']
/** Where the surroundings may be read: these start, build or check things. */
const atTheEdge = ['bff/config.ts', 'mock/config.ts', 'mock/day/config.ts', 'scripts/**', 'tests/support/**', '*.{cjs,mjs}',
  'miniapp/{config,plugins}/**', 'miniapp/babel.config.js', 'miniapp/src/**/*.config.ts']

export default tseslint.config(
  { ignores: ['node_modules/', 'miniapp/dist/', 'coverage/', '.data/', '.cache/', 'docs/'] },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  ...tseslint.configs.strict,
  {
    plugins: { 'react-hooks': reactHooks },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-check': false, 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-invalid-void-type': 'off',
      // It crashes on a method with type parameters.
      '@typescript-eslint/unified-signatures': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, argsIgnorePattern: '^_', varsIgnorePattern: '^_$' }],
      'max-lines': ['error', 400],
      'no-console': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'], location: 'anywhere' }],
      'no-restricted-properties': ['error', now, environment, ...unfinished],
      'no-restricted-syntax': ['error', ...clockRules],
      'no-restricted-globals': ['error', ...['fit', 'fdescribe', 'xit', 'xdescribe', 'xtest']],
      'no-restricted-imports': ['error', environmentModule],
      eqeqeq: 'error',
      'prefer-template': 'error',
      quotes: ['error', 'single', { avoidEscape: true, allowTemplateLiterals: true }],
      semi: ['error', 'never'],
    },
  },
  {
    files: ['miniapp/src/**'],
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'no-restricted-imports': ['error', environmentModule, taro],
      'no-restricted-globals': ['error', 'fit', 'fdescribe', 'xit', 'xdescribe', 'xtest', ...phoneGlobals],
    },
  },
  {
    files: ['miniapp/src/platform/**'],
    rules: { 'no-restricted-imports': ['error', environmentModule], 'no-restricted-globals': 'off' },
  },
  { files: ['**/clock.ts'], rules: { 'no-restricted-properties': ['error', environment, ...unfinished], 'no-restricted-syntax': 'off' } },
  { files: atTheEdge, rules: { 'no-restricted-properties': ['error', now, ...unfinished], 'no-restricted-imports': 'off', 'no-console': 'off' } },
  { files: tests, rules: { '@typescript-eslint/no-non-null-assertion': 'off', '@typescript-eslint/no-dynamic-delete': 'off', 'no-restricted-imports': ['error', environmentModule] } },
  { files: ['**/*.cjs', '**/babel.config.js', 'miniapp/plugins/*.js'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
)
