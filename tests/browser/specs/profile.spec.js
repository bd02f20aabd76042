// The organisation's colour and name on public pages: with the palest colours that are allowed, nothing becomes hard to read.
import {DESK, expect, PHONE, setUp, SMALL, test} from '../harness/fixtures.js';
import {Case, casePages} from '../harness/case.js';
import {expectAccessible, expectNoSidewaysScroll, expectReadableColours} from '../harness/look.js';
import {publicPages} from '../harness/pages.js';
import {startServer} from '../harness/server.js';

test.describe.configure({timeout: 240_000});

const ADDRESS = '/admin/virksomhet';

test('the organisation says who it is, in its own colour', async ({browser}) => {
  const server = await startServer();
  try {
    const desk = await setUp(server);
    const place = await (await Case.make(server, desk)).live();
    const look = async (options) => (await browser.newContext({baseURL: server.url, locale: 'nn-NO', ...options})).newPage();
    const admin = await look({...DESK, storageState: await desk.storageState()});
    const visitor = await look(PHONE);
    await admin.goto(ADDRESS);
    await admin.locator('#navn').fill('Karasjok kommune');
    await admin.locator('#kommune').selectOption('5610');
    await admin.locator('#kontakt').fill('Servicetorget i første etasje på rådhuset');
    await admin.locator('#epost').fill('eit.langt.namn.som.ikkje.kan.delast@fjordvik.kommune.example');
    await admin.locator('#telefon').fill('+47 55 00 00 00');
    await admin.locator('#farge').fill('#f0b034');
    await admin.locator('#lagre').click();
    await expect(admin.locator('.ds-error-summary')).toContainText('mørk nok');
    await expectAccessible(admin, 'a refused colour');
    const wouldDo = (await admin.locator('.ds-error-summary').textContent()).match(/(#[0-9a-f]{6}) er same farge/)[1];
    const pages = [...await publicPages(null), ...casePages(place)];
    for (const colour of [wouldDo, '#696969', '#c11f1f', '#0b5a60']) {
      const first = colour === wouldDo;
      await admin.locator('#farge').fill(colour);
      await admin.locator('#lagre').click();
      await expect(admin.locator('.ds-error-summary')).toHaveCount(0);
      await expectAccessible(admin, `the profile in ${colour}`);
      for (const [name, path] of pages) {
        await visitor.goto(path);
        await expect(visitor.locator('.avsender, .pkommune').filter({hasText: 'Kárášjohka'}).first()).toBeVisible();
        await (first ? expectAccessible : expectReadableColours)(visitor, `${name} in ${colour}`);
        if (!first) continue;
        await visitor.setViewportSize(SMALL.viewport);
        await expectNoSidewaysScroll(visitor, name);
        await visitor.setViewportSize(PHONE.viewport);
      }
    }
  } finally {
    await server.stop();
  }
});
