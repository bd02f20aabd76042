// A whole workshop: facilitator, three groups, five phones of which two have no scripts, projector, report.
import {expect, PHONE, PROJECTOR, test} from '../harness/fixtures.js';

const op = (page, value) => page.locator(`button[name=op][value="${value}"]`).first();

/** A phone without scripts asks for the page anew, as with the link "Oppdater". */
const look = async (phone, room) => { if (!phone.scripts) await phone.page.goto(room.place); };

async function rank(phone, room, keys) {
  await look(phone, room);
  for (const key of keys) {
    await op(phone.page, `velg:${key}`).click();
    await expect(phone.page.locator(`li[data-id="${key}"]`)).toBeVisible();
  }
  await op(phone.page, 'lever').click();
  await expect(phone.page.getByText('Levert').first()).toBeVisible();
}

test('from welcome to a published report', async ({newRoom, device, facilitator}) => {
  test.setTimeout(180_000);
  const room = await newRoom({tittel: 'Hele verkstedet'});
  const desk = await facilitator();
  const projector = await device(PROJECTOR);
  const phones = [];
  for (const [group, scripts] of [['ny', true], ['1', false], ['ny', true], ['2', true], ['ny', false]]) {
    const page = await room.seat(await device({...PHONE, javaScriptEnabled: scripts}), {group, name: group === 'ny' ? `Bord ${phones.length}` : ''});
    phones.push({page, scripts});
  }
  const [first, second, third, , fifth] = phones;
  await desk.goto(room.path);
  await projector.goto(await room.projector());

  await test.step('Nøklene', async () => {
    await desk.locator('#neste').click();
    for (const {page} of phones.filter((phone) => phone.scripts)) await expect(page.getByText('Handlingsrom').first()).toBeVisible();
    await expect(projector.getByText('Handlingsrom').first()).toBeVisible();
  });

  await test.step('Suppler', async () => {
    await desk.locator('#neste').click();
    await expect(first.page.locator('[name=tekst]').first()).toBeVisible();
    await first.page.locator('[name=tekst]').first().fill('Spør ungdomsrådet først');
    await op(first.page, 'send').click();
    await expect(first.page.getByText('Spør ungdomsrådet først').first()).toBeVisible();
    await look(fifth, room);
    await fifth.page.locator('[name=tekst]').first().fill('Server alltid mat');
    await op(fifth.page, 'send').click();
    await expect(fifth.page.getByText('Server alltid mat').first()).toBeVisible();
    await expect(projector.getByText('Server alltid mat')).toHaveCount(0);
    await desk.goto(`${room.path}/nokler`);
    await op(desk, 'godkjenn:1').click();
    await desk.goto(`${room.path}/nokler`);
    await op(desk, 'godkjenn:2').click();
    await expect(projector.getByText('Server alltid mat').first()).toBeVisible();
    await expect(third.page.getByText('Server alltid mat').first()).toBeVisible();
    await desk.goto(room.path);
  });

  await test.step('Ranger', async () => {
    await desk.locator('#neste').click();
    await expect(op(first.page, 'velg:19')).toBeVisible();
    await rank(first, room, [19, 2, 7, 1, 15]);
    await rank(third, room, [2, 19, 3, 9, 15]);
    await rank(fifth, room, [20, 2, 4, 8, 12]);
    await second.page.goto(room.place);
    await expect(second.page.locator('ol.plasser > li[data-id], .knippe li').first()).toBeVisible();
    await expect(desk.locator('body')).toContainText('3 av 3');
  });

  await test.step('Tiltak', async () => {
    await desk.locator('#neste').click();
    await expect(op(first.page, 'legg-til')).toBeVisible();
    await first.page.locator('[name=hva]').first().fill('ringe ungdomsrådet');
    await op(first.page, 'legg-til').click();
    await expect(first.page.getByText('ringe ungdomsrådet').first()).toBeVisible();
    await look(second, room);
    await expect(second.page.getByText('ringe ungdomsrådet').first()).toBeVisible();
  });

  await test.step('Pitch', async () => {
    await desk.locator('#neste').click();
    await expect(op(desk, 'pitch-start:1')).toBeVisible();
    await op(desk, 'pitch-start:1').click();
    await expect(op(third.page, 'send')).toBeVisible();
    await third.page.locator('[name=slag][value=new_key]').check({force: true});
    await third.page.locator('[name=tekst]').first().fill('Begynn med et måltid');
    await op(third.page, 'send').click();
    await expect(third.page.getByText('Begynn med et måltid').first()).toBeVisible();
    await expect(first.page.getByText('Begynn med et måltid')).toHaveCount(0);
    await op(desk, 'pitch-ferdig').click();
    await expect(first.page.getByText('Begynn med et måltid').first()).toBeVisible();
  });

  await test.step('Resultat', async () => {
    await desk.locator('#neste').click();
    await op(desk, 'publiser').click();
    await expect(op(desk, 'avpubliser')).toBeAttached();
    const reader = await device(PHONE);
    await reader.goto(room.report);
    for (const text of ['Hele verkstedet', 'Spør ungdomsrådet først', 'ringe ungdomsrådet']) await expect(reader.getByText(text).first()).toBeVisible();
    const bundle = await (await reader.request.get(`${room.report}/pakke.json`)).json();
    expect(bundle.format).toBe('knippe-result-1');
    expect(bundle.rounds.at(-1).ballots).toHaveLength(3);
  });
});

test('a stage change reaches every phone with scripts without being asked for', async ({newRoom, device}) => {
  const room = await newRoom();
  const pages = [];
  for (let phone = 0; phone < 3; phone++) pages.push(await room.seat(await device(PHONE)));
  await room.stage('measures');
  for (const page of pages) await expect(page.locator('[name=hva]').first()).toBeVisible();
  await room.stage('supplement');
  for (const page of pages) await expect(page.locator('[name=tekst]').first()).toBeVisible();
});

test('two phones of one group see each other move keys', async ({newRoom, device}) => {
  const room = await newRoom();
  const first = await room.seat(await device(PHONE));
  const second = await room.seat(await device(PHONE), {group: '1'});
  await room.stage('rank');
  await expect(op(first, 'velg:1')).toBeVisible();
  await op(first, 'velg:1').click();
  await op(first, 'velg:2').click();
  await expect(second.locator('ol.plasser > li[data-id]')).toHaveCount(2);
  await op(second, 'opp:2').click();
  await expect(first.locator('ol.plasser > li[data-id]').first()).toHaveAttribute('data-id', '2');
});

test('a key is dragged to another place', async ({newRoom, device}) => {
  const room = await newRoom();
  const page = await room.seat(await device({...PHONE, hasTouch: false}));
  await room.stage('rank');
  for (const key of [1, 2, 3]) {
    await op(page, `velg:${key}`).click();
    await expect(page.locator(`li[data-id="${key}"]`)).toBeVisible();
  }
  const handle = await page.locator('li[data-id="3"] [data-drag]').boundingBox();
  const target = await page.locator('li[data-id="1"]').boundingBox();
  await page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2);
  await page.mouse.down();
  await page.mouse.move(handle.x, target.y + 4, {steps: 8});
  await page.mouse.up();
  await expect(page.locator('ol.plasser > li[data-id]').first()).toHaveAttribute('data-id', '3');
  await page.goto(room.place);
  await expect(page.locator('ol.plasser > li[data-id]').first()).toHaveAttribute('data-id', '3');
});
