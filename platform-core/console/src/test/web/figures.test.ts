import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseFigures } from '../../main/web/api/figures';

test('figures are read by name and labels; comments and what is none are let by', () => {
  const found = parseFigures('# TYPE a gauge\na 1\na_b{x="y",z="1 2"} 2.5e3\nnone\n\nc NaN\n');
  assert.deepEqual([...found], [
    ['a', 1],
    ['a_b{x="y",z="1 2"}', 2500],
    ['c', NaN],
  ]);
});
