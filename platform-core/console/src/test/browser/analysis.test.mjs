// How good the alarm system was: figures against the standard, pictures, and the alarms behind each of them.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fitForAll, settled, skip, withConsole } from './journey.mjs';

describe('the analysis of alarms', { skip }, () => {
  const console = withConsole();
  const drawn = page => page.page.waitForFunction(() => [...document.querySelectorAll('g-picture')].filter(each => each.querySelector('canvas')).length === 5, { polling: 100 });
  const shown = page => page.page.$eval('.behind h2', heading => heading.textContent);

  test('every figure leads to its alarms, and the address keeps it', () =>
    console.visit('#/alarms', async page => {
      await page.press('Alarm analysis');
      await drawn(page);
      assert.ok(console.fake.requests.filter(each => each === 'GET /alarms/journal').length > 0);
      await page.click('[data-figure="analysis.chattering"]');
      await page.see('.behind');
      assert.equal(await shown(page), 'Chattering alarms (30)');
      await page.words('oil-level of wt-05');
      await page.click('[data-figure="analysis.putaside"]');
      await page.words('float is stuck');
      await page.click('[data-figure="analysis.floods"]');
      await page.words('storm-7 of wt-02');
      const flood = await shown(page);
      await page.page.reload();
      await page.see('.behind');
      assert.equal(await shown(page), flood);
      await page.click('g-alarm-analysis details summary');
      await fitForAll(page, 'alarm-analysis');
    }));

  test('a picture leads there too, in Korean, over a fortnight that takes several pages', () =>
    console.visit(
      '#/alarms/analysis?span=P30D',
      async page => {
        await drawn(page);
        await page.words('경보 홍수');
        await settled(page);
        const actors = (await page.page.$$('g-picture'))[1];
        await actors.scrollIntoView();
        const first = await actors.evaluate(element => {
          const [x, y] = element.chart.convertToPixel({ seriesIndex: 0 }, [0, 1]);
          const { left, top } = element.getBoundingClientRect();
          return [left + x, top + y];
        });
        await page.page.mouse.click(...first);
        await page.see('.behind');
        assert.match(await shown(page), /gearbox-temperature/);
        await page.shot('alarm-analysis-ko');
        await page.at('#/alarms/analysis?span=P1D&source=mast-1');
        await page.page.waitForFunction(() => document.querySelector('.targets b').textContent.trim().length < 5, { polling: 100 });
      },
      { language: 'ko' },
    ));
});
