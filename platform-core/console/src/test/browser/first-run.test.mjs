// The first day: from the first log-in to the first live value, with a simulated plant and with a server of one's own.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fitForAll, settled, skip, withConsole } from './journey.mjs';

describe('first run', { skip }, () => {
  const site = withConsole();

  test('first start to first live value of the demo plant', async () => {
    site.fake.site.empty();
    await site.visit('', async page => {
      await page.words('First steps'); // nobody has asked for it: the site has no twin
      await page.see('g-start-person');
      await page.press('한국어', 'g-start-person');
      await page.words('시작하기');
      await page.shot('start-person-ko');
      await page.press('English', 'g-start-person');
      await page.shot('start-person');
      assert.deepEqual(await page.unfit(), []);
      await page.press('Next', 'g-start');
      await page.words('Packs that twins can be made of');
      await page.press('Next', 'g-start-pack .bar.end');
      await page.see('g-start-source .rows .button');
      await settled(page);
      await page.shot('start-source');
      assert.deepEqual(await page.unfit(), []);
      await page.press('Start and take', 'g-start-source');
      await page.words('demo plant answered');
      await page.words('These twins are made');
      await page.shot('start-demo');
      assert.deepEqual(await page.unfit(), []);
      assert.equal(site.fake.site.documents.size, 0, 'nothing is made before one has agreed');
      await page.press('Make', 'g-start-demo');
      await page.words('It lives');
      await page.see('g-trend canvas');
      await settled(page);
      await page.shot('start-live');
      await page.press('To the twin', 'g-start-live');
      await page.words('Wind turbine 1');
      await page.page.reload();
      await page.at('#/');
      await page.see('g-overview .figures'); // there is a twin now
    });
  });

  test('a machine of an own server becomes a twin: type and bindings are proposed', async () => {
    site.fake.site.empty();
    await site.visit('#/start/source', async page => {
      await page.press('New connection', 'g-start-source');
      await page.see('g-connection-editor input[name=connection]');
      await page.page.type('input[name=connection]', 'mill');
      await page.page.type('input[name=endpoint]', 'opc.tcp://127.0.0.1:4840');
      await page.press('Ask the server', 'g-endpoints');
      await page.press('Take this', 'g-endpoints');
      await page.press('Test', 'g-probe');
      await page.words('demo plant answered');
      await page.press('Check', 'g-connection-editor');
      await page.words('connection mill is started');
      await page.press('Save', 'g-connection-editor');
      await page.words('Which machine?');
      await page.click('g-browse button[aria-label="Below WindFarm"]');
      await page.press('WT02', 'g-browse');
      await page.words('points found');
      await page.shot('start-machine');
      await page.press('Check', 'g-start-machine form');
      await page.words('twin wt02 begins');
      await fitForAll(page, 'start-machine-checked');
      await page.press('Make', 'g-start-machine form');
      await page.words('It lives');
      const made = site.fake.site.documents.get('BINDING mill/wt02').content.bindings[0].points;
      assert.deepEqual(
        made.find(each => each.point === 'WTUR.W'),
        { point: 'WTUR.W', node: 'nsu=urn:gemello:demo-plant;s=WT02.WTUR.W', unit: 'kW', sourceUnit: 'W' },
      );
      assert.equal(site.fake.site.documents.get('TWIN wt02').content.type, 'energy/wind-turbine');
    });
  });
});
