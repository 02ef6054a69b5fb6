// The wind farm in 3D, as the energy pack ships it: turbines in their places that turn, wakes, a table beside, a way to each twin.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { view } from './fake-api.mjs';
import { fitForAll, settled, skip, withConsole } from './journey.mjs';

const FILE = new URL('../../../../../plugins/energy/pack/src/main/pack/views/farm-3d.json', import.meta.url);
const TAB = '#/twins/wf-01/views/energy/farm-3d';

describe('the wind farm in 3D', { skip }, () => {
  const site = withConsole();
  const open = (act, options) => {
    site.fake.views = [...site.fake.views.filter(each => each.entry.id !== 'farm-3d'), view('farm-3d.json', readFileSync(FILE))];
    return site.visit(
      TAB,
      async page => {
        await page.page.waitForFunction(() => document.querySelector('g-scene tbody tr:nth-child(3) td.right')?.textContent.trim() > '0', { polling: 100 });
        await page.page.waitForFunction(() => Number(document.querySelector('.scene-picture')?.dataset.pictures) > 0, { polling: 100 });
        await act(page);
      },
      options,
    );
  };
  /** What a node of the scene has, of the first of its copies: the angle of a rotor, where it is on the page. */
  const rotor = page =>
    page.page.evaluate(() => document.querySelector('g-scene').bodies.all.find(body => body.node.spin).moving.rotation.z);
  const place = (page, id) =>
    page.page.evaluate(wanted => {
      const scene = document.querySelector('g-scene');
      const hub = scene.bodies.all.find(body => body.copy?.id === wanted && body.node.rotate);
      const at = scene.stage.place(hub.moving);
      const box = document.querySelector('.scene-picture').getBoundingClientRect();
      return { x: box.x + at.x, y: box.y + at.y };
    }, id);
  /** Where the first wake is turned to, and how opaque its rings are. */
  const wake = page =>
    page.page.evaluate(() => {
      const { moving, veil } = document.querySelector('g-scene').bodies.all.find(body => body.node.rings);
      return { turned: moving.rotation.y, opacities: [...veil.geometry.getAttribute('color').array].filter((_, index) => index % 80 === 3) };
    });
  /** How many pixels of two pictures of the canvas are of another colour, and how many of the second are not of its ground. */
  const compared = page =>
    page.page.evaluate(async () => {
      const canvas = document.querySelector('.scene-picture canvas');
      const pixels = async () => {
        const seen = Number(canvas.parentElement.dataset.pictures);
        while (Number(canvas.parentElement.dataset.pictures) <= seen) {
          await new Promise(requestAnimationFrame);
        }
        const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d');
        copy.drawImage(canvas, 0, 0);
        return copy.getImageData(0, 0, canvas.width, canvas.height).data;
      };
      const [before, after] = [await pixels(), await pixels()];
      const count = differs => Array.from({ length: before.length / 4 }, (_, index) => 4 * index).filter(differs).length;
      return {
        drawn: count(at => after[at + 3] > 0),
        moved: count(at => [0, 1, 2, 3].some(channel => Math.abs(before[at + channel] - after[at + channel]) > 8)),
      };
    });

  test('turbines stand in their places and turn, wakes lie behind them, and it is fit for all', () =>
    open(async page => {
      const before = await rotor(page);
      const { drawn, moved } = await compared(page);
      assert.ok(drawn > 5000, `${drawn} pixels are drawn`);
      assert.ok(moved > 20, `${moved} pixels have changed from one picture to the next`);
      assert.notEqual(await rotor(page), before);
      const [west, middle, east] = await Promise.all(['wt-01', 'wt-02', 'wt-03'].map(id => place(page, id)));
      assert.ok(west.x < middle.x && middle.x < east.x);
      const { turned, opacities } = await wake(page);
      assert.ok(Math.abs((turned * -180) / Math.PI - 262) < 30, 'the wind is of about 262 degrees');
      assert.equal(opacities.length, 5);
      assert.ok(opacities.every((each, index) => index === 0 || each <= opacities[index - 1]));
      await page.words('wt-02');
      await page.words('200 m');
      await fitForAll(page, 'farm-3d');
    }));

  test('from above and in Korean; a click on a turbine opens its twin, and so does the keyboard', () =>
    open(
      async page => {
        await page.press('위에서');
        await settled(page);
        await page.shot('farm-3d-above-ko');
        await page.page.focus('g-scene tbody tr:nth-child(2) a');
        await page.page.keyboard.press('Enter');
        await page.page.waitForFunction(() => location.hash.startsWith('#/twins/wt-02'), { polling: 100 });
        await page.at(TAB);
        await page.see('.scene-picture canvas');
        await page.page.waitForFunction(() => document.querySelectorAll('.scene-mark:not([hidden])').length >= 6, { polling: 100 });
        await settled(page);
        const hub = await place(page, 'wt-03');
        await page.page.mouse.click(hub.x, hub.y);
        await page.page.waitForFunction(() => location.hash.startsWith('#/twins/wt-03'), { polling: 100 });
      },
      { language: 'ko' },
    ));
});
