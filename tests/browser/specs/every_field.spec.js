// Every field for text that there is on the pages of a workshop and of the installation takes a hostile string, and no page, screen or file lets it
// run. New fields are found by themselves.
import fs from 'node:fs';
import {DESK, expect, PHONE, test} from '../harness/fixtures.js';
import {expectHarmlessFile, fillEverything, payloads, strings, watched} from '../harness/hostile.js';
import {deskPages, phonePages, PROJECTOR_VIEWS, publicPages, reportPages} from '../harness/pages.js';
import {Room} from '../harness/room.js';

const SAME_SITE = {'Sec-Fetch-Site': 'same-origin'};
const list = strings.flatMap((each, n) => [each, payloads[n], payloads[n + strings.length]]).filter((each) => each?.trim() && /^[^\p{Cf}\p{Cc}]*$/u.test(each));
const picture = fs.readFileSync(new URL('../../fuzz/corpus/photo/plain.png', import.meta.url));

/** Sends a form as a browser would; the status of the answer. */
const sender = (client) => async (form, fields) => {
  const file = form.file ? {[form.file]: {name: 'a.png', mimeType: 'image/png', buffer: picture}} : {};
  const body = form.multipart ? {multipart: {...fields, ...file}} : {form: fields};
  return (await client.post(form.action, {...body, headers: SAME_SITE, maxRedirects: 0})).status();
};

/** A person whose name is hostile, taken in to run the room. */
async function invited(desk, server, room, name) {
  const answer = await desk.post('/admin', {form: {op: 'inviter', epost: 'ond@fjordvik.example', rolle: 'facilitator', fasilitator: 'ja'}});
  const link = (await answer.text()).match(/\/invitasjon\/[\w-]{16,}/);
  expect(link, 'an invitation').not.toBeNull();
  const made = await fetch(server.url + link[0], {method: 'POST', redirect: 'manual', headers: {...SAME_SITE, 'Content-Type': 'application/x-www-form-urlencoded'},
    body: new URLSearchParams({navn: name, passord: 'tolv sauer over fjellet'})});
  expect(made.status).toBe(303);
  await desk.post(`${room.path}/fasilitatorer`, {form: {op: 'legg-til', epost: 'ond@fjordvik.example'}});
}

test('every field for text takes a hostile string, and no page, screen or file runs it', async ({server, desk, newRoom, device, facilitator}) => {
  test.setTimeout(420_000);
  const room = await (await newRoom()).fill('supplement');
  const draft = await Room.make(server, desk);
  await desk.post(`${room.path}/innledere`, {form: {op: 'ny', navn: 'Kari', nokler: '1 2', notater: 'x'}});
  await desk.post(`${room.path}/bord`, {form: {op: 'les-inn', liste: `Navn;Rolle\n"${list[1].replaceAll('"', '""')}";"x"\nOla;y\n`, bord: '1'}});
  await invited(desk, server, room, list[2].slice(0, 60));
  const phone = await room.seat(await device(PHONE), {group: '1'});
  const by_phone = sender(phone.context().request), office = await facilitator(DESK), by_desk = sender(office.context().request);
  await phone.context().request.post(`${room.place}/bilde`, {multipart: {op: 'last-opp', bilde: {name: 'a.png', mimeType: 'image/png', buffer: picture}}, headers: SAME_SITE});

  const left = [];
  for (const stage of ['supplement', 'measures', 'pitch']) {
    await room.stage(stage);
    if (stage === 'measures')
      await room.stage('rank').then(() => desk.post(`${room.path}/gruppe/1`, {form: {op: 'hurtig', hurtig: '1 2 3 4 A'}})).then(() => room.stage('measures'));
    if (stage === 'pitch') await room.do('pitch-start:2');
    left.push(...await fillEverything(phone, [room.place, `${room.place}/gruppe`, `${room.place}/bilde`], list, by_phone));
  }
  await room.do('publiser');
  await desk.post(`${room.path}/tiltak`, {form: {op: 'lag-alle'}});
  const owner = await device(DESK);
  const link = (await (await desk.get(`${room.path}/tiltak`)).text()).match(/\/tiltak\/[\w-]{16,}/)[0];
  await owner.goto(link);
  await owner.locator('#begynn').click();
  await owner.locator('[name=framdrift]').first().check();
  const answer = (form, fields) => sender(owner.context().request)(form, {...fields, framdrift: 'tried'});
  left.push(...await fillEverything(owner, [`${room.report}/tiltak/1/svar`], list, answer));
  const everything = [...deskPages(room).map(([, path]) => path), `${draft.path}/oppsett`, '/admin/bruker/1'];
  left.push(...await fillEverything(office, everything, list, (form, fields) => by_desk(form, 'framdrift' in fields || /\/tiltak$/.test(form.action) ? {...fields, framdrift: 'tried'} : fields)));
  expect([...new Set(left)], 'fields that took no hostile string').toEqual([]);

  for (const [, path] of phonePages(room).slice(1)) await watched(await phone.context().newPage(), server.url, path);
  const papers = ['plakat', 'lysark', 'bord/dor', 'bord/liste', 'tiltak/lapper', 'tekster'].map((rest) => `${room.path}/${rest}`);
  for (const path of [...everything, ...papers, `${draft.path}/innledere`, draft.path]) await watched(await office.context().newPage(), server.url, path);
  const anyone = await device(DESK);
  const open = [...await publicPages(null), ...reportPages(room), ['lysark', `${room.report}/lysark`], ['tiltak', `${room.report}/tiltak/1`], ['logg', `${room.place}/bevis`]];
  for (const [name, path] of open) if (name !== 'finnes-ikke') await watched(await anyone.context().newPage(), server.url, path);
  const wall = await room.projector();
  await room.do('innleder:1').then(() => room.do('nokkel:1'));
  for (const view of PROJECTOR_VIEWS) await room.do(`vis:${view}`).then(async () => watched(await anyone.context().newPage(), server.url, wall));

  const tables = ['nokler', 'suppleringer', 'grupper', 'rangeringer', 'hver-for-seg', 'tiltak', 'svar', 'notater', 'bilder'].map((table) => `eksport/${table}.csv`);
  await office.goto(`${room.path}/eksport`);
  for (const rest of [...tables, 'eksport/alt.xlsx', 'eksport/alt.json']) await expectHarmlessFile(office.context().request, `${room.path}/${rest}`, office);
  for (const rest of [...tables, 'eksport/alt.xlsx', 'eksport/alt.json', 'pakke.json', 'rangering.csv']) await expectHarmlessFile(anyone.context().request, `${room.report}/${rest}`, office);
  for (const path of ['/paa-tvers/nokler.csv', '/paa-tvers/nokler.json', '/kalender.ics', '/resultater.atom', `/logg/${room.id}/pakke.jsonl`])
    await expectHarmlessFile(anyone.context().request, path, office);
});
