// All twins as a tree and as a graph: what is below what, what is wrong below, with the keyboard, and 100,000 of them.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fitForAll, settled, skip, withConsole } from './journey.mjs';

describe('assets', { skip }, () => {
  const site = withConsole();
  const line = (page, text) =>
    page.page.waitForFunction(
      wanted => [...document.querySelectorAll('.tree-row')].find(each => each.innerText.includes(wanted)),
      { polling: 100 },
      text,
    );
  const active = page =>
    page.page.$eval('.virtual', each => document.getElementById(each.getAttribute('aria-activedescendant'))?.querySelector('.tree-name').innerText);

  test('a farm unfolds by keyboard, and the worst alarm of its turbines is seen from above', async () => {
    await site.visit('#/tree', async page => {
      const farm = await line(page, 'North field');
      await page.page.waitForFunction(row => row.querySelector('.under .s-CRITICAL'), { polling: 100 }, farm);
      assert.equal(await farm.evaluate(each => each.getAttribute('aria-expanded')), 'false');
      await page.page.focus('.virtual');
      await page.page.keyboard.press('Home');
      await page.page.keyboard.press('ArrowRight');
      await line(page, 'Wind turbine 3');
      await page.page.keyboard.press('ArrowRight');
      assert.match(await active(page), /wt-01/);
      await page.page.keyboard.type('wind turbine 3');
      assert.match(await active(page), /wt-03/);
      assert.equal(await (await line(page, 'wt-03')).evaluate(each => each.getAttribute('aria-level') + each.getAttribute('aria-setsize')), '23');
      await page.page.keyboard.press('ArrowLeft');
      assert.match(await active(page), /wf-01/);
      await page.page.keyboard.press('End');
      assert.match(await active(page), /energy\/met-mast/); // the turbines are all in the farm
      await (await line(page, 'energy/met-mast')).$eval('.twist', each => each.click());
      await line(page, 'mast-1');
      site.fake.alarms.change('mast-1', 'heater', true, 'HIGH', 'heater draws 0 W');
      await page.page.waitForFunction(
        row => row.querySelector('.under .s-HIGH'),
        { polling: 100 },
        await line(page, 'energy/met-mast'),
      );
      await fitForAll(page, 'tree');
      await page.page.focus('.virtual');
      await page.page.keyboard.press('Home');
      await page.page.keyboard.press('Enter');
      await page.words('energy/wind-farm');
    });
  });

  test('a filter leaves what it finds and what is above it', async () => {
    await site.visit('#/tree?q=wt-02', async page => {
      await line(page, 'North field');
      await line(page, 'wt-02');
      await page.words('1 twins found');
      assert.equal(await page.page.$$eval('.tree-row', each => each.length), 2);
      await page.click('input[type=checkbox]');
      await page.page.waitForFunction(() => location.hash.includes('alarm=yes'), { polling: 100 });
      await page.page.$eval('input[type=search]', each => {
        each.value = '';
        each.dispatchEvent(new Event('input'));
      });
      await line(page, 'wt-03');
      await page.shot('tree-alarms');
    });
  });

  test('100,000 nodes: few of them in the page, the last is reached', async t => {
    site.fake.fleet = true;
    t.after(() => {
      site.fake.fleet = false;
    });
    await site.visit('#/tree', async page => {
      await (await line(page, 'energy/wind-turbine')).$eval('.twist', each => each.click());
      await line(page, 'n-5');
      await page.page.evaluate(async () => {
        const rows = () => document.querySelector('g-virtual').count;
        const box = document.querySelector('.virtual');
        while (rows() < 100_000) {
          box.scrollTop = box.scrollHeight;
          await new Promise(resolve => setTimeout(resolve, 5));
        }
      });
      await page.page.focus('.virtual');
      await page.page.keyboard.press('End');
      await line(page, 'n-99999');
      assert.match(await active(page), /n-99999/);
      assert.ok((await page.page.$$eval('.tree-row', each => each.length)) < 120, 'too many rows are in the page');
      await page.shot('tree-100000');
    });
  });

  test('relations of the site as a graph, the same as a list', async () => {
    await site.visit('#/relations', async page => {
      await page.see('.graph canvas');
      await page.press('As a list');
      await page.page.waitForFunction(() => document.querySelectorAll('g-relations tbody tr').length === 3, { polling: 100 });
      await fitForAll(page, 'relations');
      await page.press('Wind turbine 2', 'g-relations');
      await page.words('Mirror');
    });
  });

  test('relations of a twin: a node is opened by a click', async () => {
    await site.visit('#/twins/wt-02/relations', async page => {
      await page.see('.graph canvas');
      await settled(page);
      await page.shot('twin-relations');
      assert.deepEqual(await page.unfit(), []);
      const spot = await page.page.$eval('g-graph', each => {
        const { x, y } = each.core.getElementById('wf-01').renderedPosition();
        const box = each.querySelector('.graph').getBoundingClientRect();
        return { x: box.x + x, y: box.y + y };
      });
      await page.page.mouse.click(spot.x, spot.y);
      await page.page.waitForFunction(() => location.hash === '#/twins/wf-01/relations', { polling: 100 });
      await page.page.waitForFunction(() => document.querySelectorAll('g-relations tbody tr').length === 3, { polling: 100 });
    });
  });
});
