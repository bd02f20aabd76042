// The group looks at what is alike before it sends; the facilitator merges, parts and groups; with scripts and without.
import {DESK, expect, PHONE, PROJECTOR, SMALL, test} from '../harness/fixtures.js';
import {expectAccessible, expectAccessibleWithoutScripts, expectNoSidewaysScroll} from '../harness/look.js';

const ALIKE = 'Tydeliggjøring av roller og mandater internt og eksternt.';
const op = (page, value) => page.locator(`button[name=op][value="${value}"]`);
const text = (phone) => phone.locator('#ny');
const own = (phone) => phone.locator('[id^="egen-"]');

async function supplied(newRoom, texts = ['Felles forståelse/avklaringer og roller']) {
  const room = await newRoom();
  const other = await room.quietPhone({navn: 'Ærfuglene'});
  await room.stage('supplement');
  for (const tekst of texts) await other.post('suppler', {op: 'send-likevel', tekst});
  return {room, other};
}

for (const scripts of [true, false]) {
  const kind = scripts ? 'with scripts' : 'without scripts';
  const check = scripts ? expectAccessible : expectAccessibleWithoutScripts;

  test(`what is alike is shown before it is sent, ${kind}`, async ({newRoom, device}) => {
    const {room} = await supplied(newRoom);
    const phone = await room.seat(await device({...PHONE, javaScriptEnabled: scripts}), {name: 'Måkene'});
    await text(phone).fill(ALIKE);
    await op(phone, 'send').click();
    await expect(phone.locator('#lik mark').first()).toHaveText('roller');
    await expect(phone.locator('#lik li')).toHaveCount(2);
    await expect(text(phone)).toHaveValue(ALIKE);
    await check(phone, 'suppler-ligner');
    await phone.setViewportSize(SMALL.viewport);
    await expectNoSidewaysScroll(phone, 'suppler-ligner');

    await op(phone, 'dekket').click();
    await expect(phone.locator('#lik')).toHaveCount(0);
    await expect(text(phone)).toHaveValue(ALIKE);
    await expect(own(phone)).toHaveCount(0);
    await op(phone, 'send').click();
    await expect(phone.locator('#lik')).toBeVisible();
    await text(phone).fill('Tydelige roller og mandater');
    await op(phone, 'send-likevel').click();
    await expect(own(phone)).toHaveCount(1);
    await expect(own(phone)).toContainText('Tydelige roller og mandater');
    await expect(text(phone)).toHaveValue('');
  });

  test(`the facilitator merges, parts and groups, ${kind}`, async ({newRoom, facilitator, device}) => {
    const {room, other} = await supplied(newRoom, ['Felles forståelse/avklaringer og roller', ALIKE, 'Server alltid mat']);
    await room.do('godkjenn:1');
    const desk = await facilitator({...DESK, javaScriptEnabled: scripts});
    await desk.goto(`${room.path}/nokler`);
    await expect(desk.locator('#ligner-2 mark').first()).toHaveText('roller');
    await check(desk, 'nokler');
    await desk.locator('#flett-2-tekst').fill('Felles forståelse og tydelige roller, internt og eksternt');
    await desk.locator('#flett-2-kortnavn').fill('Roller og mandater');
    await op(desk, 'slaa-sammen:2').click();
    await expect(desk.locator('#opphav')).toContainText(ALIKE);
    await expect(desk.locator('#opphav li')).toHaveCount(2);
    await desk.locator('#tema-navn-ny-0').fill('Roller og rammer');
    await op(desk, 'nytt-tema:0').click();
    await desk.locator('#tema-for-1').selectOption({label: 'Roller og rammer'});
    await op(desk, 'tema:1').click();
    await expect(desk.locator('#tema-1')).toContainText('Roller og mandater');
    await check(desk, 'nokler, slått sammen');

    await room.do('publiser');
    const reader = await device({...DESK, javaScriptEnabled: scripts});
    await reader.goto(room.report);
    await expect(reader.locator('#tema-1')).toHaveText('Roller og rammer');
    await expect(reader.locator('.originaler li')).toHaveCount(2);
    await expect(reader.locator('.ordsky__liste')).toContainText('roller');
    await check(reader, 'rapport med ordsky');

    await op(desk, 'del:1').click();
    await expect(desk.locator('#opphav')).toHaveCount(0);
    await other.dispose();
  });
}

test('the check stays while others work, and a covered text is a draft after a reload', async ({newRoom, device}) => {
  const {room, other} = await supplied(newRoom);
  const phone = await room.seat(await device(PHONE), {name: 'Måkene'});
  await text(phone).fill(ALIKE);
  await op(phone, 'send').click();
  await expect(phone.locator('#lik')).toBeVisible();
  await other.post('suppler', {op: 'send-likevel', tekst: 'Server alltid mat'});
  await room.do('godkjenn:2');
  await expect(phone.locator('#innkommet')).toContainText('Server alltid mat');
  await expect(phone.locator('#lik')).toBeVisible();
  await expect(text(phone)).toHaveValue(ALIKE);
  await op(phone, 'dekket').click();
  await expect(phone.locator('#lik')).toHaveCount(0);
  await phone.reload();
  await expect(text(phone)).toHaveValue(ALIKE);
  await other.dispose();
});

test('a text that waited for contact is asked about and not lost', async ({newRoom, device}) => {
  const {room, other} = await supplied(newRoom);
  const phone = await room.seat(await device(PHONE), {name: 'Måkene'});
  await phone.route('**/suppler', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()));
  await text(phone).fill(ALIKE);
  await op(phone, 'send').click();
  await expect(phone.locator('#frakoblet')).toBeVisible();
  await phone.unroute('**/suppler');
  await phone.goto(room.place);
  await expect(phone.locator('#lik')).toBeVisible({timeout: 20_000});
  await expect(text(phone)).toHaveValue(ALIKE);
  await op(phone, 'send-likevel').click();
  await expect(own(phone)).toHaveCount(1);
  await phone.goto(room.place);
  await expect(own(phone)).toHaveCount(1);
  await expect(text(phone)).toHaveValue('');
  await other.dispose();
});

test('the projector shows the words, large and as a list', async ({newRoom, device}) => {
  const {room, other} = await supplied(newRoom, ['Felles forståelse av roller', ALIKE, 'Klare roller for politikerne']);
  for (const n of [1, 2, 3]) await room.do(`godkjenn:${n}`);
  await room.do('vis:words');
  const page = await device(PROJECTOR);
  await page.goto(await room.projector());
  await expect(page.locator('.ordsky__ord--5')).toHaveText('roller');
  await expect(page.locator('.ordsky__liste li').first()).toContainText('roller');
  await expectAccessible(page, 'ordsky');
  await expectNoSidewaysScroll(page, 'ordsky');
  await other.dispose();
});
