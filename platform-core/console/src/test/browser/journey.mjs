// What the files of journeys share: a console with its API, a browser, and pages that are held against all rules when they are left.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { browse, CHROMIUM } from './browser.mjs';
import { serve } from './server.mjs';

/** For `describe`: why it is skipped, false where it is not. */
export const skip = CHROMIUM ? false : 'NOT TESTED: the console in a browser. No chromium on this machine';

/** The console for the tests of a `describe`: with the fake API, or that of a platform at `url`, with whom to log in there. */
export function withConsole({ url, user = 'olga', password = 'turbine' } = {}) {
  const held = {};

  before(async () => {
    held.server = url ? { url, close: () => {} } : await serve();
    held.browser = await browse(held.server.url);
  });

  after(async () => {
    await held.browser?.close();
    held.server?.close();
  });

  return {
    get fake() {
      return held.server.fake;
    },
    /** A page on which nobody has logged in. */
    open: hash => held.browser.open(hash),
    /** Does something on a page as this user; without console errors, breaches of the policy and requests to others. */
    async visit(hash, act, { as = user, ...options } = {}) {
      const page = await (await held.browser.open(hash, options)).logIn(as, password);
      try {
        await act(page);
        assert.deepEqual(await page.breaches(), []);
      } catch (error) {
        await page.shot('failed');
        throw error;
      } finally {
        await page.page.browserContext().close();
      }
    },
  };
}

/** Until fonts and lines stand still enough to be looked at. */
export async function settled(page) {
  await page.page.waitForFunction(() => !document.querySelector('[aria-busy=true]'), { polling: 100 });
  await page.page.evaluate(() => new Promise(resolve => setTimeout(resolve, 400)));
}

/** Held against WCAG in the light, and on a phone in the dark, where nothing may be wider than it. */
export async function fitForAll(page, name) {
  await settled(page);
  await page.shot(name);
  assert.deepEqual(await page.unfit(), []);
  await page.small();
  await settled(page);
  await page.shot(name + '-phone-dark');
  assert.deepEqual(await page.unfit(), []);
  assert.ok(await page.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'the page is wider than the phone');
}
