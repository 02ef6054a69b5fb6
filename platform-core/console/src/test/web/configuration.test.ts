import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ConfigurationKey } from '../../main/web/api/site';
import { fieldsOf, hint, objection, valueOf } from '../../main/web/site/configuration-key';

const key = (more: Partial<ConfigurationKey>): ConfigurationKey => ({ key: 'k', type: 'NUMBER', title: { en: 'K' }, required: false, ...more });

test('what is out of range, no number or missing is said with what is let through', () => {
  const share = key({ low: 0, high: 100, unit: '%' });
  for (const text of ['', '0', '100', ' 12.5 ', '1e1']) {
    assert.equal(objection(share, text), '', text);
  }
  for (const text of ['-1', '100.1', 'many', '1,5', '1e', 'Infinity']) {
    assert.equal(objection(share, text), 'Write a number. 0 to 100 %', text);
  }
  assert.equal(objection(key({ required: true }), ' '), 'It must be there.');
  assert.equal(objection(key({ type: 'INTEGER', low: 1 }), '1.5'), 'Write a whole number. at least 1');
  assert.equal(objection(key({ type: 'NUMBERS' }), '1, 2.5,-3'), '');
  assert.notEqual(objection(key({ type: 'NUMBERS' }), '1,,2'), '');
  assert.equal(objection(key({ type: 'TEXT', low: 3 }), 'free'), '');
});

test('numbers are written as numbers, words as words, even such as look like numbers', () => {
  assert.equal(valueOf(key({}), '17'), 17);
  assert.equal(valueOf(key({ type: 'TEXT' }), '17'), '17');
  assert.equal(valueOf(key({ type: 'NUMBERS' }), '1, 2'), '1, 2');
});

test('a key of a role has a field for each part; the hint tells range and default', () => {
  const keys = [key({ key: 'wake', default: '0.04', unit: '1' }), key({ key: 'place', role: 'turbine', type: 'NUMBERS', unit: 'm' })];
  assert.deepEqual(fieldsOf(keys, () => ['wt-01', 'wt-02']).map(each => each.path), ['wake', 'wt-01', 'wt-02']);
  assert.equal(hint(keys[0] as ConfigurationKey), '0.04 where nothing is written');
  assert.equal(hint(keys[1] as ConfigurationKey), 'with commas between them');
});
