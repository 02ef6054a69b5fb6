// Scenes in 3D: drawn by software here, picked by mouse and keyboard, a list where there is no WebGL.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { view } from './fake-api.mjs';
import { fitForAll, settled, skip, withConsole } from './journey.mjs';

const TAB = '#/twins/wt-01/views/energy/scene';

describe('scenes', { skip }, () => {
  const site = withConsole();
  const pictures = page => page.page.$eval('.scene-picture', each => Number(each.dataset.pictures));
  const drawn = page => page.page.waitForFunction(() => Number(document.querySelector('.scene-picture')?.dataset.pictures) > 0, { polling: 100 });
  const still = page => page.page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  /** Where an element is on the page. */
  const place = (page, title) =>
    page.page.evaluate(wanted => {
      const scene = document.querySelector('g-scene');
      const at = scene.stage.place(scene.bodies.all.find(body => body.node.title?.en === wanted).moving);
      const box = document.querySelector('.scene-picture').getBoundingClientRect();
      return { x: box.x + at.x, y: box.y + at.y };
    }, title);
  const chosen = (page, title) =>
    page.page.waitForFunction(
      wanted => document.querySelector('.scene-elements [aria-pressed=true]')?.textContent.includes(wanted),
      { polling: 100 },
      title,
    );

  test('pick an element in 3D: by mouse through glass, by keyboard; its values and its trend', async () => {
    await site.visit(TAB, async page => {
      await drawn(page);
      await fitForAll(page, 'scene');
      await page.page.setViewport({ width: 1360, height: 900 });
      await settled(page);
      const gearbox = await place(page, 'Gearbox');
      await page.page.mouse.click(gearbox.x, gearbox.y);
      await chosen(page, 'Gearbox');
      await page.words('kW');
      await page.shot('scene-picked');
      assert.deepEqual(await page.unfit(), []);
      const hub = await place(page, 'Hub');
      await page.page.mouse.click(hub.x, hub.y);
      await chosen(page, 'Hub');
      await page.page.focus('.scene-elements li:nth-child(3) button');
      await page.page.keyboard.press('Enter');
      await chosen(page, 'Generator');
      await page.press('Trend', '.scene-elements');
      await page.see('g-trend canvas');
      assert.match(await page.page.evaluate(() => location.hash), /points=WGEN\.GnTmp/);
    });
  });

  test('turned by mouse and keys, and drawn only when something moves', async () => {
    await site.visit(TAB, async page => {
      await drawn(page);
      await page.page.evaluate(() => document.querySelector('.scene-picture').scrollIntoView());
      const before = await place(page, 'Generator');
      await page.page.focus('.scene-picture');
      await page.page.keyboard.press('ArrowLeft');
      await page.page.keyboard.press('+');
      const after = await place(page, 'Generator');
      assert.ok(Math.hypot(after.x - before.x, after.y - before.y) > 10);
      await page.page.keyboard.press('0');
      const box = await (await page.page.$('.scene-picture')).boundingBox();
      await page.page.mouse.move(box.x + 300, box.y + 200);
      await page.page.mouse.down();
      await page.page.mouse.move(box.x + 400, box.y + 220, { steps: 4 });
      await page.page.mouse.up();
      const turned = await place(page, 'Generator');
      assert.ok(Math.hypot(turned.x - before.x, turned.y - before.y) > 10);
      assert.equal(await page.page.$('[aria-pressed=true]'), null);
      await page.page.waitForFunction(
        seen => Number(document.querySelector('.scene-picture').dataset.pictures) > seen + 3,
        { polling: 100 },
        await pictures(page),
      );
      await still(page);
      site.fake.turbine.pause = true;
      await settled(page);
      const quiet = await pictures(page);
      await new Promise(resolve => setTimeout(resolve, 1000));
      assert.equal(await pictures(page), quiet);
      site.fake.turbine.pause = false;
    });
  });

  test('without WebGL it says so, and the list has all', async () => {
    await site.visit('#/twins/wt-01', async page => {
      await page.page.evaluate(() => (HTMLCanvasElement.prototype.getContext = () => null));
      await page.at(TAB);
      await page.words('This browser shows no 3D');
      await page.press('Generator', '.scene-elements');
      await page.words('°C');
      await page.shot('scene-without-webgl');
      assert.deepEqual(await page.unfit(), []);
    });
  });

  test('hostile views do nothing: names of all objects, scripts for addresses, scenes without end, bodies from elsewhere', async () => {
    const { views } = site.fake;
    const title = '{"en": "<img src=x onerror=window.hacked=1>", "ko": "x"}';
    const hostile = widgets => `{"view": 1, "twin": "energy/wind-turbine", "widgets": [${widgets}]}`;
    const deep = '{"children": ['.repeat(9) + '{}' + ']}'.repeat(9);
    const glb = JSON.stringify({ asset: { version: '2.0' }, scenes: [{ nodes: [0] }], nodes: [{}], buffers: [{ uri: 'http://example.com/x.bin' }] });
    site.fake.views = [
      view('proto.json', hostile(`{"type": "values", "title": ${title}, "__proto__": {"points": ["WTUR.W"]}}`)),
      view('depth.json', hostile('['.repeat(40_000) + ']'.repeat(40_000))),
      view('wide.json', hostile(`{"type": "text", "title": ${title}, "text": [${'0,'.repeat(200_000)}0]}`)),
      view('null.json', hostile('null')),
      view(
        'address.json',
        hostile(
          `{"type": "text", "title": ${title}, "text": {"en": "<a href='javascript:window.hacked=1'>x</a>", "ko": "x"}},
           {"type": "table", "title": ${title}, "table": "TEST.Hostile", "columns": [{"column": "a", "title": ${title}, "format": "twin"}]},
           {"type": "scene", "title": ${title}, "nodes": [${deep}]},
           {"type": "scene", "title": ${title}, "nodes": [{"shape": "sphere", "radius": 1e300}]},
           {"type": "scene", "title": ${title}, "nodes": [{"shape": "model", "file": "views/other.glb", "title": ${title}}]},
           {"type": "scene", "title": ${title}, "nodes": [{"shape": "model", "file": "http://example.com/x.glb"}]},
           {"type": "scene", "title": ${title}, "nodes": 7}`,
        ),
      ),
      view('other.glb', binary(glb)),
    ];
    site.fake.turbine.extend('wt-01', { 'TEST.Hostile': JSON.stringify([{ a: 'javascript:window.hacked=1' }]) });
    await site.visit('#/twins/wt-01/views/energy/address', async page => {
      await page.words('more than 1000 bodies or 7 levels');
      await page.words('glTF: needs extensions or other files');
      await page.words('the pack does not list it');
      await page.words('is no list');
      await page.shot('views-hostile');
      assert.deepEqual(await page.page.$$eval('.tabs a', all => all.map(each => each.textContent.trim()).filter(each => /proto|depth|wide/.test(each))), []);
      for (const link of await page.page.$$eval('main a', all => all.map(each => each.href))) {
        assert.match(link, /\/ui\/#\//);
      }
      assert.equal(await page.page.$('main img'), null);
      assert.equal(await page.page.evaluate(() => window.hacked ?? {}.points), undefined);
    });
    site.fake.views = views;
  });
});

/** A glTF binary file that has only a description. */
function binary(json) {
  const text = Buffer.from(json.padEnd(Math.ceil(json.length / 4) * 4));
  const head = Buffer.alloc(20);
  [0x46546c67, 2, 20 + text.length, text.length, 0x4e4f534a].forEach((each, index) => head.writeUInt32LE(each, 4 * index));
  return Buffer.concat([head, text]);
}
