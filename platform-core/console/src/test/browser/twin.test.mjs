// What is known of a twin beside its values: which version served it, what its pack is made of, how mature it is.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { OPERATIONS } from './fake-packs.mjs';
import { fitForAll, settled, skip, withConsole } from './journey.mjs';

describe('twin and its pack', { skip }, () => {
  const site = withConsole();

  test('versions that served it, also one that went back by itself', async t => {
    const before = site.fake.operations;
    site.fake.operations = OPERATIONS;
    t.after(() => {
      site.fake.operations = before;
    });
    await site.visit('#/twins/wt-02/versions', async page => {
      await page.see('g-versions tbody td');
      assert.deepEqual(await page.page.$$eval('g-versions tbody th', each => each.map(cell => cell.textContent.trim().split(/\s/)[0])), [
        '0.1.1',
        '0.2.0-rc',
        '0.1.1',
        '0.1.0',
      ]);
      await page.words('Went back by itself');
      await fitForAll(page, 'twin-versions');
    });
  });

  test('bill of materials with licences', async () => {
    await site.visit('#/packs', async page => {
      await page.press('Bill of materials', 'g-packs');
      await page.words('commons-math4-legacy-core');
      await page.words('not stated');
      await page.shot('bill');
      assert.deepEqual(await page.unfit(), []);
      await page.press('Close', 'dialog');
      await page.page.waitForFunction(() => !document.querySelector('dialog'));
    });
  });

  test('maturity on the page, in the table and in the tree', async () => {
    await site.visit('#/twins/wt-01', async page => {
      await page.page.waitForFunction(
        () => [...document.querySelectorAll('.maturity .reached')].map(each => each.textContent.trim().split(/\s/)[0]).join() ===
          'Mirror,Monitor,Simulate,Federate',
        { polling: 100 },
      );
      await page.at('#/twins/wf-01');
      await page.page.waitForFunction(() => document.querySelector('.maturity li:last-child.reached'), { polling: 100 });
      await page.at('#/twins');
      await page.see('g-maturity svg');
      await settled(page);
      const label = id =>
        page.page.$$eval('.fleet-row', (rows, wanted) => rows.find(row => row.innerText.includes(wanted)).querySelector('g-maturity svg')?.getAttribute('aria-label'), id);
      assert.match(await label('wf-01'), /Federate, Autonomous$/);
      await fitForAll(page, 'fleet-maturity');
      await page.at('#/tree');
      await page.see('.tree-row g-maturity svg');
    });
  });
});
