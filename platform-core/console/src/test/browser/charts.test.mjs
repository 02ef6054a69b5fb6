// Pictures of statistics in the views of packs: they appear, change and go with their pack, while people look.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fitForAll, skip, withConsole } from './journey.mjs';
import { view } from './fake-api.mjs';

describe('charts of packs', { skip }, () => {
  const site = withConsole();

  test('scatter, rose, histogram and heat map come, change and go without reload', () =>
    site.visit('#/twins/wt-01', async page => {
      const known = site.fake.views.find(each => each.entry.id === 'statistics');
      const put = text => (site.fake.views = [...site.fake.views.filter(each => each.entry.id !== 'statistics'), ...(text ? [view('statistics.json', text, known.entry.title)] : [])]);
      const gone = () => page.page.waitForFunction(() => !document.querySelector('nav.tabs').textContent.includes('Statistics'), { polling: 100 });
      put(undefined);
      await page.page.reload();
      await page.words('WTUR.W');
      await gone();
      put(known.text);
      await page.press('Statistics', 'nav.tabs');
      await page.see('g-rose canvas');
      await page.see('g-heatmap canvas');
      await page.see('g-xy .curve .whisker');
      await page.page.waitForFunction(() => document.querySelectorAll('g-histogram .bar.s-MEDIUM').length > 0, { polling: 100 });
      /** Unfolds the table of a chart, also one that has just been made anew, and waits for its rows. */
      const rows = (chart, least) =>
        page.page.waitForFunction(
          (scope, wanted) => {
            const table = document.querySelector(scope + ' details');
            table?.setAttribute('open', '');
            return table?.querySelectorAll('tbody tr').length >= wanted;
          },
          { polling: 100 },
          chart,
          least,
        );
      await rows('g-rose', 12);
      await fitForAll(page, 'charts');
      await page.page.focus('g-xy summary');
      await page.page.keyboard.press('Enter');
      await page.page.waitForFunction(() => document.querySelectorAll('g-xy tbody tr').length > 100, { polling: 100 });
      const head = await page.page.$$eval('g-xy th[scope=col]', all => all.map(each => each.textContent));
      assert.match(head.join('|'), /m\/s.*kW/);
      const kinds = await page.page.$$eval('g-xy tbody th', all => [...new Set(all.map(each => each.textContent))]);
      assert.deepEqual(kinds, ['Now', 'Guaranteed', 'Bins of this time', 'Mean']);
      await rows('g-histogram', 5);
      put(String(known.text).replace('"sectors": 12', '"sectors": 16'));
      await rows('g-rose', 16);
      put(undefined);
      await page.words('no longer');
      put(known.text);
    }));
});
