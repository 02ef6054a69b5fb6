// Views of packs and proposals: seen by all, changed while one looks, and harmless.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fitForAll, skip, withConsole } from './journey.mjs';

describe('views of packs', { skip }, () => {
  const site = withConsole();

  for (const [id, hash, sight] of [
    ['power', '#/twins/wt-01/views/energy/power', 'g-xy .curve'],
    ['life', '#/twins/wt-01/views/energy/life', '.mimic text'],
    ['farm', '#/twins/wf-01/views/energy/farm', 'g-map .part'],
    ['proposals', '#/twins/wt-01/proposals', '.proposal'],
  ]) {
    test(`view ${id}`, async () => {
      await site.visit(hash, async page => {
        await page.page.setViewport({ width: 1360, height: id === 'proposals' ? 1000 : 1500 });
        await page.see(sight);
        await fitForAll(page, 'view-' + id);
      });
    });
  }

  test('a changed view appears without reload, a hostile one runs nothing', async () => {
    await site.visit('#/twins/wt-01/views/energy/life', async page => {
      await page.see('.mimic text');
      const drawing = site.fake.views.find(view => view.entry.id === 'nacelle');
      const view = site.fake.views.find(each => each.entry.id === 'life');
      const before = { ...drawing, entry: { ...drawing.entry } };
      drawing.text = String(drawing.text).replace(
        '</svg>',
        '<script>window.hacked = 1</script><image href="https://example.com/x.png" onload="window.hacked = 1"/>' +
          '<rect style="fill:red" onclick="window.hacked = 1" width="9" height="9"/><a href="javascript:window.hacked=1"><text>NEW</text></a><text>NEWER</text></svg>',
      );
      drawing.entry.hash = 'd'.repeat(64);
      view.entry.hash = 'e'.repeat(64);
      await page.words('NEWER');
      assert.equal(await page.page.evaluate(() => window.hacked), undefined);
      assert.equal(await page.page.$('.mimic script, .mimic [onclick], .mimic [style], .mimic image[href]'), null);
      page.wrong = page.wrong.filter(each => !/inline (event handler|style)/.test(each)); // the browser tells what it has refused to the parser
      await page.page.evaluate(() => {
        window.breaches = [];
      });
      Object.assign(drawing, before);
    });
  });
});
