// test: a server and its desk for each worker, rooms and devices for each test. A device that complains fails the test.
import {test as base, expect} from '@playwright/test';
import {startServer} from './server.js';
import {Room, setUp} from './room.js';

export {expect};
export * from './room.js';

export const PHONE = {viewport: {width: 390, height: 844}, hasTouch: true};
export const SMALL = {viewport: {width: 320, height: 640}, hasTouch: true};
export const DESK = {viewport: {width: 1280, height: 800}};
export const PROJECTOR = {viewport: {width: 1280, height: 720}};

/** What the browser complains about: broken scripts, blocked content, failed loads. A lost network is not a complaint,
 * nor is an answer that the next page cut off. */
function listen(page, complaints) {
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    const text = message.text();
    if (message.type() === 'error' && !/net::ERR_(INTERNET_DISCONNECTED|FAILED|ABORTED|NETWORK_CHANGED|INCOMPLETE_CHUNKED_ENCODING)|status of (4\d\d|503)|Failed to fetch/.test(text))
      complaints.push(`${page.url()}: ${text}`);
  });
}

export const test = base.extend({
  server: [async ({}, use) => {
    const server = await startServer();
    await use(server);
    await server.stop();
  }, {scope: 'worker'}],

  desk: [async ({server}, use) => {
    const desk = await setUp(server);
    await use(desk);
    await desk.dispose();
  }, {scope: 'worker'}],

  /** newRoom(fields): an open workshop. */
  newRoom: async ({server, desk}, use) => {
    await use(async (fields = {}) => (await Room.make(server, desk, fields)).do('apne'));
  },

  /** device(options): a page of its own browser, as another person's. */
  device: async ({browser, server}, use, info) => {
    const contexts = [], complaints = [];
    await use(async (options = PHONE) => {
      const context = await browser.newContext({baseURL: server.url, locale: 'nb-NO', timezoneId: 'Europe/Oslo', ...options});
      contexts.push(context);
      const page = await context.newPage();
      listen(page, complaints);
      return page;
    });
    for (const [index, context] of contexts.entries()) {
      if (info.status !== info.expectedStatus && context.pages()[0]) {
        await context.pages()[0].screenshot({path: info.outputPath(`device-${index + 1}.png`)}).catch(() => {});
      }
      await context.close();
    }
    expect(complaints, 'what the browsers complained about').toEqual([]);
  },

  /** facilitator(options): a page that is logged in as the desk. */
  facilitator: async ({device, desk}, use) => {
    await use(async (options = DESK) => {
      const page = await device(options);
      await page.context().addCookies((await desk.storageState()).cookies);
      return page;
    });
  },
});
