// What those do who look after the platform: users, keys, the audit log, packs, certificates; and a site of 100,000 twins.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { platform, skip, withConsole } from './journey.mjs';

describe('administration', { skip }, () => {
  const site = withConsole();
  const { password } = platform;

  test('a second factor is asked for', async () => {
    const page = await site.open('');
    await page.page.type('input[name=user]', 'chris');
    await page.page.type('input[name=password]', password);
    await page.click('g-login button');
    await page.see('input[name=code]');
    await page.page.type('input[name=code]', '123456');
    await page.click('g-login button');
    await page.see('nav a');
    assert.deepEqual(await page.breaches(), []);
    await page.page.browserContext().close();
  });

  test('a user is added', async () => {
    await site.visit('#/users', async page => {
      await page.see('g-users td');
      await page.page.type('input[name=name]', 'tom');
      await page.page.type('input[name=password]', 'twelve letters');
      await page.press('Save');
      await page.words('tom');
      await page.page.waitForFunction(() => [...document.querySelectorAll('g-users tbody th')].some(each => each.textContent === 'tom'));
    });
  });

  test('a key is made and shown once; the audit log is verified', async () => {
    await site.visit('#/users', async page => {
      await page.see('g-keys form');
      await page.page.type('g-keys input[name=name]', 'historian');
      await page.press('Make a key');
      await page.words('gmk_abcd1234_secret');
      await page.at('#/audit');
      await page.press('Verify');
      await page.words('The log is whole: 4,711 lines');
      await page.shot('audit-verified');
    });
  });

  test('a proposal is accepted', async () => {
    await site.visit('#/twins/wt-01/proposals', async page => {
      await page.press('Accept', 'g-proposals');
      await page.press('Accept', 'dialog');
      await page.words('Applied');
    });
  });

  test('a pack is planned, what it asks for granted, and its swap begun', async () => {
    await site.visit('#/packs', async page => {
      await page.press('Plan', 'g-packs');
      await page.words('Obstacles');
      await page.shot('pack-plan');
      assert.deepEqual(await page.unfit(), []);
      await page.click('g-pack-plan input[type=checkbox]');
      await page.words('Can be done');
      await page.press('Install', 'g-pack-plan .bar.end');
      await page.words('Under way');
      await page.shot('pack-under-way');
    });
  });

  test('a certificate is trusted by its thumbprint', async () => {
    await site.visit('#/connections', async page => {
      await page.press('Trust', 'g-certificates');
      await page.words('0a1b 2c3d');
      await page.shot('certificate');
      await page.press('Trust', 'dialog');
      await page.page.waitForFunction(() => !document.querySelector('g-certificates .badge.warn'), { polling: 100 });
    });
  });

  test('100,000 twins: few rows in the page, the end can be reached', async () => {
    site.fake.fleet = true;
    await site.visit('#/twins', async page => {
      await page.see('.fleet-row');
      await page.page.evaluate(async () => {
        const list = document.querySelector('g-fleet');
        const box = document.querySelector('.virtual');
        for (let last = false; !last;) {
          last = list.done;
          await new Promise(resolve => setTimeout(resolve, 5));
          box.scrollTop = box.scrollHeight;
        }
      });
      await page.words('100,000 twins');
      await page.words('Node 99999');
      const rows = await page.page.$$eval('.fleet-row', each => each.length);
      assert.ok(rows < 120, `${rows} rows are in the page`);
      await page.shot('fleet-100000');
    });
    site.fake.fleet = false;
  });
});
