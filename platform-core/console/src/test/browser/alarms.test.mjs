// What operators do about alarms: acknowledge, shelve, suppress, take out of service, return; and who may not.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fitForAll, settled, skip, withConsole } from './journey.mjs';

describe('alarms', { skip }, () => {
  const site = withConsole();
  const row = (page, text) =>
    page.page.waitForFunction(
      wanted => [...document.querySelectorAll('.alarm-row')].find(each => each.innerText.includes(wanted)),
      { polling: 100 },
      text,
    );
  const choose = async (page, text) => (await (await row(page, text)).$('input')).click();
  const says = (page, text, words) =>
    page.page.waitForFunction(
      (wanted, said) => [...document.querySelectorAll('.alarm-row')].find(each => each.innerText.includes(wanted))?.innerText.includes(said),
      { polling: 100 },
      text,
      words,
    );
  const gone = (page, text) =>
    page.page.waitForFunction(
      wanted => ![...document.querySelectorAll('.alarm-row')].some(each => each.innerText.includes(wanted)),
      { polling: 100 },
      text,
    );

  test('acknowledge an alarm that comes while one looks, and see it return', async () => {
    await site.visit('#/alarms', async page => {
      await row(page, 'gearbox oil 92');
      const lists = () => site.fake.requests.filter(each => each === 'GET /alarms').length;
      const before = lists();
      site.fake.alarms.change('wt-02', 'converter-trip', true, 'CRITICAL', 'converter tripped at 2104 kW');
      await says(page, 'converter-trip', 'Not acknowledged');
      await page.shot('alarm-comes');
      const alarm = await row(page, 'converter-trip');
      await (await alarm.$('button')).click();
      await says(page, 'converter-trip', 'by olga');
      await says(page, 'converter-trip', 'Acknowledged');
      assert.equal(site.fake.alarms.find('wt-02', 'converter-trip').state, 'ACKNOWLEDGED');
      site.fake.alarms.change('wt-02', 'converter-trip', false, 'CRITICAL', 'converter runs');
      await gone(page, 'converter-trip');
      assert.equal(lists(), before, 'the list is asked for again');
    });
  });

  test('several are shelved with time and reason, and return', async () => {
    await site.visit('#/alarms', async page => {
      await choose(page, 'gearbox oil 92');
      await choose(page, '9.1 % below');
      await page.words('2 chosen');
      await page.press('Shelve', '.tools');
      await page.see('dialog');
      await page.press('Shelve', 'dialog');
      assert.ok(await page.page.$('dialog input:invalid'), 'a shelf needs a reason');
      await page.page.select('dialog select', '240');
      await page.page.type('dialog input', 'inspection until noon');
      await page.shot('alarm-shelve');
      assert.deepEqual(await page.unfit(), []);
      await page.press('Shelve', 'dialog');
      await gone(page, 'gearbox oil 92');
      const { aside } = site.fake.alarms.find('wt-03', 'gearbox-temperature');
      assert.equal(Math.round((Date.parse(aside.until) - Date.parse(aside.time)) / 60_000), 240);
      await page.at('#/alarms?state=SHELVED');
      await says(page, 'gearbox oil 92', 'inspection until noon');
      await settled(page);
      await page.shot('alarm-shelved');
      await page.click('.tools input');
      await page.press('Restore', '.tools');
      await page.press('Restore', 'dialog');
      await page.words('No alarms');
    });
  });

  test('the twin page suppresses, takes out of service and returns', async () => {
    await site.visit('#/twins/wt-02/alarms', async page => {
      await choose(page, 'pitch offset');
      await page.press('Suppress', '.tools');
      await page.page.type('dialog input', 'start-up');
      await page.press('Suppress', 'dialog');
      await says(page, 'pitch offset', 'start-up');
      await says(page, 'pitch offset', 'Suppressed');
      await choose(page, 'pitch offset');
      await page.press('Restore', '.tools');
      await page.press('Restore', 'dialog');
      await says(page, 'pitch offset', 'Not acknowledged');
      await choose(page, 'pitch offset');
      await page.press('Take out of service', '.tools');
      await page.page.type('dialog input', 'actuator is exchanged');
      await page.press('Take out of service', 'dialog');
      await says(page, 'pitch offset', 'Out of service');
      await fitForAll(page, 'twin-alarms');
    });
  });

  test('the keyboard is enough', async () => {
    site.fake.alarms.change('wt-01', 'yaw-stuck', true, 'LOW', 'yaw does not follow');
    await site.visit('#/alarms?q=yaw-stuck', async page => {
      await row(page, 'yaw-stuck');
      await page.page.focus('.virtual');
      await page.page.keyboard.press('End');
      await page.page.keyboard.press('Space');
      await page.words('1 chosen');
      await page.page.keyboard.press('a');
      await says(page, 'yaw-stuck', 'by olga');
      await page.page.keyboard.press('s');
      await page.see('dialog');
      await page.page.keyboard.type('wind comes');
      await page.page.keyboard.press('Enter');
      await gone(page, 'yaw-stuck');
      assert.equal(site.fake.alarms.find('wt-01', 'yaw-stuck').aside.reason, 'wind comes');
    });
  });

  test('filters are in the address', async () => {
    await site.visit('#/alarms?severity=HIGH&state=ALL', async page => {
      await row(page, 'gearbox oil 92');
      await gone(page, 'yaw does not follow');
      await page.page.type('input[type=search]', 'disk');
      await gone(page, 'gearbox oil 92');
      await row(page, 'log.disk-low');
      assert.match(await page.page.evaluate(() => location.hash), /severity=HIGH/);
      assert.match(await page.page.evaluate(() => location.hash), /q=disk/);
    });
  });

  test('who may not is told so, by the console and by the platform', async () => {
    await site.visit(
      '#/alarms',
      async page => {
        await page.words('needs the role operator');
        await row(page, 'log.disk-low');
        assert.equal(await page.page.$('.alarm-row button, .alarm-row input'), null);
        await page.shot('alarms-viewer');
      },
      { as: 'vera' },
    );
    await site.visit('#/alarms', async page => {
      await row(page, 'log.disk-low');
      [...site.fake.sessions.values()].forEach(session => {
        session.lost = true; // a policy that came after the login
      });
      await (await (await row(page, 'log.disk-low')).$('button')).click();
      await page.words('lacks the role operator');
      assert.equal(site.fake.alarms.find('platform', 'log.disk-low').state, 'UNACKNOWLEDGED');
      page.wrong = page.wrong.filter(each => !/status of 403/.test(each));
    });
  });

  test('seen by all', async () => {
    await site.visit('#/alarms?state=ALL', async page => {
      await row(page, 'log.disk-low');
      await fitForAll(page, 'alarms-all');
    });
  });
});
