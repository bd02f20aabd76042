// Strings that want to be markup, script or formulas, through the text fields of a workshop and onto every page: none runs.
import {Case, caseDeskPages, casePages} from '../harness/case.js';
import {DESK, expect, PHONE, test} from '../harness/fixtures.js';
import {strings, watched} from '../harness/hostile.js';
import {deskPages, phonePages, PROJECTOR_VIEWS, reportPages} from '../harness/pages.js';

const per_group = 18;

test('no string typed anywhere runs anywhere', async ({server, newRoom, device, facilitator, desk}) => {
  test.setTimeout(300_000);
  const at = (n) => strings[n % strings.length];
  const room = await newRoom({tittel: at(0).slice(0, 110), sporsmal: at(1), sted: at(2).slice(0, 110)});
  const tables = [];
  for (let n = 0; n * per_group < strings.length; ++n)
    tables.push(await room.quietPhone({navn: at(n + 3).slice(0, 40), medlemmer: strings.slice(0, 10).map((s) => s.slice(0, 60)).join('\n'), fornavn: at(n + 9).slice(0, 24)}));
  const typed = (n) => strings.slice(n * per_group, (n + 1) * per_group);
  /** A string of nothing but invisible characters is refused as empty; everything else must be taken. */
  const post = async (table, stage, form) => { await table.post(stage, form).catch((error) => { if (!/422/.test(error.message)) throw error; }); };
  await room.stage('supplement');
  for (const [n, table] of tables.entries()) for (const tekst of typed(n)) await post(table, 'suppler', {op: 'send-likevel', tekst});
  for (let n = 1; n <= 12; ++n) await room.do(n % 3 ? `godkjenn:${n}` : `returner:${n}`, n % 3 ? {} : {grunn: at(n)});
  for (const [n, [a, b]] of [[1, 2], [4, 5]].entries())
    await room.do(`slaa-sammen:${a}`, {[`kilde-${a}`]: 'ja', [`kilde-${b}`]: 'ja', tekst: at(n + 1), kortnavn: at(n + 4).slice(0, 40)});
  await room.do('nytt-tema:0', {navn: at(0).slice(0, 40), 'kilde-1': 'ja', 'kilde-4': 'ja'});
  await room.stage('measures');
  for (const [n, table] of tables.entries()) for (const hva of typed(n)) await post(table, 'tiltak', {op: 'legg-til', hva, hvem: hva.slice(0, 60), naar: '', nokkel: ''});
  await room.stage('pitch');
  for (const [n, table] of tables.entries())
    for (const tekst of typed(n)) await post(table, 'pitch', {op: 'send', til: String((n + 1) % tables.length + 1), slag: 'comment', tekst});
  const visible = strings.map((s) => s.slice(0, 50)).filter((s) => /^\P{C}+$/u.test(s) && s.trim());
  const list = 'Navn;Rolle\n' + visible.map((s) => `"${s.replaceAll('"', '""')}";"${s.replaceAll('"', '""')}"`).join('\n');
  await room.desk.post(`${room.path}/bord`, {form: {op: 'les-inn', liste: list, bord: '3'}});
  await room.do('publiser');

  const phone = await room.seat(await device(PHONE), {group: '1'});
  for (const [, path] of phonePages(room).slice(1)) await watched(await phone.context().newPage(), server.url, path);
  const office = await facilitator(DESK);
  const papers = [['plakat', `${room.path}/plakat`], ['lysark', `${room.path}/lysark`], ['dorliste', `${room.path}/bord/dor`]];
  for (const [, path] of [...deskPages(room), ...papers]) await watched(await office.context().newPage(), server.url, path);
  const anyone = await device(DESK);
  for (const [, path] of [...reportPages(room), ['lysark', `${room.report}/lysark`], ['logg', `${room.place}/bevis`], ['sok', `/sok?q=${encodeURIComponent('<script>alert(1)</script> javascript alert')}`]]) await watched(await anyone.context().newPage(), server.url, path);
  const projector = await room.projector();
  for (const view of PROJECTOR_VIEWS) {
    await room.do(`vis:${view}`);
    await watched(await anyone.context().newPage(), server.url, projector);
  }

  for (const table of ['nokler', 'suppleringer', 'grupper', 'tiltak', 'notater']) {
    const csv = await (await desk.get(`${room.path}/eksport/${table}.csv`)).text();
    for (const cell of csv.slice(1).match(/"(?:[^"]|"")*"/g)) expect(cell, table).not.toMatch(/^" *[=+\-@|%\t\r\n]/);
  }
  for (const table of tables) await table.dispose();
});

test('no string typed in a case runs anywhere', async ({server, desk, device, facilitator}) => {
  test.setTimeout(300_000);
  const at = (n) => strings[n % strings.length];
  const place = await (await Case.make(server, desk, `Sak ${at(0).slice(0, 100)}`)).live();
  await place.tell('punkt:0', {grad: 'fixed', punkt: `x${at(1).slice(0, 190)}`, grunn: `x${at(2)}`, kilde: `x${at(3).slice(0, 190)}`, endring: `x${at(4)}`});
  await place.tell('roller', {politisk: at(5).slice(0, 150) + 'x', administrativ: at(6).slice(0, 150) + 'x', svarer: at(7).slice(0, 150) + 'x', forventet: `x${at(8)}`});
  await place.tell('tema:2', {temanavn: `x${at(9).slice(0, 70)}`});
  for (let n = 0; n < strings.length; n += 16)
    await place.send({tekst: `x${strings.slice(n, n + 16).join('\n').slice(0, 1900)}`, sted: at(n).slice(0, 110), gruppe: at(n + 1).slice(0, 70), tema: '2'});
  for (let n = 8; n <= 12; ++n) await place.post('/innspill', {op: `publiser:${n}`, vis: 'venter'});
  await place.post('', {op: 'skriv-inn', kilde: 'paper', tekst: `x${at(24).slice(0, 190)}`, tema: '2', stilling: 'mot', sted: '', gruppe: '', antall: ''});
  await place.post('/svar', {op: 'svar', tema: '2', verdikt: 'partly', rompunkt: '4', begrunnelse: `x${strings.slice(0, 20).join('\n').slice(0, 1900)}`});
  await place.post('/tiltak', {op: 'vedtak:0', tekst: `x${at(11)}`, dato: '18.03.2098', kilde: at(12).slice(0, 190), tema_2: 'ja'});
  await place.post('/tiltak', {op: 'tiltak:1', tekst: `x${at(13).slice(0, 270)}`, eier: `x${at(14).slice(0, 55)}`, dato: '15.06.2098', tema: '2', vedtak: '2', forsok: 'ja', antakelse: `x${at(15)}`});
  await place.post('/tiltak', {op: 'milepael:1', tekst: `x${at(16).slice(0, 150)}`, dato: '01.04.2098'});
  await place.post('/tiltak', {op: 'svar:1', framdrift: 'tried', tekst: `x${at(17).slice(0, 900)}`, dato: '', laert: `x${at(18).slice(0, 900)}`});
  await place.post('/resultat', {op: 'punkt:4', utfall: 'kept', resultat: `x${at(19).slice(0, 590)}`});
  await place.post('/resultat', {op: 'evaluering', endret: 'no', hva: `x${at(20)}`, bra: `x${at(21)}`, laert: `x${at(22)}`, tegn: `x${at(23)}`, antall: ''});
  const anyone = await device(PHONE);
  for (const [, path] of casePages(place)) await watched(await anyone.context().newPage(), server.url, path);
  const office = await facilitator(DESK);
  for (const [, path] of caseDeskPages(place)) await watched(await office.context().newPage(), server.url, path);
});
