// Commands that nobody gives alone: asked for, found by somebody else, approved or declined, taken back.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fitForAll, skip, withConsole } from './journey.mjs';

describe('approval of commands', { skip }, () => {
  const site = withConsole();

  async function ask(limit) {
    await site.visit('#/twins/wt-01/commands', async page => {
      await page.see('g-commands form');
      await page.page.type('g-commands input[name=limit]', String(limit));
      await page.press('Give the command', 'g-commands form');
      await page.press('Give the command', 'dialog');
      await page.see('g-approval');
      await page.words('Waits for approval');
      assert.doesNotMatch(await page.page.$eval('g-approval', each => each.textContent), /Approve/, 'who asks does not approve');
      await page.shot('approval-own');
    });
  }

  test('what one asks for somebody else finds on the overview, and approves', async () => {
    site.fake.commands.needsApproval = true;
    await ask(3000);
    await site.visit(
      '#/',
      async page => {
        await page.see('g-overview .figures');
        await page.words('Commands that wait for approval');
        await page.shot('approval-overview');
        await page.page.evaluate(() => document.querySelector('g-overview a[href$="/commands"]').click());
        await page.see('g-approval');
        await fitForAll(page, 'approval');
        await page.press('Approve', 'g-approval');
        await page.press('Approve', 'dialog');
        await page.page.waitForFunction(() => !document.querySelector('g-approval'), { polling: 100 });
        await page.words('approved by kim');
      },
      { as: 'kim' },
    );
    assert.equal(site.fake.commands.list[0].state, 'CONFIRMED');
  });

  test('it is taken back with a reason', async () => {
    site.fake.commands.needsApproval = true;
    await ask(2900);
    await site.visit('#/twins/wt-01/commands', async page => {
      await page.press('Take back', 'g-approval');
      await page.page.type('g-approval input[name=reason]', 'the wind has gone');
      await page.press('Decline', 'g-approval');
      await page.page.waitForFunction(() => !document.querySelector('g-approval'), { polling: 100 });
    });
    assert.match(site.fake.commands.list[0].reason, /declined by olga: the wind has gone/);
  });
});
