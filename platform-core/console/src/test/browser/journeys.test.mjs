// What people do, in a real browser. Against the fake API; with GEMELLO_URL (and GEMELLO_USER, GEMELLO_PASSWORD, GEMELLO_TWIN) the same against a
// platform, and so are the screens.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { platform, settled, skip, withConsole } from './journey.mjs';

const { url, user, password, twin } = platform;

describe('console', { skip }, () => {
  const site = withConsole(platform);

  test('a wrong password is said, and a reload keeps the session', async () => {
    const page = await site.open('');
    await page.page.type('input[name=user]', user);
    await page.page.type('input[name=password]', 'wrong');
    await page.shot('login');
    assert.deepEqual(await page.unfit(), []);
    await page.click('g-login button');
    await page.see('.problem');
    await page.page.reload();
    await page.logIn(user, password);
    await page.page.reload();
    await page.see('g-overview .figures');
    await page.press('Log out');
    await page.see('g-login');
    assert.deepEqual(await page.breaches(), []);
    await page.page.browserContext().close();
  });

  test('values live, with unit and age', async () => {
    await site.visit(`#/twins/${twin}`, async page => {
      await page.see('g-now td.live');
      const first = await page.page.$eval('g-now', each => each.textContent);
      await page.page.waitForFunction(before => document.querySelector('g-now').textContent !== before, { polling: 200 }, first);
      await page.words('kW');
    });
  });

  test('a command is refused with the reason, another is confirmed', async () => {
    await site.visit(`#/twins/${twin}/commands`, async page => {
      await page.see('g-commands form');
      const value = await page.page.$('g-commands input[name=limit]');
      await value.type('500');
      await page.press('Give the command', 'g-commands form');
      await page.press('Give the command', 'dialog');
      await page.see('g-commands .problem');
      await page.shot('command-refused');
      await value.evaluate(each => {
        each.value = '';
      });
      await value.type('3000');
      await new Promise(resolve => setTimeout(resolve, url ? 1200 : 0)); // the policy wants a second between two
      await page.press('Give the command', 'g-commands form');
      await page.see('dialog');
      await page.shot('command-question');
      await page.press('Give the command', 'dialog');
      await page.words('Confirmed');
      await page.page.waitForFunction(() => !document.querySelector('g-commands .problem'));
      await page.shot('command-confirmed');
    });
  });

  test('a trend is zoomed by dragging and comes back to live', async () => {
    await site.visit(`#/twins/${twin}/trends`, async page => {
      await page.see('g-trend .u-over');
      await settled(page);
      const canvas = await page.see('g-trend .u-over');
      const box = await canvas.boundingBox();
      await page.page.mouse.move(box.x + 200, box.y + 50);
      await page.page.mouse.down();
      await page.page.mouse.move(box.x + 400, box.y + 60, { steps: 5 });
      await page.page.mouse.up();
      await page.words('Back to live');
      await settled(page);
      await page.shot('trend-zoomed');
      await page.press('Back to live');
      await page.words('Live');
    });
  });

  test('the keyboard is enough', async () => {
    await site.visit('#/', async page => {
      await page.see('.figures');
      await page.page.keyboard.press('Tab');
      assert.match(await page.page.evaluate(() => document.activeElement.className), /skip/);
      await page.page.keyboard.press('Enter');
      assert.equal(await page.page.evaluate(() => document.activeElement.localName), 'main');
    });
  });
});
