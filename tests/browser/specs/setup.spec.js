// The first minutes: set-up link, first workshop, projector and phones, as a newcomer does it by hand.
import {test as base, expect} from '@playwright/test';
import {startServer} from '../harness/server.js';
import {EMAIL, NAME, PASSWORD} from '../harness/room.js';

const test = base.extend({
  fresh: async ({}, use) => {
    const server = await startServer();
    await use(server);
    await server.stop();
  },
});

test('a newcomer makes an account and opens a workshop', async ({fresh, browser}) => {
  const context = await browser.newContext({baseURL: fresh.url, locale: 'nb-NO'});
  const page = await context.newPage();
  await page.goto(fresh.setUpPath);
  await page.locator('[name=navn]').fill(NAME);
  await page.locator('[name=epost]').fill(EMAIL);
  await page.locator('[name=passord]').first().fill(PASSWORD);
  await page.locator('form:has([name=passord]) button[type=submit]').last().click();
  await page.waitForURL('**/styring');
  await page.locator('a[href="/styring/nytt"]').first().click();
  await page.locator('[name=tittel]').fill('Mitt første verksted');
  await page.locator('button[name=op][value=opprett]:not([aria-hidden=true])').first().click();
  await page.waitForURL(/\/styring\/[0-9a-z]{13}/);
  await page.locator('button[name=op][value=apne]:not([aria-hidden=true])').first().click();
  await expect(page.getByText(/\d{3}\s\d{3}/).first()).toBeVisible();
  const projector = await page.locator('a[href*="/skjerm/"]').first().getAttribute('href');
  await expect(page.getByText('Telefoner når ikke denne serveren')).toBeVisible();
  await page.goto('/styring');
  await expect(page.getByText('Mitt første verksted').first()).toBeVisible();
  await page.goto(new URL(projector, fresh.url).pathname);
  await expect(page.getByText(/\d{3}\s\d{3}/).first()).toBeVisible();
  await context.close();
});
