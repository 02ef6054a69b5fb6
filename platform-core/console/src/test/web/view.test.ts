import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axis, path, place, ticks } from '../../main/web/chart/axes';
import { Line } from '../../main/web/chart/line';
import { linkTo, parseRoute } from '../../main/web/base/router';
import { holds, steps } from '../../main/web/widget/binding';
import { numberIn, tableAt, textIn } from '../../main/web/widget/table';

test('both forms of a table are the same, at any depth', () => {
  const rows = [
    { speed: 5, power: 403.1 },
    { speed: 5.5, power: null },
  ];
  assert.deepEqual(tableAt(rows, undefined), rows);
  assert.deepEqual(tableAt({ a: { bins: { speed: [5, 5.5], power: [403.1, null] } } }, 'a.bins'), rows);
});

test('what is no table is said', () => {
  for (const [document, at, words] of [
    [{}, 'bins', 'nothing at bins'],
    [[1, 2], undefined, 'no table'],
    [{ a: [1], b: [1, 2] }, undefined, 'equal length'],
    [{ a: 1 }, undefined, 'equal length'],
    ['text', undefined, 'equal length'],
    [{}, 'constructor.name', 'nothing at'],
  ] as const) {
    assert.throws(() => tableAt(document, at), new RegExp(words));
  }
});

test('cells', () => {
  assert.equal(numberIn({ a: 'x' }, 'a'), undefined);
  assert.equal(numberIn({ a: 2 }, 'a'), 2);
  assert.equal(textIn({ a: { en: 'Tower', ko: '타워' } }, 'a'), 'Tower');
  assert.equal(textIn({ a: null }, 'a'), '');
});

test('when something is shown', () => {
  assert.ok(holds(2, '1,2') && holds(6, '>5') && holds(3, '<=3') && holds(true, 'true') && holds('on', 'off,on'));
  assert.ok(!holds(3, '1,2') && !holds(5, '>5') && !holds(undefined, '1') && !holds('x', '>5') && !holds(false, 'true'));
});

test('steps of a fill', () => {
  assert.deepEqual(steps('80:MEDIUM 95:HIGH nonsense', false), [
    { value: 80, severity: 'MEDIUM', below: false },
    { value: 95, severity: 'HIGH', below: false },
  ]);
});

test('an axis has round numbers, from zero where zero is near', () => {
  const power = axis([300, 5000], 200, 0);
  assert.equal(power.low, 0);
  assert.deepEqual(ticks(power, 5), [0, 2000, 4000]);
  assert.equal(place(power, 0), 200);
  const small = axis([20.1, 20.4], 0, 100);
  assert.ok(small.low > 20 && ticks(small, 5).length >= 3);
  assert.deepEqual(ticks(axis([0.03, 4], 100, 0, true), 5), [0.01, 0.1, 1, 10]);
  assert.ok(ticks(axis([], 0, 1), 5).length > 1 && ticks(axis([7, 7], 0, 1), 5).length > 1);
});

test('a hole interrupts a path', () => {
  assert.equal(path([[0, 1], [2, 3], undefined, [4, 5]]), 'M0.0 1.0L2.0 3.0M4.0 5.0');
});

const sample = (second: number, value: number | undefined, code = 0) => ({
  point: 't/P',
  unit: 'kW',
  value,
  quality: { code, symbol: '' },
  sourceTime: new Date(second * 1000).toISOString(),
  receivedTime: '',
  offset: 0,
});

test('a gap, a bad value and no value interrupt a line; what comes late is left to the history', () => {
  const line = new Line({ twin: 't', point: 'P', title: '', unit: 'kW', role: 'measured' });
  line.fill({
    point: 't/P',
    from: '',
    to: '',
    total: 4,
    downsampled: false,
    samples: [sample(1, 10), sample(5, 20), sample(6, 99, 0x80000000), sample(7, undefined)],
    gaps: [{ point: 't/P', from: new Date(2000).toISOString(), to: new Date(5000).toISOString(), reason: '' }],
  });
  assert.deepEqual(line.values, [10, null, 20, null, null]);
  assert.ok(line.take(sample(8, 30)));
  line.take(sample(3, 5));
  assert.deepEqual(line.times.at(-1), 8);
  assert.ok(!line.take({ ...sample(9, 1), point: 't/Q' }));
  line.forgetBefore(6.5);
  assert.deepEqual(line.values, [null, null, 30]);
});

test('what held before the stretch begins the line, and a set point holds to the end', () => {
  const line = new Line({ twin: 't', point: 'P', title: '', unit: 'kW', role: 'setpoint' });
  line.fill({ point: 't/P', from: '', to: '', total: 1, downsampled: false, gaps: [], samples: [sample(5, 20)] });
  line.begin(sample(1, 10), 2);
  line.begin(sample(1, undefined), 1);
  assert.deepEqual([line.times, line.values, line.holds], [[2, 5], [10, 20], true]);
});

test('the width of a band holds until the next', () => {
  const line = new Line({ twin: 't', point: 'P', title: '', unit: 'kW', role: 'residual', band: 'B' });
  const band = [1, 3].map(second => ({ ...sample(second, second * 10), point: 't/B' }));
  const history = { point: '', from: '', to: '', total: 0, downsampled: false, gaps: [] };
  line.fill({ ...history, samples: [0, 1, 2, 3, 4].map(second => sample(second, 1)) }, { ...history, samples: band });
  assert.deepEqual(line.bandWidths(), [null, 10, 10, 30, 30]);
});

test('a place and its link', () => {
  const route = parseRoute(linkTo(['twins', 'a b/c', 'trends'], { points: 'X,Y', none: undefined }));
  assert.deepEqual(route.path, ['twins', 'a b/c', 'trends']);
  assert.equal(route.query.get('points'), 'X,Y');
  assert.deepEqual(parseRoute('').path, []);
  assert.deepEqual(parseRoute('#/%zz').path, ['%zz']);
});
