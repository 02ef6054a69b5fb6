// What the files of journeys share: a console with its API, a browser, and pages that are held against all rules when they are left.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { browse, CHROMIUM } from './browser.mjs';
import { serve } from './server.mjs';

const real = process.env.GEMELLO_URL;
/** The platform that the journeys are made on, and who logs in there and looks at which twin; without `url` it is the fake API. */
export const platform = real
  ? { url: real, user: process.env.GEMELLO_USER ?? 'admin', password: process.env.GEMELLO_PASSWORD, twin: process.env.GEMELLO_TWIN ?? 'wt-01' }
  : { user: 'olga', password: 'turbine', twin: 'wt-01' };

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
    /** A page on which somebody has logged in. */
    async enter(hash, { as = user, ...options } = {}) {
      const page = await held.browser.open(hash, { ...options, cookies: await session(held.server.url, as, password) });
      await page.see('nav a');
      return page;
    },
    /** Does something on a page as this user; without console errors, breaches of the policy and requests to others. */
    async visit(hash, act, options) {
      const page = await this.enter(hash, options);
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

/** The cookie of a session, so that not every journey begins with the form of the login. */
async function session(url, user, password) {
  const response = await fetch(url + '/api/v1/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-requested-with': 'gemello-console' },
    body: JSON.stringify({ user, password }),
  });
  assert.equal(response.status, 201, `${user} cannot log in`);
  return response.headers.getSetCookie().map(line => {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
    return { name, value, domain: new URL(url).hostname, path: '/', httpOnly: true, sameSite: 'Strict' };
  });
}

/** Until nothing is awaited and the page has had as many elements for six frames: then it can be looked at. */
export async function settled(page) {
  await page.page.waitForFunction(
    () => {
      const seen = (window.seen ??= { count: 0, still: 0 });
      const count = document.querySelectorAll('*').length;
      seen.still = count === seen.count && !document.querySelector('[aria-busy=true]') ? seen.still + 1 : 0;
      seen.count = count;
      return seen.still > 6 && delete window.seen;
    },
    { polling: 'raf' },
  );
}

/** Held against WCAG by day and by night, and on a phone, where nothing may be wider than it. */
export async function fitForAll(page, name) {
  await settled(page);
  await page.shot(name);
  assert.deepEqual(await page.unfit(), []);
  await page.dark();
  assert.deepEqual(await page.unfit({ type: 'rule', values: ['color-contrast'] }), []);
  await page.small();
  await settled(page);
  await page.shot(name + '-phone-dark');
  assert.deepEqual(await page.unfit(), []);
  assert.ok(await page.narrow(), 'the page is wider than the phone');
}
