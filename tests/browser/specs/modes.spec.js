// Forced colours, reduced motion, large text, print: the page must stand in all of them.
import {expect, PHONE, STAGES, test} from '../harness/fixtures.js';
import {expectAccessible, expectNoSidewaysScroll} from '../harness/look.js';

test('forced colours: everything that can be pressed can be seen', async ({newRoom, device}) => {
  const room = await (await newRoom()).fill('rank');
  const page = await room.seat(await device({...PHONE, forcedColors: 'active'}), {group: '1'});
  await page.goto(room.place);
  const unseen = await page.locator('button:visible, a:visible, input:visible').evaluateAll((all) => all.filter((e) => {
    const {color, borderTopWidth} = getComputedStyle(e);
    const behind = (at) => { const c = getComputedStyle(at).backgroundColor; return c !== 'rgba(0, 0, 0, 0)' || !at.parentElement ? c : behind(at.parentElement); };
    return color === behind(e) && parseFloat(borderTopWidth) === 0;
  }).map((e) => e.outerHTML.slice(0, 90)));
  expect(unseen).toEqual([]);
  const chosen = page.locator('.velg--valgt').first(), free = page.locator('.velg:not(.velg--valgt)').first();
  const look = (e) => { const {backgroundColor, borderStyle, borderColor, color} = getComputedStyle(e); return [backgroundColor, borderStyle, borderColor, color, e.textContent.trim()].join(); };
  expect(await chosen.evaluate(look)).not.toBe(await free.evaluate(look));
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

/** Changes the page's own style as a reader's settings would. */
const restyle = (page, css) => page.evaluate((text) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}, css);

test('wide text spacing fits a phone', async ({newRoom, device}) => {
  const room = await (await newRoom()).fill('rank');
  const page = await room.seat(await device(PHONE), {group: '1'});
  await page.goto(room.place);
  await restyle(page, '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }');
  await expectNoSidewaysScroll(page, 'wide spacing');
});

test('text at twice its size fits a desk', async ({newRoom, facilitator}) => {
  const room = await (await newRoom()).fill('rank');
  const page = await facilitator();
  for (const path of [room.path, '/styring/nytt', '/']) {
    await page.goto(path);
    await restyle(page, 'html { font-size: 200% !important }');
    await expectNoSidewaysScroll(page, `large text on ${path}`);
  }
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
