// A group's receipt: on the phone after handing in, and checked by the browser itself.
import {execFile} from 'node:child_process';
import {mkdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {Case} from '../harness/case.js';
import {DESK, expect, PHONE, test} from '../harness/fixtures.js';
import {expectAccessible, expectNoSidewaysScroll} from '../harness/look.js';
import {PROGRAM} from '../harness/server.js';

async function handedIn(newRoom, device) {
  const room = await newRoom();
  const phone = await room.seat(await device(PHONE), {group: 'ny'});
  await room.stage('rank');
  await phone.goto(room.place);
  for (let place = 0; place < 5; ++place) {
    await phone.locator('.velg:not(.velg--valgt)').first().click();
    await expect(phone.locator('.velg--valgt')).toHaveCount(place + 1);
  }
  await phone.locator('#lever').click();
  await phone.locator('#til-egen-kvittering').click();
  await expect(phone.locator('.kvittering__kode')).toBeVisible();
  const code = (await phone.locator('.kvittering__kode').innerText()).match(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/)[0];
  return {room, phone, code};
}

test('the browser works out by itself that the receipt holds', async ({newRoom, device}) => {
  const {room, phone, code} = await handedIn(newRoom, device);
  await expectAccessible(phone, 'the group\'s own receipt');
  await room.stage('result');
  await room.do('publiser');
  const page = await device(PHONE);
  await page.goto('/kvittering');
  await page.locator('#kode').fill(code.toLowerCase().replaceAll('-', ' '));
  await page.keyboard.press('Enter');
  await expect(page.locator('#svar-h')).toHaveText('Ja, dere ble talt med');
  await expect(page.locator('#selv')).toHaveAttribute('data-utfall', /^(holder|usignert)$/);
  await expectAccessible(page, 'a receipt that counts');
  await page.setViewportSize({width: 320, height: 640});
  await expectNoSidewaysScroll(page, 'a receipt');
  await page.goto(`${room.place}/bevis?fra=2&til=5`);
  await expectAccessible(page, 'the log with a proof');
  await expectNoSidewaysScroll(page, 'the log');
});

test('a receipt that was tampered with on its way does not hold', async ({newRoom, device}) => {
  const {code} = await handedIn(newRoom, device);
  const page = await device(DESK);
  await page.route('**/bevis', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({response: answer, body: (await answer.text()).replace(/index \d+/, 'index 0')});
  });
  await page.goto(`/kvittering/${code}`);
  await expect(page.locator('#selv')).toHaveAttribute('data-utfall', 'brudd');
  await expect(page.locator('#selv')).toContainText('Det stemmer ikke');
});

test('the browser works out that a contribution stands in the log of its case', async ({server, desk, device}) => {
  const place = await (await Case.make(server, desk)).live();
  const page = await device(PHONE);
  await page.goto(place.receipt);
  await page.locator('#i-loggen').click();
  await expect(page.locator('#svar-h')).toHaveText('Tatt imot, og står i loggen');
  await expect(page.locator('#selv')).toHaveAttribute('data-utfall', /^(holder|usignert)$/);
  await expectAccessible(page, 'a contribution in the log');
  await page.setViewportSize({width: 320, height: 640});
  await expectNoSidewaysScroll(page, 'a contribution in the log');
});

test('without scripts the page says what the browser could have done', async ({newRoom, device}) => {
  const {code} = await handedIn(newRoom, device);
  const page = await device({...PHONE, javaScriptEnabled: false});
  await page.goto(`/kvittering/${code}`);
  await expect(page.locator('#svar-h')).toContainText('så langt');
  await expect(page.locator('#selv')).toContainText('Med JavaScript og https');
});

/** What `knippe witness` says, whatever it ends with. */
const witness = (server, name) => new Promise((resolve) => {
  const file = (what) => path.join(server.folder, `${name.replaceAll('/', '-')}.${what}`);
  execFile(PROGRAM, ['witness', server.url, '--state', file('state'), '--sign', file('key'), '--as', name, '--publish'], (_, out, err) => resolve(out + err));
});

test('the log names the witnesses that are listed, those who have signed and those who have not', async ({server, newRoom, device}) => {
  const room = await newRoom();
  const names = ['avisa.example.no/vitne', 'nabokommunen.example.no'];
  const keys = [];
  for (const name of names) keys.push((await witness(server, name)).match(/\S+\+[0-9a-f]{8}\+\S+/)[0]);
  await mkdir(path.join(server.folder, 'data', 'keys'), {recursive: true});
  await writeFile(path.join(server.folder, 'data', 'keys', 'witnesses.txt'), `${keys.join('\n')}\n`);
  await expect.poll(async () => {
    await witness(server, names[0]);
    return (await (await fetch(`${server.url}/logg/${room.id}/vitner`)).text()).includes(names[0]);
  }, {timeout: 30_000}).toBe(true);
  const page = await device(PHONE);
  for (const [place, heading] of [[`${room.place}/bevis`, 'bevis'], ['/kontroll', 'kontroll']]) {
    await page.goto(place);
    await expect(page.locator('main')).toContainText(`Sett av ${names[0]}`);
    await expect(page.locator('main')).toContainText(`${names[1]}`);
    await expectAccessible(page, `${heading} with witnesses`);
    await page.setViewportSize({width: 320, height: 640});
    await expectNoSidewaysScroll(page, `${heading} with witnesses`);
    await page.setViewportSize(PHONE.viewport);
  }
});
