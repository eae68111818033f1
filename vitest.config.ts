import { defineConfig } from 'vitest/config'

const jsx = { oxc: { jsx: { runtime: 'automatic' as const, importSource: 'preact' } } }

export default defineConfig({
  ...jsx,
  test: {
    globalSetup: ['tests/setup/global.ts'],
    setupFiles: ['tests/setup/chance.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // What comes by itself is waited for: on a busy machine a second is little.
    expect: { poll: { timeout: 10_000 } },
    maxWorkers: 2,
    // Files share what they import: no room keeps state of its own, and reading it all anew for each file took a third of the time.
    isolate: false,
    projects: [
      {
        ...jsx,
        extends: true,
        test: {
          name: 'rules and requests',
          include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/journeys/**', 'tests/sweep/**'],
        },
      },
      {
        ...jsx,
        extends: true,
        test: {
          name: 'sweep and journeys',
          include: ['tests/journeys/**/*.test.{ts,tsx}', 'tests/sweep/**/*.test.{ts,tsx}'],
          testTimeout: 180_000,
        },
      },
    ],
  },
})
