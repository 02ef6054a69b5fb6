// What people do, in a real browser. Against the fake API; with GEMELLO_URL (and GEMELLO_USER, GEMELLO_PASSWORD) the same against a platform,
// there without what only the fake one has.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { settled, skip, withConsole } from './journey.mjs';

const real = process.env.GEMELLO_URL;
const [user, password] = real ? [process.env.GEMELLO_USER ?? 'admin', process.env.GEMELLO_PASSWORD] : ['olga', 'turbine'];
const twin = process.env.GEMELLO_TWIN ?? 'wt-01';

describe('console', { skip }, () => {
  const site = withConsole({ url: real, user, password });

  test('a wrong password is said, and a reload keeps the session', async () => {
    const page = await site.open('');
    await page.page.type('input[name=user]', user);
    await page.page.type('input[name=password]', 'wrong');
    await page.shot('login');
    assert.deepEqual(await page.unfit(), []);
    await page.click('g-login button');
    await page.see('.problem');
    await page.page.reload();
    await page.logIn(user, password);
    await page.page.reload();
    await page.see('g-overview .figures');
    await page.press('Log out');
    await page.see('g-login');
    assert.deepEqual(await page.breaches(), []);
    await page.page.browserContext().close();
  });

  for (const [name, hash, sight] of [
    ['overview', '#/', '.figures'],
    ['twins', '#/twins', '.fleet-row'],
    ['alarms', '#/alarms', 'g-alarms h1'],
    ['connections', '#/connections/plant', 'g-browse li'],
    ['packs', '#/packs', 'g-packs .panel'],
    ['jobs', '#/jobs', 'g-jobs td, g-jobs .quiet'],
    ['health', '#/health', 'g-health td'],
    ['users', '#/users', 'g-users td'],
    ['audit', '#/audit', 'g-audit td'],
    ['account', '#/account', 'g-account form'],
    ['twin', `#/twins/${twin}`, 'g-now td.live'],
    ['trends', `#/twins/${twin}/trends`, 'g-trend canvas'],
    ['commands', `#/twins/${twin}/commands`, 'g-commands form'],
    ['notes', `#/twins/${twin}/notes`, 'g-notes form'],
    ['raw', `#/twins/${twin}/raw`, 'g-raw pre'],
  ]) {
    test(`${name}: seen, by all, light and dark, in Korean, on a phone`, async () => {
      await site.visit(hash, async page => {
        await page.see(sight);
        await settled(page);
        await page.shot(name);
        assert.deepEqual(await page.unfit(), []);
        await page.press('한국어');
        await page.page.waitForFunction(() => document.documentElement.lang === 'ko');
        assert.match(await page.page.$eval('h1', each => each.textContent), name === 'overview' ? /개요/ : /./);
        await page.shot(name + '-ko');
        await page.small();
        await page.see(sight);
        await settled(page);
        await page.shot(name + '-phone-dark');
        assert.deepEqual(await page.unfit(), []);
        assert.ok(await page.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'the page is wider than the phone');
      });
    });
  }

  test('values live, with unit and age', async () => {
    await site.visit(`#/twins/${twin}`, async page => {
      await page.see('g-now td.live');
      const first = await page.page.$eval('g-now', each => each.textContent);
      await page.page.waitForFunction(before => document.querySelector('g-now').textContent !== before, { polling: 200 }, first);
      await page.words('kW');
    });
  });

  test('a command is refused with the reason, another is confirmed', async () => {
    await site.visit(`#/twins/${twin}/commands`, async page => {
      await page.see('g-commands form');
      const value = await page.page.$('g-commands input[name=limit]');
      await value.type('500');
      await page.press('Give the command', 'g-commands form');
      await page.press('Give the command', 'dialog');
      await page.see('g-commands .problem');
      await page.shot('command-refused');
      await value.evaluate(each => {
        each.value = '';
      });
      await value.type('3000');
      await new Promise(resolve => setTimeout(resolve, real ? 1200 : 0)); // the policy wants a second between two
      await page.press('Give the command', 'g-commands form');
      await page.see('dialog');
      await page.shot('command-question');
      await page.press('Give the command', 'dialog');
      await page.words('Confirmed');
      await page.page.waitForFunction(() => !document.querySelector('g-commands .problem'));
      await page.shot('command-confirmed');
    });
  });

  test('a trend is zoomed by dragging and comes back to live', async () => {
    await site.visit(`#/twins/${twin}/trends`, async page => {
      await page.see('g-trend .u-over');
      await settled(page);
      const canvas = await page.see('g-trend .u-over');
      const box = await canvas.boundingBox();
      await page.page.mouse.move(box.x + 200, box.y + 50);
      await page.page.mouse.down();
      await page.page.mouse.move(box.x + 400, box.y + 60, { steps: 5 });
      await page.page.mouse.up();
      await page.words('Back to live');
      await settled(page);
      await page.shot('trend-zoomed');
      await page.press('Back to live');
      await page.words('Live');
    });
  });

  test('the keyboard is enough', async () => {
    await site.visit('#/', async page => {
      await page.see('.figures');
      await page.page.keyboard.press('Tab');
      assert.match(await page.page.evaluate(() => document.activeElement.className), /skip/);
      await page.page.keyboard.press('Enter');
      assert.equal(await page.page.evaluate(() => document.activeElement.localName), 'main');
    });
  });

  describe('with the fake API alone', { skip: real ? 'a platform is asked' : false }, () => {
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
          await settled(page);
          await page.shot('view-' + id);
          assert.deepEqual(await page.unfit(), []);
          await page.small();
          await settled(page);
          await page.shot('view-' + id + '-phone-dark');
          assert.ok(await page.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'the page is wider than the phone');
          assert.deepEqual(await page.unfit(), []);
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
});
