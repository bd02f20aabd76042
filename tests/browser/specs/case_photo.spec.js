// A photo with a contribution, in a real browser with scripts and without: sent, refused, read, shown; each page for everyone.
import fs from 'node:fs';
import {fileURLToPath} from 'node:url';
import {DESK, expect, PHONE, SMALL, test} from '../harness/fixtures.js';
import {Case} from '../harness/case.js';
import {expectAccessible, expectAccessibleWithoutScripts, expectNoSidewaysScroll} from '../harness/look.js';

test.describe.configure({timeout: 240_000});

const photo = fileURLToPath(new URL('../../fuzz/corpus/photo/turned.jpg', import.meta.url));

for (const scripts of [true, false]) {
  const check = scripts ? expectAccessible : expectAccessibleWithoutScripts;
  test(`a photo comes with a contribution, ${scripts ? 'with' : 'without'} scripts`, async ({server, desk, device, facilitator}) => {
    const place = await (await (await Case.make(server, desk)).fill()).open();
    const resident = await device({...PHONE, javaScriptEnabled: scripts});
    await resident.goto(`${place.public}/innspill/nytt`);
    await resident.locator('#tekst').fill('Benken er råtten');
    await resident.locator('#bilde-vis').click();
    await resident.locator('#bilde-fil').setInputFiles(photo);
    await resident.locator('#bildetekst').fill('En benk uten rygg');
    await check(resident, 'the form with a photo');
    await resident.setViewportSize(SMALL.viewport);
    await expectNoSidewaysScroll(resident, 'the form with a photo');
    await resident.locator('#send').click();
    await expect(resident.locator('main')).toContainText('Bildet kom med');
    const owner = await facilitator({...DESK, javaScriptEnabled: scripts});
    await owner.goto(`${place.path}/innspill`);
    await expect(owner.locator('#bilde-1 img')).toHaveAttribute('alt', 'En benk uten rygg');
    await check(owner, 'reading a contribution with a photo');
    await owner.locator('#publiser-1').click();
    await resident.goto(`${place.public}/innspill`);
    const shown = resident.locator('#bilde-1 img');
    await expect.poll(() => shown.evaluate((img) => img.complete && img.naturalWidth > 0)).toBe(true);
    await check(resident, 'a contribution with a photo');
    await resident.goto(`${place.public}/mine-data`);
    await check(resident, 'my data with a photo');
  });
}

test('what was chosen is not chosen twice where scripts run, and what is wrong stands at its field', async ({server, desk, device}, info) => {
  const place = await (await (await Case.make(server, desk)).fill()).open();
  const page = await device(PHONE);
  await page.goto(`${place.public}/innspill/nytt`);
  await page.locator('#bilde-vis').click();
  await page.locator('#bilde-fil').setInputFiles(photo);
  await page.locator('#send').click();
  await expect(page.locator('.ds-error-summary')).toBeFocused();
  await expect(page.locator('#velg-igjen')).toHaveCount(0);
  expect(await page.locator('#bilde-fil').evaluate((input) => input.files.length)).toBe(1);
  await page.locator('#tekst').fill('Denne teksten blir stående');
  await page.locator('#bilde-fil').setInputFiles({name: 'x.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('GIF89a')});
  await page.locator('#send').click();
  await expect(page.locator('#bilde-fil-feil')).toContainText('ikke et bilde vi kan lese');
  await expect(page.locator('#tekst')).toHaveValue('Denne teksten blir stående');
  await expectAccessible(page, 'a refused photo');
  const large = info.outputPath('large.jpg');
  fs.writeFileSync(large, Buffer.alloc(16 << 20));
  await page.locator('#bilde-fil').setInputFiles(large);
  await page.locator('#send').click();
  await expect(page.locator('#framdrift-tekst')).toContainText('større enn 15 MB');
});
