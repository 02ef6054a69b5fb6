// What engineers do: make and change twins and connections, try a connection before it is saved, drag a node on a point.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fitForAll, skip, withConsole } from './journey.mjs';

describe('setting up', { skip }, () => {
  const site = withConsole();
  const type = async (page, selector, text) => {
    const field = await page.see(selector);
    await field.evaluate(each => {
      each.value = '';
      each.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await field.type(text);
    await page.page.keyboard.press('Tab');
  };
  const document = (kind, name) => site.fake.site.documents.get(kind + ' ' + name)?.content;

  for (const [name, hash, sight] of [
    ['twin-editor', '#/site/twins/wf-01', '.chips li'],
    ['tag-browser', '#/site/bindings/plant/wt-01', 'g-browse li'],
  ]) {
    test(`${name}: for all`, () =>
      site.visit(hash, async page => {
        await page.see(sight);
        await page.press('한국어');
        await page.shot(name + '-ko');
        await page.press('English');
        await fitForAll(page, name);
      }));
  }

  test('a twin is made: what is wrong stands at its field, what will happen is said before', () =>
    site.visit('#/site', async page => {
      await page.press('New twin', 'g-site');
      await page.page.waitForSelector('g-twin-editor option[value="energy/wind-turbine"]');
      await page.page.select('select[name=type]', 'energy/wind-turbine');
      await type(page, 'input[name=id]', 'wt-04');
      await type(page, 'input[name=name]', 'Wind turbine 4');
      await page.words('100 to 100000 Hz · 2560 Hz where nothing is written');
      await type(page, 'input[name=vibrationRate]', 'fast');
      await page.words('Write a whole number. 100 to 100000 Hz');
      await page.press('Check', 'g-twin-editor');
      await page.shot('twin-field-wrong');
      assert.deepEqual(await page.unfit(), []);
      assert.ok(!site.fake.requests.includes('POST /site/changes'), 'what is known to be wrong is not sent');
      await type(page, 'input[name=vibrationRate]', '2565');
      await page.press('Check', 'g-twin-editor');
      await page.words("'vibrationRate' of wt-04 is no multiple of 10"); // only the platform knows
      await page.shot('twin-wrong');
      assert.equal(document('TWIN', 'wt-04'), undefined);
      await type(page, 'input[name=vibrationRate]', '2560');
      await page.page.select('select[name=design]', 'offshore');
      await page.press('Other keys', 'g-configuration');
      await type(page, 'input[name=new-key]', 'bladePitch');
      await page.press('Add', 'g-configuration');
      await type(page, '.pair .grow input', '1.5');
      await page.press('Check', 'g-twin-editor');
      await page.words('twin wt-04 begins');
      await page.shot('twin-effects');
      assert.deepEqual(await page.unfit(), []);
      assert.equal(document('TWIN', 'wt-04'), undefined, 'a check writes nothing');
      await page.press('Save', 'g-twin-editor');
      await page.words('Change wt-04');
      assert.deepEqual(document('TWIN', 'wt-04'), {
        id: 'wt-04',
        type: 'energy/wind-turbine',
        name: 'Wind turbine 4',
        configuration: { vibrationRate: 2560, design: 'offshore', bladePitch: 1.5 },
      });
    }));

  test('a twin is composed of others, and of fewer', () =>
    site.visit('#/site/twins/wf-01', async page => {
      await page.see('g-part-picker:nth-of-type(2) input'); // the types are known: from here on nothing moves any more
      await page.press('✕', '.chips');
      await page.page.waitForFunction(() => document.querySelectorAll('.chips li').length === 2);
      const field = await page.see('g-part-picker:nth-of-type(2) input');
      await field.type('mast');
      await page.press('Add', 'g-part-picker:nth-of-type(2)');
      assert.equal(await page.page.$('input[name=wt-01]'), null, 'the place of a turbine goes with it');
      await type(page, 'input[name=wt-02]', '630, 120');
      await page.press('Check', 'g-twin-editor');
      await page.words('twin wf-01 begins anew');
      await page.press('Save', 'g-twin-editor');
      await page.words('Saved');
      assert.deepEqual(document('TWIN', 'wf-01').parts, { turbine: ['wt-02', 'wt-03'], mast: ['mast-1'] });
      assert.deepEqual(document('TWIN', 'wf-01').configuration, { 'wt-02': '630, 120', 'wt-03': '1260, 0' });
    }));

  test('who comes second sees both versions and loses nothing', () =>
    site.visit('#/site/twins/wt-02', async page => {
      await type(page, 'input[name=name]', 'Mine');
      site.fake.site.put('TWIN', 'wt-02', {
        id: 'wt-02',
        type: 'energy/wind-turbine',
        name: 'Theirs',
        configuration: { vibrationRate: 1280 },
      });
      await page.press('Check', 'g-twin-editor');
      await page.see('g-conflict');
      await page.words('Theirs');
      await page.words('both changed it');
      await page.shot('conflict');
      assert.deepEqual(await page.unfit(), []);
      await page.press('Go on', 'g-conflict');
      assert.equal(await page.page.$eval('input[name=name]', each => each.value), 'Mine');
      await page.press('Check', 'g-twin-editor');
      await page.press('Save', 'g-twin-editor');
      await page.words('Saved');
      assert.deepEqual(document('TWIN', 'wt-02'), {
        id: 'wt-02',
        type: 'energy/wind-turbine',
        name: 'Mine',
        configuration: { vibrationRate: 1280 },
      });
    }));

  test('a twin is removed with its bindings, after a question that says what happens; bindings can be written as text', () =>
    site.visit('#/site/text/plant%2Fwt-01', async page => {
      await page.page.waitForFunction(() => document.querySelector('g-rest textarea')?.value.includes('sourceUnit: W'), { polling: 100 });
      await page.at('#/site');
      await page.see('g-twin-finder li');
      await page.shot('site');
      assert.deepEqual(await page.unfit(), []);
      await page.at('#/site/twins/wt-01');
      await page.page.waitForSelector('g-twin-editor option[value="energy/wind-turbine"]');
      await page.see('g-twin-editor .pair'); // from here on nothing moves any more
      await page.press('Remove', 'g-twin-editor .bar.end');
      await page.words('twin wt-01 goes');
      await page.shot('twin-remove');
      await page.press('Cancel', 'dialog');
      assert.ok(document('TWIN', 'wt-01'));
    }));

  test('a connection is tried before it is saved; a certificate is trusted in the same place', () =>
    site.visit('#/site/connections', async page => {
      site.fake.site.trusted = false;
      await type(page, 'input[name=connection]', 'plant-2');
      await type(page, 'input[name=endpoint]', 'opc.tcp://127.0.0.1:4899');
      await page.press('Test', 'g-probe');
      await page.words('Connection refused');
      await type(page, 'input[name=endpoint]', 'opc.tcp://127.0.0.1:4840/plant');
      await page.press('Test', 'g-probe');
      await page.words('Bad_CertificateUntrusted');
      await page.shot('probe-untrusted');
      assert.deepEqual(await page.unfit(), []);
      await page.press('Trust', 'g-certificates');
      await page.press('Trust', 'dialog');
      site.fake.site.trusted = true;
      await page.press('Test', 'g-probe');
      await page.page.waitForFunction(() => document.querySelector('g-probe .badge.good'), { polling: 100 });
      await page.shot('probe-reached');
      await page.press('Check', 'g-connection-editor');
      await page.words('connection plant-2 is started');
      await page.press('Save', 'g-connection-editor');
      await page.words('Change plant-2');
      assert.deepEqual(document('CONNECTION', 'plant-2'), {
        connection: 'plant-2',
        kind: 'opcua',
        endpoint: 'opc.tcp://127.0.0.1:4840/plant',
        security: { policy: 'best' },
      });
      site.fake.site.documents.delete('CONNECTION plant-2');
    }));

  test('a server tells its endpoints; keys without a field are written as text', () =>
    site.visit('#/site/connections/plant', async page => {
      await page.press('Ask the server', 'g-endpoints');
      await page.press('Take this', 'g-endpoints');
      const text = await page.see('g-rest textarea');
      await text.evaluate(each => {
        each.value = 'queueSize: [1';
        each.dispatchEvent(new Event('change'));
      });
      await page.see('g-rest .field-error');
      await page.shot('rest-wrong');
      assert.deepEqual(await page.unfit(), []);
      await text.evaluate(each => {
        each.value = '{"queueSize": 200, "hostname": "server"}';
        each.dispatchEvent(new Event('change'));
      });
      await page.press('Check', 'g-connection-editor');
      await page.words('connection plant is restarted');
      await page.press('Save', 'g-connection-editor');
      await page.words('Saved');
      assert.deepEqual(document('CONNECTION', 'plant'), {
        queueSize: 200,
        hostname: 'server',
        connection: 'plant',
        kind: 'opcua',
        endpoint: 'opc.tcp://127.0.0.1:4840/plant',
        security: { policy: 'none' },
      });
    }));

  test('a node is dragged on a point, another bound by keys; they are tried and saved as one change', () =>
    site.visit('#/site/bindings/plant/wt-01', async page => {
      await page.click('g-browse button[aria-label="Below WindFarm"]');
      await page.click('g-browse button[aria-label="Below WT01"]');
      const node = await page.page.waitForFunction(
        () => [...document.querySelectorAll('button.node.variable')].find(each => each.textContent.trim() === 'WNAC.WdSpd'),
        { polling: 100 },
      );
      await (await page.see('tr[data-point="WNAC.WdSpd"]')).drop(node.asElement());
      await page.words('Not saved: 1');
      await page.press('More', 'g-browse'); // the sixth node is on the next page
      const speed = await page.page.waitForFunction(
        () => [...document.querySelectorAll('button.node.variable')].find(each => each.textContent.trim() === 'WROT.RotSpd'),
        { polling: 100 },
      );
      await speed.asElement().focus();
      await page.page.keyboard.press('Enter');
      await page.page.waitForFunction(() => document.querySelector('.bind-bar select')?.value === 'WROT.RotSpd', { polling: 100 });
      await page.page.focus('.bind-bar button');
      await page.page.keyboard.press('Enter');
      await page.words('Not saved: 2');
      await page.click('tr[data-point="WTUR.W"] button');
      await page.words('Not saved: 3');
      await page.press('Test', 'g-unsaved');
      await page.words('demo plant answered');
      await page.page.waitForFunction(() => document.querySelectorAll('g-point-table .live').length === 2, { polling: 100 });
      await page.shot('bindings-tried');
      assert.deepEqual(await page.unfit(), []);
      await page.press('Check', 'g-unsaved');
      await page.words('connection plant is restarted');
      await page.press('Save', 'g-unsaved');
      await page.words('Not saved: 0');
      assert.deepEqual(document('BINDING', 'plant/wt-01').bindings, [
        {
          points: [
            { point: 'WNAC.WdSpd', node: 'nsu=urn:gemello:demo-plant;s=WT01.WNAC.WdSpd', unit: 'm/s' },
            { point: 'WROT.RotSpd', node: 'nsu=urn:gemello:demo-plant;s=WT01.WROT.RotSpd', unit: '/min', scale: 60 / (2 * Math.PI) },
          ],
        },
      ]);
    }));

  test('what lies below a node is bound by its names; bindings that came in between are kept', () =>
    site.visit('#/site/bindings/plant/wt-03', async page => {
      await page.click('g-browse button[aria-label="Below WindFarm"]');
      const turbine = await page.page.waitForFunction(
        () => [...document.querySelectorAll('button.node')].find(each => each.textContent.trim() === 'WT03'),
        { polling: 100 },
      );
      await turbine.asElement().click();
      await page.press('Bind what has the same name', '.bind-bar');
      await page.words('points found by their names');
      site.fake.site.put('BINDING', 'plant/wt-03', {
        connection: 'plant',
        twin: 'wt-03',
        bindings: [{ points: [{ point: 'WNAC.NacDir', node: 'i=1', unit: 'deg' }] }],
      });
      await page.press('Check', 'g-unsaved');
      await page.words('Somebody else has saved bindings');
      await page.shot('bindings-conflict');
      await page.press('Check', 'g-unsaved');
      await page.press('Save', 'g-unsaved');
      await page.words('Not saved: 0');
      const points = document('BINDING', 'plant/wt-03').bindings.flatMap(block => block.points);
      assert.equal(points[0].point, 'WNAC.NacDir');
      assert.deepEqual(
        points.find(each => each.point === 'WTUR.SetW'),
        { point: 'WTUR.SetW', node: 'nsu=urn:gemello:demo-plant;s=WT03.WTUR.SetW', unit: 'kW', sourceUnit: 'W', write: true },
      );
    }));
});
