// What must hold for every page: no accessibility violation, no sideways scroll.
import AxeBuilder from '@axe-core/playwright';
import {expect} from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const summary = (violations) => violations.map((found) =>
  `${found.id}: ${found.help}\n` + found.nodes.slice(0, 3).map((node) => `    ${node.target} ${node.failureSummary ?? ''}`).join('\n'));

async function expectNothing(builder, where) {
  const {violations} = await builder.analyze();
  expect(summary(violations), `axe on ${where}`).toEqual([]);
}

export const expectAccessible = (page, where = page.url()) => expectNothing(new AxeBuilder({page}).withTags(TAGS), where);

/** For a page that is accessible already and has got other colours: what depends on them. */
export const expectReadableColours = (page, where = page.url()) => expectNothing(new AxeBuilder({page}).withRules(['color-contrast', 'link-in-text-block']), where);

/** axe needs scripts itself: the page as it stands without them is shown again, word for word, in a browser that has them. */
export async function expectAccessibleWithoutScripts(page, where = page.url()) {
  const html = (await page.content())
    .replace(/<script\b[\s\S]*?<\/script>/g, '').replace(/<\/?noscript>/g, '');
  const context = await page.context().browser().newContext({viewport: page.viewportSize()});
  try {
    const copy = await context.newPage();
    await copy.route(page.url(), (route) => route.fulfill({contentType: 'text/html; charset=utf-8', body: html}));
    await copy.goto(page.url());
    await expectAccessible(copy, `${where} without scripts`);
  } finally {
    await context.close();
  }
}

export async function expectNoSidewaysScroll(page, where = page.url()) {
  const wide = await page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    return [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > room + 1)
      .slice(0, 5).map((e) => `${e.tagName.toLowerCase()}#${e.id}.${e.className}`);
  });
  expect(wide, `${where} is wider than ${page.viewportSize().width} px`).toEqual([]);
}

export async function expectNoScroll(page, where = page.url()) {
  const over = await page.evaluate(() => {
    const {scrollWidth, clientWidth, scrollHeight, clientHeight} = document.documentElement;
    const hidden = [...document.querySelectorAll('body *')].filter((e) => {
      const box = e.getBoundingClientRect();
      return box.width > 1 && box.height > 1 && (box.bottom > innerHeight + 1 || box.right > innerWidth + 1) &&
        getComputedStyle(e).visibility !== 'hidden' && !e.closest('.ds-sr-only, .ds-skip-link, [hidden]');
    }).slice(0, 5).map((e) => `${e.tagName.toLowerCase()}#${e.id}.${String(e.className.baseVal ?? e.className)}`);
    return {right: scrollWidth - clientWidth, down: scrollHeight - clientHeight, hidden};
  });
  expect(over, `${where} at ${JSON.stringify(page.viewportSize())}`).toEqual({right: 0, down: 0, hidden: []});
}
