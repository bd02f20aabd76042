// Speakers: introduced at the desk, presented from their own screen while the wall and the phones follow at once.
import {expect, DESK, PHONE, PROJECTOR, SMALL, test} from '../harness/fixtures.js';
import {expectAccessible, expectAccessibleWithoutScripts, expectNoScroll, expectNoSidewaysScroll} from '../harness/look.js';

async function introduce(page, name, affiliation, keys, notes = '') {
  await page.locator('#navn-ny').fill(name);
  await page.locator('#tilhorighet-ny').fill(affiliation);
  await page.locator('#nokler-ny').fill(keys);
  await page.locator('#notater-ny').fill(notes);
  await page.locator('#lagre-ny').click();
}

for (const scripts of [true, false]) {
  const check = scripts ? expectAccessible : expectAccessibleWithoutScripts;
  test(`a speaker presents from their own screen, ${scripts ? 'with' : 'without'} scripts`, async ({newRoom, facilitator, device}, info) => {
    const room = await newRoom();
    const desk = await facilitator({...DESK, javaScriptEnabled: scripts});
    await desk.goto(`${room.path}/innledere`);
    await check(desk, 'no speakers');
    await introduce(desk, 'Kari Nygård', 'Trondheim kommune', '2 1 3', 'Begynn med torget.\nSpør salen: hvem har prøvd?');
    await introduce(desk, 'Jacob Torfing', 'Roskilde Universitet', '16 17 18');
    await introduce(desk, 'Ingen', '', '77');
    await expect(desk.locator('#nokler-ny')).toHaveAttribute('aria-invalid', 'true');
    await expect(desk.locator('#navn-ny')).toHaveValue('Ingen');
    await check(desk, 'a refused speaker');
    await desk.goto(`${room.path}/innledere`);
    await check(desk, 'speakers');
    await desk.screenshot({path: info.outputPath('speakers.png'), fullPage: true});

    const wall = await device({...PROJECTOR, javaScriptEnabled: scripts}), phone = await room.seat(await device(PHONE));
    await room.stage('keys');
    await wall.goto(await room.projector());
    await desk.goto(`${room.path}/presentasjon`);
    await expect(desk.locator('.forstaa__notat')).toContainText('hvem har prøvd?');
    await desk.locator('#neste-nokkel').click();
    await desk.locator('#neste-nokkel').click();
    await expect(desk.locator('.forstaa__naa .forstaa__nr')).toHaveText('1');
    await check(desk, 'the stand');
    await desk.screenshot({path: info.outputPath('stand.png')});
    if (!scripts) await wall.reload();
    await expect(wall.locator('.nvegg .naa')).toContainText('1');
    await expect(wall.locator('.nvegg__rad--naa h2')).toContainText('Kari Nygård');
    await expect(wall.getByText('hvem har prøvd?')).toHaveCount(0);
    await expectNoScroll(wall, 'the wall by speaker');
    await wall.screenshot({path: info.outputPath('wall.png')});
    await expect(phone.locator('.presenteres')).toContainText('Kari Nygård');
    await desk.locator('#vis-egne').click();
    await expect(desk.locator('#vis-alle')).toBeVisible();
    if (!scripts) await wall.reload();
    await expect(wall.locator('.nvegg li')).toHaveCount(3);
    await expectNoScroll(wall, 'one speaker\'s keys');
    await wall.screenshot({path: info.outputPath('own.png')});
    await desk.setViewportSize(SMALL.viewport);
    await expectNoSidewaysScroll(desk, 'the stand');
    await desk.goto(`${room.path}/innledere`);
    await expectNoSidewaysScroll(desk, 'speakers');
  });
}

test('the stand follows when somebody else steps, and the keyboard is enough', async ({newRoom, facilitator}) => {
  const room = await newRoom();
  await room.stage('keys');
  const stand = await facilitator(DESK);
  await stand.goto(`${room.path}/presentasjon`);
  await room.do('nokkel:5');
  await expect(stand.locator('.forstaa__naa .forstaa__nr')).toHaveText('5');
  await stand.locator('#neste-nokkel').focus();
  await stand.keyboard.press('Enter');
  await expect(stand.locator('.forstaa__naa .forstaa__nr')).toHaveText('6');
  await expect(stand.locator('#neste-nokkel')).toBeFocused();
  await stand.keyboard.press('Enter');
  await expect(stand.locator('.forstaa__naa .forstaa__nr')).toHaveText('7');
});
