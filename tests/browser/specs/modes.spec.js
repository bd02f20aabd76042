// Forced colours, reduced motion, large text, print: the page must stand in all of them.
import {expect, PHONE, STAGES, test} from '../harness/fixtures.js';
import {expectAccessible, expectNoSidewaysScroll} from '../harness/look.js';

test('forced colours: everything that can be pressed has an edge', async ({newRoom, device}) => {
  const room = await (await newRoom()).fill('rank');
  const page = await room.seat(await device({...PHONE, forcedColors: 'active'}), {group: '1'});
  await page.goto(room.place);
  const bare = await page.locator('button:visible, [role=button]:visible, input:visible:not([type=radio])').evaluateAll((all) =>
    all.filter((e) => {
      const style = getComputedStyle(e);
      return parseFloat(style.borderTopWidth) === 0 && style.outlineStyle === 'none' && style.textDecorationLine === 'none';
    }).map((e) => e.outerHTML.slice(0, 90)));
  expect(bare).toEqual([]);
  await expectAccessible(page, 'forced colours');
});

test('reduced motion: nothing moves', async ({newRoom, device}) => {
  const room = await (await newRoom()).fill('pitch');
  const page = await room.seat(await device({...PHONE, reducedMotion: 'reduce'}), {group: '1'});
  for (const stage of STAGES) {
    await room.stage(stage);
    await page.goto(room.place);
    const moving = await page.evaluate(() => document.getAnimations()
      .filter((a) => a.playState === 'running' && Number(a.effect.getComputedTiming().activeDuration) > 100)
      .map((a) => a.animationName ?? a.transitionProperty));
    expect(moving, stage).toEqual([]);
  }
});

test('text at twice the size and with wide spacing still fits', async ({newRoom, device}) => {
  const room = await (await newRoom()).fill('rank');
  const page = await room.seat(await device(PHONE), {group: '1'});
  await page.goto(room.place);
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    document.documentElement.style.fontSize = '200%';
  });
  await expectNoSidewaysScroll(page, 'large text');
});

test('the report is printable', async ({newRoom, device}) => {
  const room = await (await newRoom({tittel: 'Til papir'})).fill();
  const page = await device({viewport: {width: 794, height: 1123}});
  await page.goto(room.report);
  await page.emulateMedia({media: 'print'});
  await expectNoSidewaysScroll(page, 'print');
  await expect(page.getByRole('heading', {level: 1})).toBeVisible();
  expect((await page.pdf({format: 'A4'})).length).toBeGreaterThan(10_000);
});
