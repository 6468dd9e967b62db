const transform = { '\\.[cm]?[jt]sx?$': ['@swc/jest', {
  jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } } },
  module: { type: 'commonjs' },
}] }
const base = {
  rootDir: __dirname,
  transform,
  // These ship only ES modules.
  transformIgnorePatterns: ['/node_modules/(?!(msw|@mswjs/.*|@open-draft/.*|rettime|until-async)/)'],
  modulePathIgnorePatterns: ['<rootDir>/miniapp/dist', '<rootDir>/.data', '<rootDir>/.cache'],
}
const alias = { '^@shared/(.*)$': '<rootDir>/shared/$1', '^@/(.*)$': '<rootDir>/miniapp/src/$1' }

module.exports = {
  globalSetup: '<rootDir>/tests/support/globalSetup.ts',
  globalTeardown: '<rootDir>/tests/support/globalTeardown.ts',
  testSequencer: '<rootDir>/tests/support/longFirst.cjs',
  testTimeout: 30_000,
  projects: [
    { ...base, displayName: 'node', testEnvironment: 'node', moduleNameMapper: alias,
      testMatch: ['<rootDir>/{shared,bff,mock,tests,scripts}/**/*.test.ts', '<rootDir>/miniapp/src/**/*.test.ts'] },
    { ...base, displayName: 'phone', testEnvironment: 'jsdom', testMatch: ['<rootDir>/miniapp/src/**/*.test.tsx'],
      setupFilesAfterEnv: ['<rootDir>/tests/support/phone/setup.ts'],
      moduleNameMapper: { ...alias, '\\.(s?css)$': '<rootDir>/tests/support/phone/style.ts',
        '^@tarojs/components$': '<rootDir>/tests/support/phone/components.tsx', '^@tarojs/taro$': '<rootDir>/tests/support/phone/taro.ts' } },
  ],
}
