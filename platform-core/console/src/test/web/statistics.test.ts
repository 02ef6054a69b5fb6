import assert from 'node:assert/strict';
import { test } from 'node:test';
import { histogram, methodOfBins, rose } from '../../main/web/widget/statistics';

test('a histogram counts between multiples of its width', () => {
  assert.deepEqual(histogram([-0.5, 0, 0.99, 1, 3.2], 1), [
    { low: -1, high: 0, count: 1 },
    { low: 0, high: 1, count: 2 },
    { low: 1, high: 2, count: 1 },
    { low: 2, high: 3, count: 0 },
    { low: 3, high: 4, count: 1 },
  ]);
  assert.deepEqual(histogram([], 1), []);
  assert.equal(histogram([0, 1e9], 1).length, 200);
  assert.equal(histogram([0.3], 0.1)[0]?.count, 1);
});

test('bins of half a metre per second are centred on its multiples, and need half an hour (IEC 61400-12-1, 9.2)', () => {
  const bins = methodOfBins(
    [
      [7.76, 1700],
      [8, 1800],
      [8.24, 1900],
      [8.25, 2000],
      [8.5, 2100],
    ],
    0.5,
  );
  assert.equal(bins.length, 1, 'two values at 8.5 m/s are too few');
  const [bin] = bins;
  assert.ok(bin && Math.abs(bin.x - 8) < 1e-9 && bin.y === 1800 && bin.count === 3);
  assert.deepEqual([bin.low, bin.high], [1700, 1900], 'standard deviation of 1700, 1800, 1900 is 100');
});

test('a rose has north in the middle of its first sector', () => {
  const shares = rose(
    [
      [350, 3],
      [10, 5],
      [46, 100],
      [180, 0],
    ],
    8,
    4,
    3,
  );
  assert.deepEqual(shares[0], [0.25, 0.25, 0]);
  assert.deepEqual(shares[1], [0, 0, 0.25]);
  assert.deepEqual(shares[4], [0.25, 0, 0]);
});
