// What is the same on every screen: the way to it, how many alarms wait, who one is; and what others change appears by itself.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { skip, withConsole } from './journey.mjs';

describe('places', { skip }, () => {
  const site = withConsole();

  test('alarms that wait are counted on every screen, and the place in the navigation is in sight on a phone', async () => {
    await site.visit('#/audit', async page => {
      await page.page.waitForFunction(() => /^6/.test(document.querySelector('nav .count')?.textContent.trim()), { polling: 100 });
      await page.see('nav .count .s-CRITICAL');
      await page.small();
      await page.page.waitForFunction(
        () => {
          const { left, right } = document.querySelector('nav a[aria-current]').getBoundingClientRect();
          return left >= 0 && right <= innerWidth;
        },
        { polling: 100 },
      );
    });
  });

  test('an address that leads nowhere says so, and so does a twin that is not there', async () => {
    await site.visit('#/nowhere/at/all', async page => {
      await page.words('Nothing is here');
      assert.deepEqual(await page.unfit(), []);
      await page.at('#/twins/nope');
      await page.words('there is no twin nope');
      await page.press('Twins', 'main');
      await page.see('.fleet-row');
    });
  });

  test('who chooses another password stays where they are; a wrong present one is said', async run => {
    run.after(() => (site.fake.password = 'turbine'));
    await site.visit('#/start', async page => {
      const choose = async (present, next) => {
        await page.page.$eval('input[name=present]', each => (each.value = ''));
        await page.page.$eval('input[name=next]', each => (each.value = ''));
        await page.page.type('input[name=present]', present);
        await page.page.type('input[name=next]', next);
        await page.press('Change', 'g-account');
      };
      await page.see('g-account');
      await choose('guessed', 'correct horse battery');
      await page.words('the present password is wrong');
      page.wrong = page.wrong.filter(each => !each.includes('403')); // the browser reports the refusal, which the page says
      await choose('turbine', 'correct horse battery');
      await page.words('Your password is changed');
      await page.press('Next', 'g-start');
      await page.words('Packs that twins can be made of');
    });
  });

  test('from a twin to its form, and the tree and the relations have at once what somebody else makes', async () => {
    await site.visit('#/twins/wt-01', async page => {
      await page.press('Change', '.twin-state');
      await page.see('g-twin-editor input[name=name]');
      await page.at('#/tree');
      await page.words('energy/met-mast');
      while (site.fake.turbine.listeners.size === 0) {
        await new Promise(resolve => setTimeout(resolve, 20));
      }
      const make = (id, part) => {
        const content = { id, type: 'energy/wind-farm', name: 'Farm ' + id, parts: { turbine: [part] } };
        site.fake.site.change({ send: () => {}, body: { edits: [{ kind: 'TWIN', name: id, content, expected: 'absent' }] } });
      };
      make('wf-02', 'mast-1');
      await page.words('Farm wf-02');
      await page.at('#/relations');
      await page.page.waitForFunction(() => document.querySelector('g-graph')?.twins.some(each => each.id === 'wf-02'), { polling: 100 });
      make('wf-03', 'wf-02');
      await page.page.waitForFunction(() => document.querySelector('g-graph').twins.some(each => each.id === 'wf-03'), { polling: 100 });
    });
  });
});
