import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flowOf, levelsOf, type Seen } from '../../main/web/maturity/level';

const point = (name: string, role: 'MEASURED' | 'SETPOINT' | 'DERIVED') => ({ name, title: name, unit: '1', role });
const seen = (values: string[], more: Partial<Seen> = {}): Seen => ({
  running: true,
  model: { points: [point('W', 'MEASURED'), point('SetW', 'SETPOINT'), point('ExpW', 'DERIVED')], commands: [] },
  has: name => values.includes(name),
  alarms: false,
  simulated: ['ExpW'],
  hasParts: false,
  isPart: false,
  accepts: false,
  acted: false,
  ...more,
});
const command = { name: 'limit', title: '', parameters: [], minInterval: 'PT1S' };

test('a level is done by what has values and runs, not by what could be', () => {
  assert.deepEqual([...levelsOf(seen([]))], []);
  assert.deepEqual([...levelsOf(seen(['W']))], ['mirror']);
  assert.deepEqual([...levelsOf(seen(['W', 'ExpW'], { simulated: [] }))], ['mirror', 'monitor']);
  assert.deepEqual([...levelsOf(seen(['W', 'ExpW'], { isPart: true, accepts: true }))], [
    'mirror',
    'monitor',
    'simulate',
    'federate',
    'autonomous',
  ]);
  assert.deepEqual([...levelsOf(seen(['W', 'ExpW'], { running: false, hasParts: true, accepts: true }))], ['mirror']);
});

test('a model has no data flow, a shadow one way, a twin both', () => {
  assert.equal(flowOf(seen(['ExpW'])), 'model');
  assert.equal(flowOf(seen(['W'])), 'shadow');
  assert.equal(flowOf(seen([], { hasParts: true })), 'shadow');
  assert.equal(flowOf(seen(['W', 'SetW'])), 'shadow');
  assert.equal(flowOf(seen(['W', 'SetW'], { model: { ...seen([]).model, commands: [command] } })), 'twin');
  assert.equal(flowOf(seen(['W'], { acted: true })), 'twin');
});
