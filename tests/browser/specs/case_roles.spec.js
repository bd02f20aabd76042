// A case from draft to evaluation as those who make it: owner, resident, moderator, politician, each with no more than their role.
import {request} from '@playwright/test';
import {DESK, expect, PHONE, test} from '../harness/fixtures.js';
import {Case} from '../harness/case.js';
import {expectAccessible} from '../harness/look.js';

test.describe.configure({timeout: 240_000});

/** A page of somebody invited with one role, logged in. */
async function invited({desk, device}, role, name) {
  const answer = await desk.post('/admin', {form: {op: 'inviter', epost: `${role}-roller@fjordvik.example`, [`rolle-${role}`]: '1'}});
  const link = (await answer.text()).match(/\/invitasjon\/[\w-]{16,}/)[0];
  const page = await device(DESK);
  await page.goto(link);
  await page.locator('input[name=navn]').fill(name);
  await page.locator('input[name=passord]').fill('tolv sauer over fjellet');
  await page.locator('main form button[type=submit]').last().click();
  await page.waitForURL('**/styring/arbeid');
  return page;
}

test('owner, resident, moderator and politician play a case from draft to evaluation', async ({server, desk, device}) => {
  const owner = await invited({desk, device}, 'ansvarlig', 'Sindre Vik');
  const moderator = await invited({desk, device}, 'moderator', 'Liv Moe');
  const politician = await invited({desk, device}, 'politiker', 'Tone Haugland');
  await expectAccessible(politician, 'nothing waits');

  await owner.goto('/styring/saker');
  await owner.locator('#til-ny-sak').click();
  await owner.locator('#tittel').fill('Gangvei til Haugen');
  await owner.locator('#lag').click();
  await owner.waitForURL('**/styring/sak/*');
  const plain = await request.newContext({baseURL: server.url, extraHTTPHeaders: {'Sec-Fetch-Site': 'same-origin', 'Accept-Language': 'nb'},
    storageState: await owner.context().storageState()});
  const place = await new Case(server, plain, owner.url().split('/').pop()).fill();

  expect((await moderator.goto(`${place.path}/grunnlag`)).status()).toBe(403);
  await politician.goto(place.path);
  await expect(politician.locator('main')).toContainText('142 elever krysser fylkesveien');
  await expect(politician.locator('#apne')).toHaveCount(0);

  await owner.goto(`${place.path}/grunnlag`);
  await owner.locator('#apne').click();
  await owner.waitForURL(`**${place.path}`);

  const resident = await device(PHONE);
  await resident.goto(`${place.public}/innspill/nytt`);
  await resident.locator('#tekst').fill('Det er mørkt ved brua.');
  await resident.locator('#send').click();
  await expect(resident.locator('h1')).toContainText('Takk');

  await moderator.goto('/styring/arbeid');
  await expectAccessible(moderator, 'what waits for a moderator');
  await moderator.locator('#oppgave-1').click();
  await moderator.locator('#publiser-1').click();
  await expect(moderator.locator('#innspill-1')).toHaveCount(0);

  await politician.goto('/styring/arbeid');
  await politician.locator('#oppgave-1').click();
  await politician.locator('#uttal').click();
  await expect(politician.locator('.ds-error-summary')).toContainText('Skriv hva du vil si.');
  await politician.locator('#uttalelse').fill('Jeg vil ta lyset ved brua inn i budsjettet.');
  await politician.locator('#uttal').click();
  await politician.waitForURL(`**${place.public}#uttalelser`);

  await place.tell('tema:0', {temanavn: 'Lys'});
  await place.post('/svar', {op: 'flytt', innspill: '1', tema: '0', til: '1'});
  await owner.goto('/styring/arbeid');
  await owner.getByRole('link', {name: /venter på svar/}).click();
  await owner.locator('#velg-tema-1').click();
  await owner.locator('#verdikt-taken_in').check();
  await owner.locator('#rompunkt').selectOption({index: 1});
  await owner.locator('#begrunnelse').fill('Brua får lys i mars.');
  await owner.locator('#gi-svar').click();
  await place.post('/tiltak', {op: 'tiltak:0', tekst: 'Lys ved brua', eier: 'Sindre Vik', dato: '01.03.2025', tema: '1', vedtak: '0', antakelse: ''});
  await owner.goto('/styring/arbeid');
  await expect(owner.locator('main')).toContainText('tiltak er over fristen');
  await place.post('/resultat', {op: 'evaluering', endret: 'yes', hva: 'Brua kom med.', bra: 'Vi møttes ute.', laert: 'Gå turen først.', tegn: 'Flere går.', antall: '40'});

  await resident.goto(place.public);
  await expect(resident.locator('#uttalelser')).toContainText('Tone Haugland');
  await expect(resident.locator('#uttalelser')).toContainText('Jeg vil ta lyset ved brua inn i budsjettet.');
  await expect(resident.locator('main')).toContainText('Brua får lys i mars.');
  await expectAccessible(resident, 'a case with a statement');
  await resident.goto(`${place.public}/resultat`);
  await expect(resident.locator('main')).toContainText('Gå turen først.');
  await plain.dispose();
});
