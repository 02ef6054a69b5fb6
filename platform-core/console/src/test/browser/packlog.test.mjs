// What a pack logs, as engineers read it, and what others bring into quarantine: both follow by themselves.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fitForAll, settled, skip, withConsole } from './journey.mjs';

describe('packs that are followed', { skip }, () => {
  const site = withConsole();
  const lines = page => page.page.$$eval('.log tbody tr', rows => rows.map(row => row.className + ' ' + row.querySelector('.message').textContent));
  const until = (page, count) => page.page.waitForFunction(wanted => document.querySelectorAll('.log tbody tr').length === wanted, { polling: 50 }, count);

  test('the log of a pack: the newest first, filters in the address, new lines come by themselves', () =>
    site.visit('#/packs', async page => {
      await page.press('Log', 'g-packs');
      await until(page, 4);
      assert.deepEqual((await lines(page)).map(line => line.split(' ')[0]), ['ERROR', 'INFO', 'WARN', 'INFO']);
      await page.press('What was thrown', '.log');
      await page.words('Index 64 out of bounds');
      await fitForAll(page, 'pack-log');
      await page.page.select('g-pack-log select', 'DEBUG');
      await until(page, 100);
      await page.press('More', 'g-pack-log');
      await until(page, 134);
      await page.page.type('g-pack-log input', 'ANEMOMETER');
      await until(page, 1);
      site.fake.packLog.add('WARN', '0.1.1', 'TurbineBehavior', 'the anemometer freezes', { twin: 'wt-01' });
      site.fake.packLog.add('INFO', '0.1.1', 'TurbineBehavior', 'not of this kind');
      await until(page, 2);
      assert.equal((await lines(page))[0], 'WARN the anemometer freezes');
      await page.page.reload();
      await until(page, 2);
      await page.press('wt-01', '.log');
      await page.see('g-twin');
    }));

  test('in Korean', () =>
    site.visit(
      '#/packs/energy/log?level=WARN',
      async page => {
        await page.words('경고 이상');
        await settled(page);
        await page.shot('pack-log-ko');
        assert.deepEqual(await page.unfit(), []);
      },
      { language: 'ko' },
    ));

  test('what somebody else discards from quarantine goes, without being asked for again and again', () =>
    site.visit('#/packs', async page => {
      const asked = () => site.fake.requests.filter(each => each === 'GET /staged-packs').length;
      await page.words('pack energy 0.2.0 is signed by gemello');
      await settled(page);
      const before = asked();
      site.fake.staged.length = 0;
      site.fake.turbine.tell('quarantine', { revision: 'empty' });
      await page.words('Nothing waits here');
      assert.equal(asked(), before + 1);
    }));
});
