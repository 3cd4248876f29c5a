import eslint from '@eslint/js';
import prettier from 'eslint-config-prettier';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** Where configuration enters a process. Everywhere else it is handed down, parsed and frozen. */
const configModules = [
  '**/config/**',
  'cms/app/src/settings/settings.ts',
  'cms/app/src/terminal/environment.ts',
  'delivery/src/worker/main.ts',
  'vitest.config.mts',
  'tests/**',
];

/** Programs whose standard output is their result. */
const programs = [
  'renderer/src/cli/**',
  'cms/app/src/commands/**',
  'cms/app/src/terminal/**',
  'delivery/src/worker/main.ts',
  '**/bin/**',
  'tests/**',
];

export default tseslint.config(
  {
    ignores: [
      '**/dist/',
      '**/build/',
      '**/node_modules/',
      '**/.cache/',
      '**/.strapi/',
      '**/.tmp/',
      'cms/app/types/generated/',
      'cms/app/public/',
      'coverage/',
      'data/',
      'out/',
      'test-results/',
    ],
  },
  eslint.configs.recommended,
  tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      globals: globals.node,
      parserOptions: {
        projectService: { allowDefaultProject: ['vitest.config.mts'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      // A file that no longer fits on four screens holds two things.
      'max-lines': ['error', { max: 250 }],
      'no-restricted-properties': [
        'error',
        {
          object: 'process',
          property: 'env',
          message: 'Configuration is read once, in the config module of the process, and handed down.',
        },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // Header values and SMTP replies are cleaned of control characters by naming them.
      'no-control-regex': 'off',
      // A port may be asynchronous where one of its implementations happens not to wait.
      '@typescript-eslint/require-await': 'off',
    },
  },
  { files: configModules, rules: { 'no-restricted-properties': 'off' } },
  {
    // What is tested as built is loaded at run time; its type is all that is known before.
    files: ['tests/**'],
    rules: { '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }] },
  },
  { files: programs, rules: { 'no-console': 'off' } },
  {
    // The admin's code is compiled by Strapi's bundler for a browser; its types have a project of their own.
    files: ['cms/app/src/admin/**/*.{ts,tsx}', 'cms/plugin/admin/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
    // react-intl and RTK Query hand out functions that need no `this`, typed as methods.
    rules: {
      '@typescript-eslint/unbound-method': 'off',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'JSXMemberExpression[object.name="Dialog"][property.name="Content"]',
          message: 'A long question would hide its buttons: use `DialogContent` of the components.',
        },
      ],
    },
    languageOptions: {
      globals: globals.browser,
      parserOptions: {
        projectService: false,
        project: ['./cms/app/tsconfig.admin.json', './cms/plugin/admin/tsconfig.json'],
      },
    },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    extends: [tseslint.configs.disableTypeChecked],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  prettier,
);
