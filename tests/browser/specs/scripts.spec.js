// What assets/js/app.js promises, page by page: counters, drafts, clocks, focus, one sending of each command.
import {expect, PHONE, test as base} from '../harness/fixtures.js';

const text = (phone) => phone.locator('form[action$="/suppler"] [name=tekst]').first();
const send = (phone) => phone.locator('button[value=send]');
const own = (phone) => phone.locator('button[name=op][value^="trekk:"]');

/** A phone in the stage where keys are written. */
const test = base.extend({
  writing: async ({newRoom, device}, use) => {
    const room = await newRoom();
    const phone = await room.seat(await device(PHONE));
    await room.stage('supplement');
    await phone.goto(room.place);
    await use({room, phone});
  },
});

test('the counter counts characters, not bytes', async ({writing: {phone}}) => {
  await text(phone).fill('Ærlig 🙂');
  const counter = phone.locator('#' + (await text(phone).getAttribute('aria-describedby')).split(' ').at(-1));
  await expect(counter).toHaveText('7 av 200 tegn');
});

test('a draft goes when it has been acknowledged, and the field is empty again', async ({writing: {phone}}) => {
  await text(phone).fill('Gi beskjed i god tid');
  await phone.reload();
  await expect(text(phone)).toHaveValue('Gi beskjed i god tid');
  await send(phone).click();
  await expect(own(phone)).toHaveCount(1);
  await expect(text(phone)).toHaveValue('');
  await phone.reload();
  await expect(text(phone)).toHaveValue('');
});

test('a double press is one command', async ({writing: {room, phone}}) => {
  let sent = 0;
  await phone.route('**/suppler', async (route) => {
    ++sent;
    await new Promise((done) => setTimeout(done, 300));
    await route.continue();
  });
  await text(phone).fill('To trykk');
  await send(phone).dblclick();
  await expect(own(phone)).toHaveCount(1);
  expect(sent).toBe(1);
  await phone.goto(room.place);
  await expect(own(phone)).toHaveCount(1);
});

test('a refused text stays in its field', async ({writing: {phone}}) => {
  await expect(async () => {  // the stream's first fragment may put the limit back in between
    await text(phone).evaluate((field) => { field.removeAttribute('maxlength'); field.value = 'x'.repeat(201); });
    await send(phone).click();
    await expect(text(phone)).toHaveAttribute('aria-invalid', 'true', {timeout: 2000});
  }).toPass();
  await expect(text(phone)).toHaveValue('x'.repeat(201));
});

test('an editor closes when its text is saved, and stays open with its text when it is refused', async ({writing: {phone}}) => {
  await text(phone).fill('Første ordlyd');
  await send(phone).click();
  const editor = phone.locator('details.rediger');
  const wording = editor.locator('textarea[name=tekst]'), save = editor.locator('button[value^="lagre:"]');
  await editor.locator('summary').click();
  await wording.fill('   ');
  await save.click();
  await expect(wording).toHaveAttribute('aria-invalid', 'true');
  await expect(editor).toHaveAttribute('open');
  await expect(wording).toHaveValue('   ');
  await wording.fill('Andre ordlyd');
  await save.click();
  await expect(editor).not.toHaveAttribute('open');
  await expect(phone.locator('.bidrag__tekst')).toHaveText('Andre ordlyd');
  await expect(editor.locator('summary')).toBeFocused();
  await editor.locator('summary').click();
  await expect(wording).toHaveValue('Andre ordlyd');
  await expect(wording).not.toHaveAttribute('aria-invalid', 'true');
});

test('what could not be sent survives a reload and is counted once', async ({writing: {room, phone}}) => {
  await phone.route('**/suppler', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()));
  await text(phone).fill('Før omlasting');
  await send(phone).click();
  await expect(phone.locator('#frakoblet')).toBeVisible();
  await phone.unroute('**/suppler');
  await phone.goto(room.place);
  await expect(own(phone)).toHaveCount(1, {timeout: 20_000});
  await phone.goto(room.place);
  await expect(own(phone)).toHaveCount(1);
  await expect(text(phone)).toHaveValue('');
});

test('an answer that was lost on its way is not a second command', async ({writing: {room, phone}}) => {
  let lost = 0;
  await phone.route('**/suppler', async (route) => {
    if (route.request().method() !== 'POST' || lost++) return route.continue();
    await route.fetch();
    await route.abort();
  });
  await text(phone).fill('Svaret ble borte');
  await send(phone).click();
  await expect(own(phone)).toHaveCount(1, {timeout: 20_000});
  await phone.goto(room.place);
  await expect(own(phone)).toHaveCount(1);
  expect(lost).toBeGreaterThan(1);
});

test('a phone with a wrong clock counts the same seconds', async ({newRoom, device}) => {
  const room = await newRoom();
  const phone = await device();
  await phone.clock.install({time: new Date('2031-01-01T00:00:00Z')});
  await room.seat(phone);
  await room.stage('supplement');
  await phone.goto(room.place);
  await expect(phone.locator('nk-timer [data-tid]').first()).toHaveText(/^\d\d:\d\d$/);
});

test('a fragment older than what is shown is dropped', async ({writing: {phone}}) => {
  const swap = (seq) => phone.evaluate((n) => window.htmx.swap({
    sourceElement: document.querySelector('#strom'), swap: 'none',
    text: `<hx-partial hx-target="#topp" hx-swap="outerMorph"><header id="topp" class="dtopp" data-seq="${n}">fragment ${n}</header></hx-partial>`,
  }), seq);
  await swap(1);
  await expect(phone.locator('#topp')).not.toContainText('fragment');
  await swap(1_000_000);
  await expect(phone.locator('#topp')).toHaveText('fragment 1000000');
});

test('focus is never lost to nowhere', async ({newRoom, device}) => {
  const room = await newRoom();
  const phone = await room.seat(await device(PHONE));
  await room.stage('rank');
  await phone.goto(room.place);
  await phone.locator('button[value="velg:1"]').focus();
  await phone.keyboard.press('Enter');
  await expect(phone.locator('li[data-id="1"]')).toBeVisible();
  await expect(phone.locator('#velg-1')).toBeFocused();
  await room.stage('measures');
  await expect(phone.locator('form[action$="/tiltak"]').first()).toBeVisible();
  expect(await phone.evaluate(() => document.activeElement !== document.body)).toBe(true);
});

test('aria-disabled buttons do nothing', async ({newRoom, device}) => {
  const room = await newRoom();
  const phone = await room.seat(await device(PHONE));
  await room.stage('rank');
  await phone.goto(room.place);
  await phone.locator('button[value="velg:1"]').click();
  const up = phone.locator('#opp-1');
  await expect(up).toHaveAttribute('aria-disabled', 'true');
  let posts = 0;
  phone.on('request', (request) => { posts += request.method() === 'POST' ? 1 : 0; });
  await up.click({force: true});
  await phone.locator('button[value="velg:2"]').click();
  await expect(phone.locator('li[data-id="2"]')).toBeVisible();
  expect(posts).toBe(1);
});
