// A second factor is set up, set up anew and taken away by whoever knows the password, and not by whoever finds an open session.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { skip, withConsole } from './journey.mjs';

describe('the second factor', { skip }, () => {
  const site = withConsole();
  const proof = async (page, { present, code }, act) => {
    await page.see('dialog[open] input[name=present]');
    await page.page.type('dialog input[name=present]', present);
    if (code) {
      await page.page.type('dialog input[name=code]', code);
    }
    await page.press(act, 'dialog');
  };

  test('is set up with the password, in Korean too', async () => {
    await site.visit('#/account', async page => {
      await page.press('한국어', 'header');
      await page.press('설정', 'g-account section');
      await page.see('dialog[open]');
      await page.shot('second-factor-ko');
      assert.deepEqual(await page.unfit(), []);
      await page.press('취소', 'dialog');
      await page.press('English', 'header');
      await page.press('Set up', 'g-account section');
      await proof(page, { present: 'guessed' }, 'Set up');
      await page.words('your password or code is wrong');
      page.wrong = page.wrong.filter(each => !each.includes('403')); // the browser reports the refusal, which the page says
      await page.press('Set up', 'g-account section');
      await proof(page, { present: 'turbine' }, 'Set up');
      await page.words('JBSWY3DPEHPK3PXP');
      await page.page.type('g-account input[name=code]', '123456');
      await page.press('Confirm', 'g-account');
      await page.see('g-login');
    });
  });

  test('is taken away with the password and a code', async () => {
    site.fake.factor = true;
    await site.visit('#/account', async page => {
      await page.press('Take the second factor away', 'g-account');
      await proof(page, { present: 'turbine', code: '000000' }, 'Take the second factor away');
      await page.words('your password or code is wrong');
      page.wrong = page.wrong.filter(each => !each.includes('403'));
      await page.shot('second-factor-active');
      assert.deepEqual(await page.unfit(), []);
      await page.press('Take the second factor away', 'g-account');
      await proof(page, { present: 'turbine', code: '123456' }, 'Take the second factor away');
      await page.see('g-login');
      assert.equal(site.fake.factor, false);
    });
  });
});
