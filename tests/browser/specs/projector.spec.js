// The projector shows everything at once: nobody can scroll it.
import {expect, PROJECTOR, STAGES, test} from '../harness/fixtures.js';
import {expectNoScroll} from '../harness/look.js';
import {PROJECTOR_VIEWS} from '../harness/pages.js';

for (const viewport of [{width: 1280, height: 720}, {width: 1920, height: 1080}]) {
  test(`no scroll in any stage or view at ${viewport.width}×${viewport.height}`, async ({newRoom, device}) => {
    const room = await (await newRoom()).fill('pitch');
    const page = await device({viewport});
    const link = await room.projector();
    for (const stage of STAGES) {
      await room.stage(stage);
      await page.goto(link);
      await expectNoScroll(page, stage);
    }
    for (const view of PROJECTOR_VIEWS) {
      await room.do(`vis:${view}`);
      await page.goto(link);
      await expectNoScroll(page, view);
    }
  });
}

test('one press hides everything, another brings it back', async ({newRoom, device}) => {
  const room = await (await newRoom()).fill('supplement');
  const page = await device(PROJECTOR);
  await page.goto(await room.projector());
  await expect(page.getByText('Spør ungdomsrådet først').first()).toBeVisible();
  await room.do('blank:ja');
  await expect(page.getByText('Spør ungdomsrådet først')).toHaveCount(0);
  await room.do('blank:nei');
  await expect(page.getByText('Spør ungdomsrådet først').first()).toBeVisible();
});

test('only accepted texts are shown', async ({newRoom, device}) => {
  const room = await (await newRoom()).fill('supplement');
  const page = await device(PROJECTOR);
  await page.goto(await room.projector());
  await expect(page.getByText('Spør ungdomsrådet først').first()).toBeVisible();
  await expect(page.getByText('Inviter dem som pleier å være uenige')).toHaveCount(0);
});
