// Children and youth say what they think, with a photo, in a real browser with scripts and without; the class's sheet.
import {fileURLToPath} from 'node:url';
import {DESK, expect, PHONE, SMALL, test} from '../harness/fixtures.js';
import {Case} from '../harness/case.js';
import {expectAccessible, expectAccessibleWithoutScripts, expectNoSidewaysScroll} from '../harness/look.js';

test.describe.configure({timeout: 240_000});

const photo = fileURLToPath(new URL('../../fuzz/corpus/photo/turned.jpg', import.meta.url));
const YOUTH = {ung_om: 'Veien til skolen skal bli tryggere.', ung_endre: 'Du kan si hvor det er skummelt å gå.', ung_etter: 'Politikerne velger tre steder i mars.'};

async function withYouth(server, desk, moderation = 'before') {
  const place = await (await Case.make(server, desk)).fill();
  await place.tell('lesing', {lesing: moderation});
  await place.tell('ungdom', YOUTH);
  await place.tell('ungdom-paa');
  return place.open();
}

for (const scripts of [true, false]) {
  const check = scripts ? expectAccessible : expectAccessibleWithoutScripts;
  test(`a class says what it thinks, with a photo, ${scripts ? 'with' : 'without'} scripts`, async ({server, desk, device}) => {
    const place = await withYouth(server, desk, 'after');
    const page = await device({...PHONE, javaScriptEnabled: scripts});
    await page.goto(place.public);
    await page.locator('#til-ung').click();
    await expect(page.locator('main')).toContainText('Ikke skriv navnet ditt.');
    await check(page, 'the youth page');
    await page.setViewportSize(SMALL.viewport);
    await expectNoSidewaysScroll(page, 'the youth page');
    await page.setViewportSize(PHONE.viewport);

    await page.locator('#send').click();
    await expect(page.locator('.ds-error-summary')).toBeVisible();
    await check(page, 'the youth page, refused');

    await page.locator('#tekst').fill('Krysset ved butikken er skummelt');
    await page.locator('#bilde-vis').click();
    await page.locator('#bilde-fil').setInputFiles(photo);
    await page.locator('#bildetekst').fill('Krysset uten gangfelt');
    await page.locator('#sammen-school_class').press(' ');
    await page.locator('#antall').fill('24');
    await check(page, 'the youth page, filled in');
    await page.locator('#send').click();
    await expect(page.locator('h1')).toContainText('Takk');
    await expect(page.locator('.dusa img')).toHaveAttribute('alt', 'Krysset uten gangfelt');
    await expect.poll(() => page.locator('.dusa img').evaluate((img) => img.complete && img.naturalWidth > 0)).toBe(true);
    await check(page, 'the receipt in plain words');
    await page.goto(`${place.public}/innspill`);
    await expect(page.locator('#innspill-1')).toContainText('Barn og unge');
    await check(page, 'a contribution with a photo');
    const large = await page.request.get(await page.locator('#bilde-1').getAttribute('href'));
    expect([large.status(), large.headers()['content-type']]).toEqual([200, 'image/jpeg']);
  });
}

test('the owner writes the texts, switches the page on and prints its sheet', async ({server, desk, facilitator}) => {
  const place = await (await Case.make(server, desk)).fill();
  const owner = await facilitator(DESK);
  await owner.goto(`${place.path}/grunnlag`);
  await owner.locator('#ungdom-bryter').click();
  await expect(owner.locator('.ds-error-summary')).toContainText('Skriv alle de tre tekstene');
  await expectAccessible(owner, 'the switch, refused');
  for (const [field, text] of Object.entries(YOUTH)) await owner.locator(`#${field}`).fill(text);
  await owner.locator('#lagre-ungdom').click();
  await owner.locator('#ungdom-bryter').click();
  await expect(owner.locator('#ungdom')).toContainText('Slå av ungdomsvisningen');
  await expectAccessible(owner, 'the basis with a page for youth');
  await owner.locator('#til-ung-ark').click();
  await expect(owner.locator('.ark')).toContainText(`${place.public}/ung`);
  await expectAccessible(owner, 'the sheet for a class');
});
