// Every screen, one after the other on one page: for all, by day and by night, in Korean, on a phone.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { fitForAll, platform, settled, skip, withConsole } from './journey.mjs';

const { url, twin } = platform;
const SCREENS = [
  ['overview', '#/', '.figures'],
  ['twins', '#/twins', '.fleet-row'],
  ['alarms', '#/alarms', 'g-alarms h1'],
  ['connections', '#/connections/plant', 'g-browse li'],
  ['site', '#/site', 'g-twin-finder li'],
  ['packs', '#/packs', 'g-packs .panel'],
  ['jobs', '#/jobs', 'g-jobs td, g-jobs .quiet'],
  ['health', '#/health', 'g-health td'],
  ['users', '#/users', 'g-users td'],
  ['policies', '#/policies', 'g-policies h1'],
  ['audit', '#/audit', 'g-audit td'],
  ['account', '#/account', 'g-account form'],
  ['twin', `#/twins/${twin}`, 'g-now td.live'],
  ['trends', `#/twins/${twin}/trends`, 'g-trend canvas'],
  ['commands', `#/twins/${twin}/commands`, 'g-commands form'],
  ['notes', `#/twins/${twin}/notes`, 'g-notes form'],
  ['raw', `#/twins/${twin}/raw`, 'g-raw pre'],
];
/** Of what only the fake API has. */
const FURTHER = [
  ['connection-editor', '#/site/connections/plant', 'g-connection-editor form'],
  ['binding-text', '#/site/text/plant%2Fwt-01', 'g-rest textarea'],
  ['start-source', '#/start/source', 'g-start-source .rows li'],
  ['start-pack', '#/start/pack', 'g-start-pack .panel'],
];

describe('screens', { skip }, () => {
  const site = withConsole(platform);
  let page;

  before(async () => {
    page = await site.enter('#/');
  });

  for (const [name, hash, sight] of [...SCREENS, ...(url ? [] : FURTHER)]) {
    test(name, async () => {
      await page.large();
      await page.at(hash);
      await page.see(sight);
      await page.press('한국어', 'header');
      await page.page.waitForFunction(() => document.documentElement.lang === 'ko');
      await settled(page);
      assert.match(await page.page.$eval('h1', each => each.textContent), name === 'overview' ? /개요/ : /./);
      await page.shot(name + '-ko');
      await page.page.setViewport({ width: 390, height: 780 });
      assert.ok(await page.narrow(), 'in Korean the page is wider than the phone');
      await page.large();
      await page.press('English', 'header');
      await fitForAll(page, name);
      assert.deepEqual(await page.breaches(), []);
    });
  }
});
