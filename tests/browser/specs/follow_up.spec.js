// Measures after the seminar: the owner's link from slip to answer, without scripts and with, each page accessible.
import {expect, DESK, PHONE, SMALL, test} from '../harness/fixtures.js';
import {expectAccessible, expectAccessibleWithoutScripts, expectNoSidewaysScroll} from '../harness/look.js';

for (const scripts of [true, false]) {
  const check = scripts ? expectAccessible : expectAccessibleWithoutScripts;
  test(`an owner answers how it went, ${scripts ? 'with' : 'without'} scripts`, async ({newRoom, facilitator, device}, info) => {
    const room = await (await newRoom()).fill();
    const desk = await facilitator({...DESK, javaScriptEnabled: scripts});
    await desk.goto(`${room.path}/tiltak`);
    await desk.locator('#lag-1').click();
    await check(desk, 'measures at the desk');
    await desk.screenshot({path: info.outputPath('desk.png'), fullPage: true});
    const link = await desk.locator('#lenke-1').textContent();
    await desk.goto(`${room.path}/tiltak/lapper`);
    await check(desk, 'slips');
    const owner = await device({...PHONE, javaScriptEnabled: scripts});
    await owner.goto(new URL(link).pathname);
    await check(owner, 'the link');
    await owner.locator('#begynn').click();
    await expect(owner).toHaveURL(/\/tiltak\/1\/svar$/);
    await owner.locator('#svar').click();
    await expect(owner.locator('#feil')).toBeVisible();
    await check(owner, 'an answer without a choice');
    await owner.locator('#framdrift-tried').check();
    await owner.locator('#tekst').fill('Det gikk ikke, men vi lærte.');
    await owner.locator('#svar').click();
    await expect(owner.locator('.tiltaksvar')).toContainText('vi lærte');
    await check(owner, 'an answer given');
    await owner.screenshot({path: info.outputPath('owner.png'), fullPage: true});
    await owner.goto(`${room.report}/tiltak/1`);
    await check(owner, 'a measure\'s page');
    await owner.screenshot({path: info.outputPath('public.png'), fullPage: true});
    await owner.setViewportSize(SMALL.viewport);
    await expectNoSidewaysScroll(owner, 'a measure\'s page');
    await desk.goto('/styring/tiltak');
    await check(desk, 'measures of all workshops');
    await desk.screenshot({path: info.outputPath('list.png'), fullPage: true});
    await desk.goto(room.report);
    await check(desk, 'the report');
  });
}
