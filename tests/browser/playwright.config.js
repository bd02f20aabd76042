// Debian's Chromium, a real server for each worker, nothing that leaves the machine.
import {defineConfig} from '@playwright/test';

export const chromium = {
  executablePath: process.env.KNIPPE_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'],
};

export default defineConfig({
  testDir: 'specs',
  outputDir: '../../build/browser',
  fullyParallel: true,
  workers: 2,
  timeout: 120_000,
  expect: {timeout: 10_000},
  forbidOnly: true,
  retries: 0,
  reporter: [['list'], ...(process.env.KNIPPE_JUNIT ? [['junit', {outputFile: process.env.KNIPPE_JUNIT}]] : [])],
  use: {
    browserName: 'chromium',
    launchOptions: chromium,
    locale: 'nb-NO',
    timezoneId: 'Europe/Oslo',
    actionTimeout: 10_000,
    navigationTimeout: 15_000,
    screenshot: 'only-on-failure',
  },
});
