import { defineConfig } from 'vitest/config';

const every = {
  // A busy machine is no fault; a test that hangs is one.
  testTimeout: 90_000,
  hookTimeout: 60_000,
  expect: { poll: { timeout: 30_000 } },
  pool: 'forks',
} as const;

export default defineConfig({
  test: {
    globalSetup: ['tests/built-desk.ts'],
    maxWorkers: 2,
    // What two libraries remind of who would take a test for a product.
    onConsoleLog: (line) => !/^(?:oidc-provider (?:WARNING|NOTICE)|WARNING: smtp-server is using)/.test(line),
    projects: [
      { test: { ...every, name: 'browser', include: ['tests/browser/**/*.test.ts'] } },
      // A third of their time went into loading the same modules for each file.
      {
        test: {
          ...every,
          name: 'parts',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/browser/**'],
          isolate: false,
        },
      },
    ],
  },
});
