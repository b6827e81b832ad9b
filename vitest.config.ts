import { defineConfig } from 'vitest/config'

/** Where to write a report that a program can read, beside the one for people. */
const report = process.env.TEST_RESULTS

const needsDatabase = { globalSetup: ['test/support/global-setup.ts'], testTimeout: 30_000, hookTimeout: 30_000 }

export default defineConfig({
  test: {
    // One more than the two cores that a small machine has: most tests wait for something most of the time.
    maxWorkers: 3,
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.ts', 'test/*.test.ts'],
          isolate: false,
          testTimeout: 20_000,
        },
      },
      { extends: true, test: { name: 'contract', include: ['test/contract/**/*.test.ts'], ...needsDatabase } },
      { extends: true, test: { name: 'integration', include: ['test/integration/**/*.test.ts'], ...needsDatabase } },
      {
        extends: true,
        // On a busy machine a person of these may wait in vain once; what fails twice is wrong. The report names both.
        test: { name: 'end-to-end', include: ['test/end-to-end/**/*.test.ts'], retry: 1, ...needsDatabase },
      },
    ],
  },
})
