// What people do with a platform that has just been installed: GEMELLO_URL, GEMELLO_PASSWORD; GEMELLO_PACK is a new version of a pack that is there,
// GEMELLO_PACK_VERSION its number, GEMELLO_PACK_TITLE a title that only its views have. One goes on where the other has ended.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { settled, withConsole } from './journey.mjs';

const { GEMELLO_URL, GEMELLO_PASSWORD, GEMELLO_PACK, GEMELLO_PACK_VERSION, GEMELLO_PACK_TITLE } = process.env;

describe('a platform that was just installed', () => {
  const site = withConsole({ url: GEMELLO_URL, user: 'admin', password: GEMELLO_PASSWORD });

  test('first start to first live value', async () => {
    const began = Date.now();
    await site.visit('', async page => {
      await page.words('First steps');
      await page.press('Next', 'g-start');
      await page.words('Packs that twins can be made of');
      await page.press('Next', 'g-start-pack .bar.end');
      await page.press('Start and take', 'g-start-source');
      await page.words('These twins are made');
      await page.shot('start-demo');
      await page.press('Make', 'g-start-demo');
      await page.words('It lives');
      await page.see('g-trend canvas');
      await settled(page);
      await page.shot('start-live');
      assert.ok(Date.now() - began < 600_000, 'it took more than ten minutes');
    });
  });

  test('values are live', async () => {
    await site.visit('#/twins/wt-01', async page => {
      await page.see('g-now td.live');
      const first = await page.page.$eval('g-now', each => each.textContent);
      await page.page.waitForFunction(before => document.querySelector('g-now').textContent !== before, { polling: 200 }, first);
      await page.press('한국어');
      await page.page.waitForFunction(() => document.documentElement.lang === 'ko');
      await settled(page);
      await page.shot('twin-ko');
    });
  });

  test('a command is refused with the reason, another is read back', async () => {
    await site.visit('#/twins/wt-01/commands', async page => {
      await page.see('g-commands form');
      const give = async (parameter, value) => {
        const input = await page.page.$(`g-commands input[name=${parameter}]`);
        await input.type(value);
        await input.evaluate(each => each.form.requestSubmit());
        await page.press('Give the command', 'dialog');
      };
      await give('angle', '8'); // a step of at most 5 degrees is allowed
      await page.see('g-commands .problem');
      await page.shot('command-refused');
      await give('limit', '3000');
      await page.words('Confirmed');
      await page.shot('command-confirmed');
    });
  });

  test('a new version of the pack is swapped in while a chart of it is live', async () => {
    await site.visit('#/twins/wt-01/views/energy/turbine', async chart => {
      await chart.see('g-trend canvas');
      await chart.page.evaluate(() => {
        window.neverReloaded = true;
      });
      await site.visit('#/packs', async page => {
        await (await page.page.waitForSelector('g-packs input[type=file]')).uploadFile(GEMELLO_PACK);
        await page.press('Plan', 'g-packs');
        await page.words('Can be done');
        await settled(page);
        await page.shot('pack-plan');
        await page.press('Install', 'g-pack-plan .bar.end');
        await page.words(GEMELLO_PACK_VERSION);
        await page.shot('pack-under-way');
      });
      await chart.words(GEMELLO_PACK_TITLE);
      assert.equal(await chart.page.evaluate(() => window.neverReloaded), true);
      const before = await chart.page.evaluate(() => document.body.innerText);
      await chart.page.waitForFunction(was => document.body.innerText !== was, { polling: 200 }, before);
      await settled(chart);
      await chart.shot('chart-after-swap');
    });
  });
});
