// The platform's own work: jobs that go on while one looks, and what it has of room and in its queues.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fitForAll, skip, withConsole } from './journey.mjs';

describe('the platform itself', { skip }, () => {
  const site = withConsole();

  test('a job comes, goes on and is cancelled, without asking again', async () => {
    await site.visit('#/jobs', async page => {
      await page.see('g-jobs td');
      await page.page.waitForFunction(() => document.querySelectorAll('g-jobs tbody tr').length === 2, { polling: 100 });
      while (site.fake.turbine.listeners.size === 0) {
        await new Promise(resolve => setTimeout(resolve, 20));
      }
      site.fake.running.change('j1', { message: 'reads samples', progress: 0.1 });
      await page.words('10 %');
      site.fake.running.change('j1', { progress: 0.42 });
      await page.words('42 %');
      await page.shot('job-runs');
      assert.deepEqual(await page.unfit(), []);
      await page.press('Cancel', 'g-jobs');
      await page.words('cancelled by olga');
      assert.equal(site.fake.requests.filter(each => each === 'GET /jobs').length, 1);
    });
  });

  test('health tells of disk, memory and queues', async () => {
    await site.visit('#/health', async page => {
      await page.words('Items on their way to the disk');
      const facts = await page.page.$eval('g-health dl', each => each.innerText.replace(/\s+/g, ' '));
      assert.match(facts, /Log on disk 5.1 MB .*Items on their way to the disk 88 .*Jobs that wait 2 .*Heap 55.0 MB of 256.0 MB/);
      await fitForAll(page, 'health-figures');
    });
  });
});
