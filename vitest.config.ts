import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: ['tests/built-desk.ts'],
    include: ['tests/**/*.test.ts'],
    // A busy machine is no fault; a test that hangs is one.
    testTimeout: 90_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 30_000 } },
    pool: 'forks',
    maxWorkers: 2,
    // What two libraries remind of who would take a test for a product.
    onConsoleLog: (line) => !/^(?:oidc-provider (?:WARNING|NOTICE)|WARNING: smtp-server is using)/.test(line),
  },
});
