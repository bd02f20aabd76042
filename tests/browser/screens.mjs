// Walks a live workshop and keeps a picture of every page: node tests/browser/screens.mjs [FOLDER] (build/screens by default).
import {mkdir} from 'node:fs/promises';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {chromium as engine} from '@playwright/test';
import {chromium} from './playwright.config.js';
import {Case, caseDeskPages, casePages} from './harness/case.js';
import {deskPages, phonePages, PROJECTOR_VIEWS, publicPages, reportPages} from './harness/pages.js';
import {Room, setUp, STAGES} from './harness/room.js';
import {startServer} from './harness/server.js';

const SIZES = {phone: {width: 390, height: 844}, desk: {width: 1280, height: 800}, wall: {width: 1920, height: 1080}};
const folder = path.resolve(process.argv[2] ?? fileURLToPath(new URL('../../build/screens', import.meta.url)));
await mkdir(folder, {recursive: true});

const server = await startServer();
const browser = await engine.launch(chromium);
let pictures = 0;

async function open(size, cookies = []) {
  const context = await browser.newContext({baseURL: server.url, viewport: SIZES[size], locale: 'nb-NO', timezoneId: 'Europe/Oslo'});
  await context.addCookies(cookies);
  return Object.assign(await context.newPage(), {size});
}

async function take(page, name, whole = page.size === 'phone') {
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({path: path.join(folder, `${page.size}-${name}.png`), fullPage: whole});
  pictures++;
}

async function takeAll(page, pages, prefix = '') {
  for (const [name, where] of pages) {
    const answer = await page.goto(where);
    if (answer.status() >= 500) throw new Error(`${where}: ${answer.status()}`);
    await take(page, prefix + name, true);
  }
}

try {
  const desk = await setUp(server);
  const room = await Room.make(server, desk, {tittel: 'Samling om nærmiljøet', sted: 'Fjordvik bibliotek', dato: '2026-12-01'});
  const cookies = (await desk.storageState()).cookies;
  const pages = {phone: await open('phone'), desk: await open('desk', cookies), wall: await open('wall')};
  await takeAll(pages.desk, [['styring-utkast', room.path], ['oppsett-utkast', `${room.path}/oppsett`]]);
  const draft = await Case.make(server, desk, 'Et tomt utkast');
  const matter = await (await Case.make(server, desk)).live();
  await takeAll(pages.phone, casePages(matter));
  await takeAll(pages.desk, [...casePages(matter), ...caseDeskPages(matter), ['sak-utkast', `${draft.path}/grunnlag`]]);
  await room.do('apne');
  await takeAll(pages.phone, await publicPages(room));
  await takeAll(pages.desk, await publicPages(room), 'offentlig-');
  await room.fill('pitch');
  await room.seat(pages.phone, {group: '1'});
  const link = await room.projector();
  for (const [index, stage] of STAGES.entries()) {
    await room.stage(stage);
    await takeAll(pages.phone, [[`${index + 1}-${stage}`, room.place]]);
    await takeAll(pages.desk, [[`${index + 1}-${stage}`, room.path]]);
    await pages.wall.goto(link);
    await take(pages.wall, `${index + 1}-${stage}`);
  }
  for (const view of PROJECTOR_VIEWS) {
    await room.do(`vis:${view}`);
    await pages.wall.goto(link);
    await take(pages.wall, `vis-${view}`);
  }
  await room.do('publiser');
  await takeAll(pages.phone, [...phonePages(room), ...reportPages(room)], 'les-');
  await takeAll(pages.desk, [...deskPages(room), ...reportPages(room)], 'side-');
  console.log(`${pictures} pictures in ${folder}`);
} finally {
  await browser.close();
  await server.stop();
}
