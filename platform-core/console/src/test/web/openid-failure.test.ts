import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openIdFailure } from '../../main/web/api/openid-failure';

test('whoever comes back from the other login is told why in words that are known', () => {
  assert.equal(openIdFailure('#/?login=expired'), 'login.other-expired');
  assert.equal(openIdFailure('#/?login=no_role'), 'login.other-no-role');
  assert.equal(openIdFailure('#/?login=<b>call 555</b>'), 'login.other-refused', 'what a link says is not repeated');
});

test('nothing is said to whoever comes from elsewhere', () => {
  for (const hash of ['', '#/', '#/twins/wt-01?points=WTUR.W']) {
    assert.equal(openIdFailure(hash), undefined, hash);
  }
});
