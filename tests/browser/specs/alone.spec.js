// Each person ranks alone before the group: the own list is this phone's only, the group's page gets sums when the part is over.
import {expect, DESK, PHONE, PROJECTOR, SMALL, test} from '../harness/fixtures.js';
import {expectAccessible, expectAccessibleWithoutScripts, expectNoSidewaysScroll} from '../harness/look.js';

const KEYS = {2: [2, 1, 9, 4, 15], 3: [2, 1, 9, 3, 7], 4: [1, 2, 9, 8, 15], 5: []};
const picture = (page, name) => process.env.KNIPPE_PICTURES && page.screenshot({path: `${process.env.KNIPPE_PICTURES}/${name}.png`, fullPage: true});

async function others(room) {
  const phones = [];
  for (const number of Object.keys(KEYS)) phones.push([await room.quietPhone({gruppe: '1', fornavn: `Person ${number}`}), KEYS[number]]);
  return phones;
}

async function handIn([phone, keys]) {
  for (const key of keys) await phone.post('alene', {op: `velg:${key}`});
  await phone.post('alene', {op: 'lever'});
}

for (const scripts of [true, false]) {
  const check = scripts ? expectAccessible : expectAccessibleWithoutScripts;
  test(`alone, then together, ${scripts ? 'with scripts' : 'without scripts'}`, async ({newRoom, device, facilitator}) => {
    const room = await newRoom({alene: 'ja'});
    const phone = await room.seat(await device({...PHONE, javaScriptEnabled: scripts}), {name: 'Måkene'});
    const others_at_table = await others(room);
    const look = async () => { if (!scripts) await phone.goto(room.place); };

    await room.stage('rank');
    await look();
    await expect(phone.locator('.topp5--alene')).toBeVisible();
    for (const key of [2, 1, 9, 8]) {
      await phone.locator(`#velg-${key}`).click();
      await expect(phone.locator(`#plass-${key}`)).toBeVisible();
    }
    for (const other of others_at_table.slice(0, 2)) await handIn(other);
    await look();
    await expect(phone.locator('.dtopp__ferdige')).toHaveText('2 av 5 er ferdige');
    await expect(phone.locator('.plass:not(.plass--tom)')).toHaveCount(4);
    await check(phone, 'alone, not handed in');
    await picture(phone, `alene-${scripts}`);
    await phone.locator('#velg-15').click();
    await phone.locator('#opp-15').click();
    await expect(phone.locator('.plass').nth(3)).toHaveAttribute('id', 'plass-15');
    await phone.locator('#lever').click();
    await expect(phone.locator('.levert')).toBeVisible();
    await handIn(others_at_table[2]);
    await check(phone, 'alone, handed in');
    await phone.setViewportSize(SMALL.viewport);
    await expectNoSidewaysScroll(phone, 'alone');
    await picture(phone, `alene-levert-${scripts}`);
    await phone.setViewportSize(PHONE.viewport);

    const desk = await facilitator({...DESK, javaScriptEnabled: scripts});
    await desk.goto(room.path);
    await expect(desk.locator('.alenelinje')).toContainText('4 av 5');
    await check(desk, 'desk while each ranks alone');
    await picture(desk, `styring-${scripts}`);
    const wall = await device({...PROJECTOR, javaScriptEnabled: scripts});
    await wall.goto(await room.projector());
    if (scripts) await check(wall, 'projector while each ranks alone');
    await picture(wall, `skjerm-${scripts}`);
    await desk.locator('#neste').click();

    await look();
    await expect(phone.locator('.nokkel').first()).toContainText('4 av 4 valgte den');
    await expect(phone.locator('.topp5--alene')).toHaveCount(0);
    await phone.locator('#velg-1').click();
    await expect(phone.locator('#plass-1')).toContainText('4 av 4');
    await check(phone, 'together, with picks');
    await picture(phone, `sammen-${scripts}`);
    for (const [other] of others_at_table) await other.dispose();
  });
}

test('the keyboard is enough to rank alone, and when time is up the way on shows', async ({newRoom, device}) => {
  const room = await newRoom({alene: 'ja'});
  await room.stage('rank');
  const page = await device(PHONE);
  await page.clock.install();
  const phone = await room.seat(page);
  for (const key of [5, 4, 3, 2, 1]) {
    await phone.locator(`#velg-${key}`).focus();
    await phone.keyboard.press('Enter');
    await expect(phone.locator(`#plass-${key}`)).toBeVisible();
    await expect(phone.locator(`#velg-${key}`)).toBeFocused();
  }
  await phone.locator('#lever').focus();
  await phone.keyboard.press('Enter');
  await expect(phone.locator('.levert')).toBeVisible();
  await expect(phone.locator('#videre')).toBeHidden();
  await phone.clock.fastForward('03:00');
  await expect(phone.locator('#videre')).toBeVisible();
});
