// Keyboard alone: no pointer ever touches these pages.
import {expect, PHONE, test} from '../harness/fixtures.js';

/** Tabs until `wanted` has focus; every stop must be visible. */
async function tabTo(page, wanted) {
  for (let stops = 0; stops < 200; stops++) {
    await page.keyboard.press('Tab');
    if (await wanted.evaluate((element) => element === document.activeElement)) {
      const outline = await wanted.evaluate((element) => {
        const style = getComputedStyle(element);
        return style.outlineStyle !== 'none' || style.boxShadow !== 'none';
      });
      expect(outline, 'focus can be seen').toBe(true);
      return;
    }
  }
  throw new Error(`never reached ${wanted}`);
}

for (const scripts of [true, false]) {
  test(`a group joins, ranks and hands in, ${scripts ? 'with' : 'without'} scripts`, async ({newRoom, device}) => {
    const room = await newRoom();
    const page = await device({...PHONE, javaScriptEnabled: scripts});
    await page.goto('/');
    await tabTo(page, page.locator('[name=kode]'));
    await page.keyboard.type(await room.code());
    await page.keyboard.press('Enter');
    await page.waitForURL('**/v/*');
    const choice = page.locator('[name=gruppe][value=ny]');
    await tabTo(page, choice);
    await page.keyboard.press('Space');
    await tabTo(page, page.locator('form:has([name=gruppe]) button[type=submit]'));
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${room.place}`);

    await room.stage('rank');
    await page.goto(room.place);
    const places = page.locator('ol.plasser > li[data-id]');
    for (const [index, key] of [3, 1, 2, 9, 15].entries()) {
      await tabTo(page, page.locator(`button[name=op][value="velg:${key}"]`));
      await page.keyboard.press('Enter');
      await expect(places).toHaveCount(index + 1);
    }
    await tabTo(page, page.locator('button[name=op][value="opp:1"]'));
    await page.keyboard.press('Enter');
    await expect(places.first()).toHaveAttribute('data-id', '1');
    if (scripts) await expect(page.locator('button[name=op][value="opp:1"]')).toBeFocused();
    await tabTo(page, page.locator('button[name=op][value=lever]'));
    await page.keyboard.press('Enter');
    await expect(page.getByText('Levert').first()).toBeVisible();
  });
}

test('the skip link is the first stop and leads to the content', async ({newRoom, device}) => {
  const room = await newRoom();
  const page = await room.seat(await device(PHONE));
  await page.goto(room.place);
  await page.keyboard.press('Tab');
  const skip = page.locator(':focus');
  await expect(skip).toHaveAttribute('href', '#innhold');
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.locator('#innhold')).toBeFocused();
});

test('buttons that do the same to different keys can be told apart', async ({newRoom, device}) => {
  const room = await newRoom();
  const page = await room.seat(await device(PHONE));
  await room.stage('rank');
  await page.goto(room.place);
  for (const key of [1, 2, 3]) {
    await page.locator(`button[name=op][value="velg:${key}"]`).click();
    await expect(page.locator(`li[data-id="${key}"]`)).toBeVisible();
  }
  const names = await page.getByRole('button').evaluateAll((all) => all.map((button) => button.textContent.replace(/\s+/g, ' ').trim()));
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  await expect(page.getByRole('button', {name: /Flytt.*opp til plass 1/})).toHaveCount(1);
});
