// A real browser that watches itself: console errors, breaches of the content security policy, requests to other hosts, axe.
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
export const screenshots = process.env.GEMELLO_SCREENSHOTS ?? join(root, 'target/screenshots');
export const CHROMIUM = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  each => each && existsSync(each),
);
const FLAGS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-extensions',
  '--mute-audio',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--lang=en-US',
];
const DESK = { width: 1360, height: 900 };
const WAIT_MILLIS = Number(process.env.GEMELLO_WAIT ?? 60_000); // a machine that builds beside it is slow
process.env.PUPPETEER_TEST_EXPERIMENTAL_CHROME_FEATURES = 'true'; // a sandboxed frame has a process of its own, as in people's browsers

/** Starts a browser. */
export const launch = () => puppeteer.launch({ executablePath: CHROMIUM, headless: true, args: FLAGS });

/** A browser of one's own, or that of `src/build/journeys.mjs` for all files of journeys; `open` gives a page of nobody else at an address of the console. */
export async function browse(url) {
  mkdirSync(screenshots, { recursive: true });
  const shared = process.env.GEMELLO_BROWSER;
  const browser = shared ? await puppeteer.connect({ browserWSEndpoint: shared, defaultViewport: null }) : await launch();
  return {
    close: () => (shared ? browser.disconnect() : browser.close()),
    /** `cookies` are there before the page is. */
    open: async (hash = '', { cookies = [], ...options } = {}) => {
      const context = await browser.createBrowserContext();
      await context.setCookie(...cookies);
      return new Visit(await context.newPage(), url).go(hash, options);
    },
  };
}

/** One page, and what went wrong on it. */
export class Visit {
  constructor(page, url) {
    this.page = page;
    this.url = url;
    this.wrong = [];
  }

  async go(hash, { width = DESK.width, height = DESK.height, language = 'en' } = {}) {
    const { page } = this;
    page.setDefaultTimeout(WAIT_MILLIS);
    await page.setViewport({ width, height });
    page.on('console', message => {
      if (message.type() === 'error' && !/status of (401|404|409|412|422)/.test(message.text())) {
        // a browser reports every refusal, which the page says itself
        this.wrong.push('console: ' + message.text());
      }
    });
    page.on('pageerror', error => this.wrong.push('error: ' + error.message));
    page.on('request', request => {
      const host = request.url().split('/').slice(0, 3).join('/');
      if (host !== this.url && !/^(data|blob):/.test(request.url())) {
        this.wrong.push('external: ' + request.url());
      }
    });
    await page.evaluateOnNewDocument(chosen => {
      if (window !== top) {
        return; // a frame has no storage
      }
      localStorage.setItem('gemello.language', localStorage.getItem('gemello.language') ?? chosen);
      window.breaches = [];
      document.addEventListener('securitypolicyviolation', event =>
        window.breaches.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
      );
    }, language);
    await page.goto(this.url + '/ui/' + hash);
    return this;
  }

  async logIn(user, password) {
    await this.page.waitForSelector('input[name=user]');
    await this.page.type('input[name=user]', user);
    await this.page.type('input[name=password]', password);
    await this.page.click('g-login button');
    await this.see('nav a');
    return this;
  }

  async dark(dark = true) {
    await this.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }]);
  }

  /** From now on a phone in the dark. */
  async small() {
    await this.page.setViewport({ width: 390, height: 780 });
    await this.dark();
  }

  /** From now on a desk by day. */
  async large() {
    await this.page.setViewport(DESK);
    await this.dark(false);
  }

  /** Whether the page is as wide as what it is shown on. */
  narrow() {
    return this.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
  }

  see(selector) {
    return this.page.waitForSelector(selector, { visible: true });
  }

  /** Waits until the page has these words. */
  words(text) {
    return this.page.waitForFunction(wanted => document.body.innerText.includes(wanted), { polling: 100 }, text);
  }

  async click(selector) {
    await hit(await this.see(selector));
  }

  /** Clicks the button or link with these words. */
  async press(text, within = 'body') {
    const handle = await this.page.waitForFunction(
      (wanted, scope) =>
        [...(document.querySelector(scope)?.querySelectorAll('button, a, summary') ?? [])].find(
          each => each.textContent.trim().startsWith(wanted) && !each.disabled,
        ),
      { polling: 100 },
      text,
      within,
    );
    await hit(handle.asElement());
  }

  async at(hash) {
    await this.page.evaluate(to => {
      location.hash = to;
    }, hash);
  }

  async shot(name) {
    await this.page.screenshot({ path: join(screenshots, name + '.png') });
  }

  /** What is not as WCAG 2.2 AA has it, one line each. */
  async unfit(runOnly = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']) {
    if (!(await this.page.evaluate(() => 'axe' in window))) {
      await this.page.evaluate(axe); // by the debugger, which the page's policy does not bind
    }
    const { violations } = await this.page.evaluate(only => window.axe.run(document, { runOnly: only, resultTypes: ['violations'] }), runOnly);
    return violations.map(
      each =>
        `${each.id}: ${each.nodes
          .map(node => node.target.join(' ') + ' ' + (node.any[0]?.message ?? ''))
          .slice(0, 3)
          .join(' | ')}`,
    );
  }

  async breaches() {
    return [...this.wrong, ...(await this.page.evaluate(() => window.breaches)).map(each => 'policy: ' + each)];
  }
}

/** Clicks what stands still: while a page is built, it may move away between looking and clicking. */
async function hit(handle) {
  await handle.evaluate(
    each =>
      new Promise(resolve => {
        let before = '';
        const look = () => {
          const { x, y } = each.getBoundingClientRect();
          if (before === `${x} ${y}`) {
            resolve();
          } else {
            before = `${x} ${y}`;
            requestAnimationFrame(look);
          }
        };
        look();
      }),
  );
  await handle.click();
}
