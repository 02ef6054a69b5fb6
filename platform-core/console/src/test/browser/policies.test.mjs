// Administrators say who may do more, or less, with some twins.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fitForAll, skip, withConsole } from './journey.mjs';

describe('policies', { skip }, () => {
  const site = withConsole();

  test('a policy is made, changed against another administrator, and removed', () =>
    site.visit('#/policies', async page => {
      await page.words('acme-sees-north');
      await page.press('New policy', 'g-policies');
      await page.see('g-policy-editor form');
      await page.page.type('input[name=id]', 'no-night-work');
      await page.click('g-policy-editor input[value=OPERATOR]');
      await page.page.type('input[name=twins]', 'wt-* !wt-03');
      await page.page.keyboard.press('Tab');
      await page.words('Means 2 of the twins');
      await fitForAll(page, 'policy-editor');
      await page.press('Save', 'g-policy-editor');
      await page.page.waitForFunction(() => document.querySelector('g-policies table')?.textContent.includes('no-night-work'), {
        polling: 100,
      });
      const { effect, subjects, actions, twins } = site.fake.policies.list.get('no-night-work');
      assert.deepEqual(
        { effect, subjects, actions, twins },
        { effect: 'DENY', subjects: { roles: ['OPERATOR'] }, actions: ['COMMAND'], twins: ['wt-*', '!wt-03'] },
      );

      await page.press('no-night-work', 'g-policies table');
      await page.page.waitForFunction(() => document.querySelector('input[name=twins]')?.value === 'wt-* !wt-03', { polling: 100 });
      await page.page.type('input[name=commands]', 'set-*');
      site.fake.policies.put('no-night-work', { effect, subjects, actions: ['COMMAND', 'DECIDE'], twins });
      await page.press('Save', 'g-policy-editor');
      await page.see('g-conflict');
      await page.press('Go on', 'g-conflict');
      await page.press('Save', 'g-policy-editor');
      await page.page.waitForFunction(() => !document.querySelector('g-policy-editor'), { polling: 100 });
      assert.deepEqual(site.fake.policies.list.get('no-night-work').actions, ['COMMAND', 'DECIDE']);
      assert.deepEqual(site.fake.policies.list.get('no-night-work').commands, ['set-*']);

      await page.press('no-night-work', 'g-policies table');
      await page.press('Remove', 'g-policy-editor');
      await page.press('Remove', 'dialog');
      await page.page.waitForFunction(() => !document.querySelector('g-policies table')?.textContent.includes('no-night-work'), {
        polling: 100,
      });
      assert.deepEqual([...site.fake.policies.list.keys()], ['acme-sees-north']);
    }));
});
