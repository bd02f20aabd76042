// A workshop's life besides running it, in a browser: mixed tables, facilitators together, deletion and what stands there afterwards.
import {DESK, expect, PHONE, SMALL, test} from '../harness/fixtures.js';
import {expectAccessible, expectNoSidewaysScroll} from '../harness/look.js';

const LIST = 'Navn;Sted;Rolle\n' + Array.from({length: 18}, (_, n) =>
  `Deltaker ${n} med et temmelig langt navn;${['Sentrum', 'Nesset', 'Ytre Fjordvik'][n % 3]};${n < 6 ? 'politiker' : 'innbygger'}`).join('\n');

async function looksRight(page, where) {
  await expectAccessible(page, where);
  const before = page.viewportSize();
  await page.setViewportSize(SMALL.viewport);
  await expectNoSidewaysScroll(page, where);
  await page.setViewportSize(before);
}

test('tables are mixed from a pasted list, printed, and become groups', async ({newRoom, facilitator}) => {
  const room = await newRoom();
  const page = await facilitator(DESK);
  await page.goto(`${room.path}/bord`);
  await page.locator('#liste').fill('Navn;Sted\nKari\n');
  await page.locator('#les-inn-knapp').click();
  await expect(page.locator('#innhold')).toContainText('Linje 2 har ikke like mange kolonner');
  await looksRight(page, 'a refused list');
  await page.locator('#liste').fill(LIST);
  await page.locator('#les-inn [name=bord]').fill('3');
  await page.locator('#les-inn-knapp').click();
  await expect(page.locator('#blanding-h')).toHaveText('18 personer ved 3 bord');
  await expect(page.locator('#innhold')).toContainText('Bordene er så jevnt blandet som det er mulig');
  await looksRight(page, 'mixed tables');
  await page.locator('#til-bordliste').click();
  await looksRight(page, 'the list by table');
  await page.goto(`${room.path}/bord/dor`);
  await expect(page.locator('.dorliste tbody tr')).toHaveCount(18);
  await looksRight(page, 'the list for the door');
  await page.goto(`${room.path}/bord`);
  await page.locator('#lag-grupper').click();
  await expect(page.locator('#desk-grupper tbody tr')).toHaveCount(3);
});

test('the link to another facilitator, the confirmation and the page left behind are accessible', async ({newRoom, facilitator, device}) => {
  const room = await newRoom();
  const page = await facilitator(DESK);
  await page.goto(`${room.path}/fasilitatorer`);
  await page.locator('#lag-lenke').click();
  const link = new URL(await page.locator('#lenka').textContent()).pathname;
  await looksRight(page, 'a fresh link');
  const stranger = await device(PHONE);
  await stranger.goto(link);
  await looksRight(stranger, 'an invitation');
  await page.goto(`${room.path}/slett`);
  await page.locator('#slett-na').click();
  await expect(page.locator('#forstatt-f')).toBeVisible();
  await looksRight(page, 'a deletion without consent');
  await page.locator('#forstatt').check();
  await page.locator('#slett-na').click();
  await expect(page).toHaveURL(/\/styring$/);
  const answer = await stranger.goto(room.report);
  expect(answer.status()).toBe(410);
  await looksRight(stranger, 'a deleted workshop');
});
