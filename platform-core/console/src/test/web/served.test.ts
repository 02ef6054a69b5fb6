import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Schemas } from '../../main/web/api/client';
import { served } from '../../main/web/pack/served';

type Operation = Schemas['PackOperation'];
const operation = (time: string, to: string, more: Partial<Operation> = {}): Operation => ({
  id: time,
  action: 'INSTALL',
  pack: 'energy',
  from: '',
  to,
  caller: 'olga',
  started: time + '0',
  ended: time + '9',
  outcome: 'DONE',
  message: '',
  steps: [{ name: 'cut', at: time + '5', text: '' }],
  pauses: [],
  ...more,
});
const times = (...operations: Operation[]) => served(operations, 'energy').map(({ version, from, until, back }) => [version, from, until, back]);

test('a version serves from its cut to the next one', () => {
  assert.deepEqual(times(operation('2', '1.1'), operation('1', '1.0'), operation('3', '2', { pack: 'water' })), [
    ['1.1', '25', undefined, false],
    ['1.0', '15', '25', false],
  ]);
});

test('one that went back by itself served until then, and what was refused never did', () => {
  assert.deepEqual(
    times(
      operation('1', '1.0'),
      operation('2', '1.1', { from: '1.0', outcome: 'ROLLED_BACK' }),
      operation('3', '1.2', { from: '1.0', outcome: 'REFUSED' }),
    ),
    [
      ['1.0', '29', undefined, true],
      ['1.1', '25', '29', false],
      ['1.0', '15', '25', false],
    ],
  );
});

test('after a removal nothing serves', () => {
  assert.deepEqual(times(operation('1', '1.0'), operation('2', '', { action: 'REMOVE' })), [['1.0', '15', '25', false]]);
});
