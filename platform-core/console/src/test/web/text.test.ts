import assert from 'node:assert/strict';
import { test } from 'node:test';
import { en } from '../../main/web/text/en';
import { ko } from '../../main/web/text/ko';
import { language, named, t, words } from '../../main/web/text/text';

test('both languages have the same keys, none empty, with the same holes', () => {
  assert.deepEqual(Object.keys(ko).sort(), Object.keys(en).sort());
  const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(hole => hole[0]).sort();
  for (const key of Object.keys(en) as (keyof typeof en)[]) {
    assert.notEqual(en[key].trim() && ko[key].trim(), '', key);
    assert.deepEqual(holes(ko[key]), holes(en[key]), key);
  }
});

test('Korean is Korean', () => {
  const latin = Object.entries(ko)
    .filter(([, text]) => !/[\uac00-\ud7a3]/.test(text))
    .map(([key]) => key);
  assert.deepEqual(latin, ['tab.raw', 'commands.question', 'commands.limits']);
});

test('a text follows the language, and values are put in', () => {
  language.value = 'ko';
  assert.equal(t('fleet.count', { n: 3 }), '트윈 3개');
  assert.equal(words({ en: 'Power', ko: '출력' }), '출력');
  language.value = 'en';
  assert.equal(t('fleet.count', { n: 3 }), '3 twins');
  assert.equal(words({ de: 'Leistung' }), 'Leistung');
  assert.equal(named('status', 'RUNNING'), 'Running');
  assert.equal(named('status', 'NEW_ONE'), 'NEW_ONE');
});
