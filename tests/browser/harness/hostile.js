// Strings that want to be markup, script or formulas; pages and files that notice when one of them got its way; every text field there is.
import fs from 'node:fs';
import {expect} from '@playwright/test';

const read = (file) => JSON.parse(fs.readFileSync(new URL(`../naughty/${file}`, import.meta.url), 'utf8'));
export const strings = read('strings.json');
export const payloads = read('payloads.json');

/** A page that notices whatever runs: dialogs, changed titles, requests to elsewhere, elements of a kind that we never write. */
export async function watched(page, url, path) {
  const ran = [];
  page.on('dialog', (dialog) => { ran.push(dialog.message()); dialog.dismiss(); });
  page.on('request', (request) => { if (!request.url().startsWith(url)) ran.push(request.url()); });
  const answer = await page.goto(path);
  expect(answer.status(), path).toBe(200);
  const foreign = await page.evaluate(() => [
    ...document.querySelectorAll('iframe,object,embed,base,style,math,video,audio,marquee,bgsound,script:not([src]),body [style]')].map((e) => e.outerHTML));
  const handlers = await page.evaluate(() => [...document.querySelectorAll('*')].flatMap((e) =>
    [...e.attributes].filter((a) => a.name.startsWith('on') || /^\s*(javascript|data|vbscript):/i.test(a.value) && ['href', 'src', 'action'].includes(a.name))
      .map((a) => `${e.tagName} ${a.name}`)));
  expect({ran, foreign, handlers, title: (await page.title()).endsWith('Nøkkelknippe')}, path).toEqual({ran: [], foreign: [], handlers: [], title: true});
  await page.close();  // a browser keeps at most six connections to a place, and streams stay open
}

/** Cells of a spreadsheet, quoted or not: none begins as a formula, and none with what a program skips before one. */
export function expectNoFormula(csv, where) {
  for (const cell of csv.replace(/^\ufeff/, '').match(/"(?:[^"]|"")*"|[^;\r\n"]+/g) ?? [])
    if (!/^-?[\d.,]+$/.test(cell)) expect(cell, where).not.toMatch(/^"? *[=+\-@|%\t\r\n]/);
}

/** A file that somebody opens in another program. */
export async function expectHarmlessFile(client, path, page) {
  const answer = await client.get(path);
  expect(answer.status(), path).toBe(200);
  const type = answer.headers()['content-type'];
  const text = type.includes('spreadsheetml') ? (await answer.body()).subarray(0, 2).toString() : await answer.text();
  expect(answer.headers()['x-content-type-options'], path).toBe('nosniff');
  if (type.includes('csv')) expectNoFormula(text, path);
  else if (type.includes('json')) text.trim().split(path.endsWith('jsonl') ? '\n' : '\0').forEach((part) => JSON.parse(part));
  else if (type.includes('atom')) expect(await page.evaluate((xml) => new DOMParser().parseFromString(xml, 'text/xml').querySelectorAll('parsererror,script').length, text), path).toBe(0);
  else if (type.includes('calendar')) for (const line of text.trimEnd().split('\r\n')) expect(line, path).toMatch(/^([A-Z-]+[;:]|[ \t])/);
  else expect(text, `${path}: ${type}`).toBe('PK');
}

/** The forms of a page that have a field for text, and what is in them. */
const forms_of = (page) => page.evaluate(() => [...document.forms].filter((form) => form.method === 'post').map((form) => ({
  action: form.getAttribute('action') || location.pathname,
  file: [...form.elements].find((e) => e.type === 'file')?.name,
  multipart: form.enctype === 'multipart/form-data',
  ops: [...form.elements].filter((e) => e.tagName === 'BUTTON' && e.name === 'op').map((e) => e.value),
  fields: [...form.elements].filter((e) => e.name && !['submit', 'button', 'file', 'fieldset'].includes(e.type) && (!['radio', 'checkbox'].includes(e.type) || e.checked || e.name.startsWith('kilde-')))
    .map((e) => ({name: e.name, value: e.value, max: e.maxLength, text: e.tagName === 'TEXTAREA' || ['text', 'search', 'tel'].includes(e.type)})),
})).filter((form) => form.fields.some((field) => field.text)));

/** What a field is called, whatever the room and the numbers. */
const known_as = (form, op, name) => [form.action.replace(/[?#].*/, '').replace(/[0-9a-z]{13}/g, 'ROM'), op.replace(/:.*/, ''), name].join(' ').replace(/\d+/g, 'N');

/** Fields of a fixed form take no string at all; and buttons that end what is walked. */
const FORMATTED = /^(kode|epost|dato|starter|naar|min_\w+|alene_min|k|poeng|tidssone|antall|dager|bord|hurtig|nokler|farge|kommune|telefon|liste|start|slutt)$/;
const SHOWS_ONCE = /^token\b/;  // the answer is the page that shows it
const ENDS = /^(fjern|slett|trekk|avslutt|tema-fjern|forlat|bort|alt)\b/;

/**
 * Types a string into every field for text on these pages and presses a button of its form, until the answer says that it was taken in. The fields
 * that no string got into, by name.
 */
export async function fillEverything(page, paths, list, post) {
  let n = 0;
  const seen = new Set(), taken = new Set();
  for (const path of paths) {
    await page.goto(path);
    for (const form of await forms_of(page)) {
      const op = form.ops.find((each) => !ENDS.test(each)) ?? '';
      const free = form.fields.filter((field) => field.text && !FORMATTED.test(field.name));
      const names = free.map((field) => known_as(form, op, field.name));
      names.forEach((name) => seen.add(name));
      for (let attempt = 0; attempt < 4 && names.some((name) => !taken.has(name)); ++attempt) {
        const typed = Object.fromEntries(form.fields.map((field) => [field.name, field.value]));
        for (const field of free) typed[field.name] = list[n++ % list.length].slice(0, field.max > 0 ? field.max : 190);
        const status = await post(form, {...typed, ...(op ? {op} : {})});
        if (status === 303 || status === 200 && SHOWS_ONCE.test(op)) names.forEach((name) => taken.add(name));
        else expect([200, 404, 409, 422], `${form.action} ${op} ${JSON.stringify(typed)}`).toContain(status);
      }
    }
  }
  return [...seen].filter((name) => !taken.has(name)).sort();
}
