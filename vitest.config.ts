import { defineConfig } from 'vitest/config';

const every = {
  // A busy machine is no fault; a test that hangs is one.
  testTimeout: 90_000,
  hookTimeout: 60_000,
  expect: { poll: { timeout: 30_000 } },
  pool: 'forks',
} as const;

/** Browsers need the machine for themselves; the other one listens to what the process prints. */
const alone = ['tests/browser/**/*.test.ts', 'tests/channels/authentication.test.ts'];

export default defineConfig({
  test: {
    globalSetup: ['tests/built-desk.ts'],
    maxWorkers: 2,
    // What two libraries remind of who would take a test for a product.
    onConsoleLog: (line) => !/^(?:oidc-provider (?:WARNING|NOTICE)|WARNING: smtp-server is using)/.test(line),
    projects: [
      // A browser is a program of many processes: what fails and then passes is printed as retried, and stays to be looked at.
      { test: { ...every, name: 'alone', include: alone, retry: 1 } },
      // A third of their time went into loading the same modules for each file.
      { test: { ...every, name: 'together', include: ['tests/**/*.test.ts'], exclude: alone, isolate: false } },
    ],
  },
});
