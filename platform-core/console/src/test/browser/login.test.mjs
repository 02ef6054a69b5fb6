// Back from a login by OpenID Connect that was refused.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { skip, withConsole } from './journey.mjs';

describe('log in', { skip }, () => {
  const site = withConsole();

  test('who comes back from the other login is told why, in the language of the page, once', async () => {
    const page = await site.open('#/?login=no_role');
    await page.see('.problem');
    assert.match(await page.page.$eval('.problem', each => each.textContent), /nobody has given you a role here/);
    await page.shot('login-refused');
    assert.deepEqual(await page.unfit(), []);
    assert.doesNotMatch(page.page.url(), /login=/);
    await page.logIn('olga', 'turbine');
    assert.deepEqual(await page.breaches(), []);
    await page.page.browserContext().close();
  });
});
