import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inLines, textWidth } from '../../main/web/chart/names';

test('a long name takes two lines, and is cut only where they do not suffice', () => {
  assert.deepEqual(inLines('Damage of blade root', 200), ['Damage of blade root']);
  assert.deepEqual(inLines('Damage of blade root, edgewise', 110), ['Damage of blade', 'root, edgewise']);
  assert.deepEqual(inLines('Unaccountablylong', 60), ['Unaccoun…']);
  assert.deepEqual(inLines('Remaining life of the blade root edgewise', 110), ['Remaining life', 'of the blade ro…']);
});

test('Hangul is wider than Latin letters', () => {
  assert.ok(textWidth('블레이드') > textWidth('blad'));
});
