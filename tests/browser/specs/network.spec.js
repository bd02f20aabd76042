// A phone in a corner of the hall: the network goes and comes, and nothing that was typed is lost or counted twice.
import {expect, PHONE, test} from '../harness/fixtures.js';

test('a phone that loses the network while ranking says so, and goes on when it is back', async ({newRoom, device}) => {
  const room = await newRoom();
  const lost = await room.seat(await device(PHONE), {name: 'Måkene'});
  const other = await room.seat(await device(PHONE), {group: '1'});
  await room.stage('rank');
  await lost.goto(room.place);
  await other.goto(room.place);
  await lost.locator('button[value="velg:1"]').click();
  await expect(lost.locator('li[data-id="1"]')).toBeVisible();

  await lost.context().setOffline(true);
  await lost.locator('button[value="velg:2"]').click();
  await expect(lost.getByText(/mistet kontakten/i).first()).toBeVisible();
  await other.locator('button[value="velg:3"]').click();
  await expect(other.locator('li[data-id="3"]')).toBeVisible();

  await lost.context().setOffline(false);
  await expect(lost.locator('li[data-id="3"]')).toBeVisible({timeout: 30_000});
  await expect(lost.getByText(/mistet kontakten/i).first()).toBeHidden();
  await expect(lost.locator('li[data-id="2"]')).toHaveCount(1);
  await other.goto(room.place);
  await expect(other.locator('ol.plasser > li[data-id]')).toHaveCount(3);
});

test('text typed while the network was away is sent once', async ({newRoom, device}) => {
  const room = await newRoom();
  const phone = await room.seat(await device(PHONE));
  await room.stage('supplement');
  await phone.goto(room.place);
  await phone.context().setOffline(true);
  await phone.locator('[name=tekst]').first().fill('Skrevet uten nett');
  await phone.locator('button[value=send]').click();
  await expect(phone.getByText(/mistet kontakten/i).first()).toBeVisible();
  await phone.context().setOffline(false);
  const own = phone.locator('button[name=op][value^="trekk:"]');
  await expect(own).toHaveCount(1, {timeout: 30_000});
  await phone.goto(room.place);
  await expect(own).toHaveCount(1);
});

test('the page of a captive portal is not taken for an answer', async ({newRoom, device}) => {
  const room = await newRoom();
  const phone = await room.seat(await device(PHONE));
  await room.stage('supplement');
  await phone.goto(room.place);
  await phone.route('**/*', (route) => route.fulfill({contentType: 'text/html', body: '<h1>Velkommen til hotellets nett</h1>'}));
  await phone.locator('[name=tekst]').first().fill('Bak en portal');
  await phone.locator('button[value=send]').click();
  await expect(phone.getByText(/mistet kontakten/i).first()).toBeVisible();
  await expect(phone.getByText('Velkommen til hotellets nett')).toHaveCount(0);
  await phone.unroute('**/*');
  await expect(phone.locator('button[name=op][value^="trekk:"]')).toHaveCount(1, {timeout: 30_000});
});

test('typed text survives the fragments of others and a reload', async ({newRoom, device}) => {
  const room = await newRoom();
  const phone = await room.seat(await device(PHONE));
  const other = await room.quietPhone();
  await room.stage('supplement');
  await phone.goto(room.place);
  const text = phone.locator('[name=tekst]').first();
  await text.pressSequentially('Halvferdig tan');
  await other.post('suppler', {op: 'send-likevel', tekst: 'Fra et annet bord'});
  await room.do('godkjenn:1');
  await expect(phone.getByText('Fra et annet bord').first()).toBeVisible();
  await expect(text).toHaveValue('Halvferdig tan');
  await expect(text).toBeFocused();
  await phone.keyboard.type('ke');
  await expect(text).toHaveValue('Halvferdig tanke');
  await phone.reload();
  await expect(text).toHaveValue('Halvferdig tanke');
});

test('what is wrong stays beside its field while others go on', async ({newRoom, device}) => {
  const room = await newRoom();
  const phone = await room.seat(await device(PHONE));
  const other = await room.quietPhone();
  await room.stage('supplement');
  await phone.goto(room.place);
  const field = phone.locator('[name=tekst]').first();
  await field.fill('   ');
  await phone.locator('button[value=send]').click();
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await other.post('suppler', {op: 'send-likevel', tekst: 'Fra et annet bord'});
  await room.do('godkjenn:1');
  await expect(phone.getByText('Fra et annet bord').first()).toBeVisible();
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await field.fill('Bussen går for sjelden');
  await phone.locator('button[value=send]').click();
  await expect(phone.locator('button[name=op][value^="trekk:"]')).toHaveCount(1);
  await expect(field).not.toHaveAttribute('aria-invalid', 'true');
  await expect(field).toHaveValue('');
});
