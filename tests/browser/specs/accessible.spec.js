// Accessibility is a condition: every page and stage, with scripts and without, also on a screen 320 pixels wide.
import {expect, PHONE, SMALL, DESK, STAGES, test} from '../harness/fixtures.js';
import {expectAccessible, expectAccessibleWithoutScripts, expectNoSidewaysScroll} from '../harness/look.js';
import {deskPages, phonePages, publicPages, reportPages} from '../harness/pages.js';

// A walk looks at dozens of pages, and looking is work for the processor: on a crowded machine that takes minutes.
test.describe.configure({timeout: 360_000});

for (const scripts of [true, false]) {
  const check = scripts ? expectAccessible : expectAccessibleWithoutScripts;
  const kind = scripts ? 'with scripts' : 'without scripts';

  async function walk(page, pages) {
    for (const [name, path] of pages) {
      const answer = await page.goto(path);
      expect(answer.status(), name).toBe(name === 'finnes-ikke' ? 404 : 200);
      await check(page, `${name} (${path})`);
      await page.setViewportSize(SMALL.viewport);
      await expectNoSidewaysScroll(page, name);
      await page.setViewportSize(PHONE.viewport);
    }
  }

  test(`public pages, ${kind}`, async ({newRoom, device}) => {
    const room = await newRoom();
    const page = await device({...PHONE, javaScriptEnabled: scripts});
    await walk(page, await publicPages(room));
  });

  test(`the report, ${kind}`, async ({newRoom, device}) => {
    const room = await (await newRoom()).fill();
    await walk(await device({...DESK, javaScriptEnabled: scripts}), reportPages(room));
  });

  test(`a phone in every stage, ${kind}`, async ({newRoom, device}) => {
    const room = await (await newRoom()).fill('pitch');
    const page = await room.seat(await device({...PHONE, javaScriptEnabled: scripts}), {group: '1'});
    await walk(page, phonePages(room).slice(1));
    for (const stage of STAGES) {
      await room.stage(stage);
      await walk(page, [[`steg ${stage}`, room.place]]);
    }
  });

  test(`the desk, ${kind}`, async ({newRoom, facilitator}) => {
    const room = await (await newRoom()).fill('pitch');
    const page = await facilitator({...DESK, javaScriptEnabled: scripts});
    await walk(page, deskPages(room));
    for (const stage of STAGES) {
      await room.stage(stage);
      await walk(page, [[`styring i ${stage}`, room.path]]);
    }
  });

  test(`errors beside their fields, ${kind}`, async ({newRoom, device}) => {
    const room = await newRoom();
    const wrong = await device({...PHONE, javaScriptEnabled: scripts});
    await wrong.goto('/');
    await wrong.locator('[name=kode]').fill('000 000');
    await wrong.locator('form:has([name=kode]) button[type=submit]').click();
    await expect(wrong.locator('[name=kode][aria-invalid=true]')).toBeVisible();
    await check(wrong, 'a wrong code');
    const phone = await room.seat(await device({...PHONE, javaScriptEnabled: scripts}));
    await room.stage('supplement');
    await phone.goto(room.place);
    await phone.locator('[name=tekst]').first().fill('   ');
    await phone.locator('button[name=op][value=send]').click();
    await expect(phone.locator('[name=tekst][aria-invalid=true]')).toBeVisible();
    await check(phone, 'an empty supplement');
  });
}

test('the projector in every stage', async ({newRoom, device}) => {
  const room = await (await newRoom()).fill('pitch');
  const page = await device({viewport: {width: 1280, height: 720}});
  for (const stage of STAGES) {
    await room.stage(stage);
    await page.goto(await room.projector());
    await expectAccessible(page, `projector in ${stage}`);
  }
});
