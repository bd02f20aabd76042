// One workshop, run from the desk over plain requests, so that a test can begin where it wants to look.
import {expect, request} from '@playwright/test';

export const NAME = 'Kari Nordmann';
export const EMAIL = 'kari@fjordvik.example';
export const PASSWORD = 'seks bukker ved brua 2026';
export const STAGES = ['welcome', 'keys', 'supplement', 'rank', 'measures', 'pitch', 'result'];
export const STAGE_PATHS = ['velkommen', 'nokler', 'suppler', 'ranger', 'tiltak', 'pitch', 'resultat'];

const asBrowser = {'Sec-Fetch-Site': 'same-origin', 'Accept-Language': 'nb'};

/** A logged-in administrator as a request context with cookies. */
export async function setUp(server) {
  const desk = await request.newContext({baseURL: server.url, extraHTTPHeaders: asBrowser});
  const answer = await desk.post(server.setUpPath, {form: {navn: NAME, epost: EMAIL, passord: PASSWORD}, maxRedirects: 0});
  expect(answer.status(), await answer.text()).toBe(303);
  return desk;
}

export class Room {
  constructor(server, desk, id) {
    Object.assign(this, {server, desk, id, path: `/styring/${id}`, report: `/resultater/${id}`, place: `/rom/${id}`});
  }

  /** A draft from the template of 2017. */
  static async make(server, desk, fields = {}) {
    const form = await (await desk.get('/styring/nytt')).text();
    const values = {...valuesOf(form), ...fields, op: 'opprett'};
    const answer = await desk.post('/styring/nytt', {form: values, maxRedirects: 0});
    expect(answer.status(), await answer.text()).toBe(303);
    return new Room(server, desk, answer.headers().location.match(/\/styring\/([0-9a-z]{13})/)[1]);
  }

  /** Presses a button of the desk. */
  async do(op, fields = {}) {
    const answer = await this.desk.post(this.path, {form: {op, ...fields}, maxRedirects: 0});
    expect(answer.status(), `${op}: ${await answer.text()}`).toBe(303);
    return this;
  }

  stage(stage) { return this.do(`steg:${stage}`); }

  async source(rest = '') { return (await this.desk.get(this.path + rest)).text(); }

  async code() {
    const source = await this.source();
    const found = source.match(/\/v\/(\d{6})\b/) ?? source.match(/>\s*(\d{3})(?:\s|&nbsp;|\u202f|\u00a0)?(\d{3})\s*</);
    return found.slice(1).join('');
  }

  async projector() { return (await this.source()).match(/\/skjerm\/[\w-]{16,}/)[0]; }

  async groupLink() { return (await this.source('/ark')).match(/\/g\/[\w-]{16,}/)?.[0]; }

  /** A phone that has joined; `page` is a browser page of its own context. */
  async seat(page, {group = 'ny', name = '', members = ''} = {}) {
    await page.goto(`${this.server.url}/`);
    await page.locator('[name=kode]').fill(await this.code());
    await page.locator('form:has([name=kode]) button[type=submit]').click();
    await page.waitForURL('**/v/*');
    await page.locator(`[name=gruppe][value="${group}"]`).check({force: true});
    if (group === 'ny') {
      await page.locator('[name=navn]').fill(name);
      await page.locator('[name=medlemmer]').fill(members);
    }
    await page.locator('form:has([name=gruppe]) button[type=submit]').click();
    await page.waitForURL(`**${this.place}`);
    return page;
  }

  /** A phone without a screen, for filling the room. */
  async quietPhone(fields = {}) {
    const phone = await request.newContext({baseURL: this.server.url, extraHTTPHeaders: asBrowser});
    const answer = await phone.post(`/v/${await this.code()}`, {form: {gruppe: 'ny', navn: '', medlemmer: '', fornavn: '', ...fields}, maxRedirects: 0});
    expect(answer.status()).toBe(303);
    return {
      post: async (stage, form) => {
        const said = await phone.post(`${this.place}/${stage}`, {form, maxRedirects: 0});
        expect(said.status(), `${stage} ${JSON.stringify(form)}: ${await said.text()}`).toBe(303);
      },
      dispose: () => phone.dispose(),
    };
  }

  /** Two groups with everything on their sheets, in the stage asked for; the report published when it is the result. */
  async fill(until = 'result') {
    const gulls = await this.quietPhone({navn: 'Måkene', medlemmer: 'Ola\nKari'});
    const eiders = await this.quietPhone({navn: 'Ærfuglene'});
    const reached = (stage) => STAGES.indexOf(until) >= STAGES.indexOf(stage);
    if (reached('keys')) await this.stage('keys').then(() => this.do('nokkel:3'));
    if (reached('supplement')) {
      await this.stage('supplement');
      await gulls.post('suppler', {op: 'send-likevel', tekst: 'Spør ungdomsrådet først, og vis etterpå hva de endret'});
      await eiders.post('suppler', {op: 'send-likevel', tekst: 'Server alltid mat'});
      await eiders.post('suppler', {op: 'send-likevel', tekst: 'Inviter dem som pleier å være uenige'});
      await this.do('godkjenn:1');
      await this.do('returner:2', {grunn: 'Ligner nøkkel 14'});
    }
    if (reached('rank')) {
      await this.stage('rank');
      for (const key of [2, 19, 1, 15, 7]) await gulls.post('ranger', {op: `velg:${key}`});
      await gulls.post('ranger', {op: 'lever'});
      for (const key of [2, 3, 19]) await eiders.post('ranger', {op: `velg:${key}`});
    }
    if (reached('measures')) {
      await this.stage('measures');
      await gulls.post('tiltak', {op: 'legg-til', hva: 'ringe ungdomsrådet', hvem: 'Ola', naar: '2026-12-01', nokkel: '19'});
      await eiders.post('tiltak', {op: 'legg-til', hva: 'kartlegge handlingsrommet', hvem: '', naar: '', nokkel: ''});
    }
    if (reached('pitch')) {
      await this.stage('pitch');
      await this.do('pitch-start:1');
      await eiders.post('pitch', {op: 'send', til: '1', slag: 'question', tekst: 'Hvem ringer først?'});
      await eiders.post('pitch', {op: 'send', til: '1', slag: 'new_key', tekst: 'Begynn med et måltid'});
    }
    if (reached('result')) {
      await this.do('pitch-ferdig');
      await this.stage('result');
      await this.do('publiser');
    }
    await gulls.dispose();
    await eiders.dispose();
    return this;
  }
}

/** What a browser would send of the first form that has a title, untouched. */
function valuesOf(html) {
  const form = html.match(/<form[^>]*>(?:(?!<\/form>)[\s\S])*name="?tittel[\s\S]*?<\/form>/)?.[0] ?? html;
  const values = {};
  const unescape = (text) => text.replace(/&quot;/g, '"').replace(/&#39;|&apos;/g, "'").replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
  for (const [tag] of form.matchAll(/<input\b[^>]*>/g)) {
    const read = (name) => tag.match(new RegExp(`\\s${name}="([^"]*)"`))?.[1];
    const kind = read('type') ?? 'text';
    if (!read('name') || ((kind === 'checkbox' || kind === 'radio') && !/\schecked\b/.test(tag))) continue;
    values[read('name')] = unescape(read('value') ?? (kind === 'checkbox' ? 'on' : ''));
  }
  for (const [, attributes, text] of form.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g))
    values[attributes.match(/name="([^"]*)"/)[1]] = unescape(text);
  for (const [, name, options] of form.matchAll(/<select\b[^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g))
    values[name] = options.match(/<option[^>]*value="([^"]*)"[^>]*\bselected/)?.[1] ?? options.match(/value="([^"]*)"/)?.[1] ?? '';
  return values;
}
