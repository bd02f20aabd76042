// A picture of the poster from a phone with scripts: it is sent with its progress shown, and what is wrong stands beside the field.
import fs from 'node:fs';
import {fileURLToPath} from 'node:url';
import {expect, PHONE, test} from '../harness/fixtures.js';
import {expectAccessible, expectAccessibleWithoutScripts} from '../harness/look.js';

const sample = (name) => fileURLToPath(new URL(`../../fuzz/corpus/photo/${name}`, import.meta.url));

test('a picture is sent, described and deleted', async ({newRoom, device}) => {
  const room = await newRoom();
  const phone = await room.seat(await device(PHONE));
  await phone.locator('#til-bildet').click();
  await phone.locator('#bilde-fil').setInputFiles(sample('plain.heic'));
  await phone.locator('#send-bilde').click();
  const picture = phone.locator('.bildekort img');
  await expect(picture).toHaveCount(1);
  await expect.poll(() => picture.evaluate((img) => img.complete && img.naturalWidth > 0)).toBe(true);
  await phone.locator('[name=alt]').fill('Plakaten vår');
  await phone.locator('button[value="beskriv:1"]').click();
  await expect(picture).toHaveAttribute('alt', 'Plakaten vår');
  await expectAccessible(phone, 'a page with a picture');
  await phone.locator('button[value="slett:1"]').click();
  await expect(picture).toHaveCount(0);
});

test('what is wrong with a picture stands beside its field, without leaving the page', async ({newRoom, device}, info) => {
  const room = await newRoom();
  const phone = await room.seat(await device(PHONE));
  await phone.goto(`${room.place}/bilde`);
  await phone.locator('#bilde-fil').setInputFiles({name: 'x.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('GIF89a')});
  await phone.locator('#send-bilde').click();
  await expect(phone.locator('#bilde-fil-feil')).toContainText('ikke et bilde vi kan lese');
  await expectAccessible(phone, 'a refused picture');
  const large = info.outputPath('large.jpg');
  fs.writeFileSync(large, Buffer.alloc(16 << 20));
  await phone.locator('#bilde-fil').setInputFiles(large);
  await phone.locator('#send-bilde').click();
  await expect(phone.locator('#framdrift-tekst')).toContainText('større enn 15 MB');
});

test('the report prints where scripts run', async ({newRoom, device}) => {
  const room = await (await newRoom()).fill();
  const page = await device({viewport: {width: 1280, height: 800}});
  await page.addInitScript(() => { window.print = () => { document.title = 'printed'; }; });
  await page.goto(room.report);
  await page.locator('#skriv-ut').click();
  await expect(page).toHaveTitle('printed');
});

for (const [size, language] of [[16, 'nb'], [60, 'nn']])
  test(`a picture of ${size} MB sent without scripts gets a page that says so, in ${language}`, async ({newRoom, device}, info) => {
    const room = await newRoom();
    const phone = await room.seat(await device({...PHONE, javaScriptEnabled: false, locale: language}));
    await phone.goto(`${room.place}/bilde`);
    const large = info.outputPath('large.jpg');
    fs.writeFileSync(large, Buffer.alloc(size << 20));
    await phone.locator('#bilde-fil').setInputFiles(large);
    await phone.locator('#send-bilde').click();
    await expect(phone.locator('h1')).toContainText('stor');
    await expect(phone.locator('main')).toContainText('15 MB');
    await expect(phone.locator('html')).toHaveAttribute('lang', language);
    await expectAccessibleWithoutScripts(phone, 'too large a picture');
  });
