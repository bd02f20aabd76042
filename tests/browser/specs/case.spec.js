// A case from draft to answer, in a real browser with scripts and without; and every page of it for everyone.
import {DESK, expect, PHONE, SMALL, test} from '../harness/fixtures.js';
import {Case, caseDeskPages, casePages} from '../harness/case.js';
import {expectAccessible, expectAccessibleWithoutScripts, expectNoSidewaysScroll} from '../harness/look.js';

test.describe.configure({timeout: 360_000});

for (const scripts of [true, false]) {
  const check = scripts ? expectAccessible : expectAccessibleWithoutScripts;
  const kind = scripts ? 'with scripts' : 'without scripts';

  test(`a case is filled in, opened, used and answered, ${kind}`, async ({server, desk, device, facilitator}) => {
    const place = await Case.make(server, desk, `Lekeplassen i Lia, ${kind}`);
    const owner = await facilitator({...DESK, javaScriptEnabled: scripts});
    await owner.goto(`${place.path}/grunnlag`);
    await owner.locator('#apne').click({force: true});
    await expect(owner.locator('.ds-error-summary')).toContainText('Skriv hva problemet er.');
    await check(owner, 'a refused opening');
    await owner.locator('#problem').fill('Lekeplassen er slitt.');
    await owner.locator('#maal').fill('Flere barn leker ute.');
    await owner.locator('#bruk').fill('Å velge hva som bygges.');
    await owner.locator('#virket').fill('Vi teller barn i juni.');
    await owner.locator('#lagre-hvorfor').click();
    await expect(owner.locator('#hvorfor')).toContainText('På plass');
    await place.fill();
    await owner.reload();
    await owner.locator('#apne').click();
    await owner.waitForURL(`**${place.path}`);

    const resident = await device({...PHONE, javaScriptEnabled: scripts});
    await resident.goto(place.public);
    await resident.locator('#til-innspill').click();
    await resident.locator('#tekst').fill('En sklie som tåler frost');
    await resident.locator('#sted').fill('Lia');
    await resident.locator('#send').click();
    await expect(resident.locator('h1')).toContainText('Takk');
    const receipt = resident.url().replace('?ny=1', '');

    await owner.goto(`${place.path}/innspill`);
    await owner.locator('#publiser-1').click();
    const other = await device({...PHONE, javaScriptEnabled: scripts});
    await other.goto(place.public);
    await expect(other.locator('#innspill-1')).toContainText('En sklie som tåler frost');
    await other.locator('#stott-1').click();
    await expect(other.locator('#innspill-1')).toContainText('1 støtter');

    await place.tell('tema:0', {temanavn: 'Apparater'});
    await owner.goto(`${place.path}/svar`);
    await owner.locator('#i-1').check();
    await owner.locator('#til').selectOption({label: 'Apparater'});
    await owner.locator('#flytt').click();
    await owner.locator('#velg-tema-1').click();
    await owner.locator('#verdikt-taken_in').check();
    await owner.locator('#gi-svar').click();
    await expect(owner.locator('.ds-error-summary')).toBeVisible();
    await check(owner, 'an answer without a reason');
    await owner.locator('#rompunkt').selectOption({index: 1});
    await owner.locator('#begrunnelse').fill('Skliene kjøpes i stål.');
    await owner.locator('#gi-svar').click();
    await resident.goto(receipt);
    await expect(resident.locator('main')).toContainText('Skliene kjøpes i stål.');
  });

  test(`every page of a case, ${kind}`, async ({server, desk, device, facilitator}) => {
    const place = await (await Case.make(server, desk)).live();
    const draft = await Case.make(server, desk, 'Et tomt utkast');
    async function walk(page, pages) {
      for (const [name, path] of pages) {
        expect((await page.goto(path)).status(), name).toBe(200);
        await check(page, `${name} (${path})`);
        await page.setViewportSize(SMALL.viewport);
        await expectNoSidewaysScroll(page, name);
        await page.setViewportSize(PHONE.viewport);
      }
    }
    await walk(await device({...PHONE, javaScriptEnabled: scripts}), casePages(place));
    await walk(await facilitator({...DESK, javaScriptEnabled: scripts}), [...caseDeskPages(place), ['utkast', `${draft.path}/grunnlag`]]);
  });
}
