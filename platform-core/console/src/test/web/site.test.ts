import assert from 'node:assert/strict';
import { test } from 'node:test';
import { means, patterns } from '../../main/web/policy/glob';
import { boundPoints, rebound } from '../../main/web/site/binding';
import { at, merged, same, scalar, without, withValue } from '../../main/web/site/document';
import { isAbout } from '../../main/web/site/errors';
import { differences, settle } from '../../main/web/site/merge';
import { matches, readProposal } from '../../main/web/site/proposal';
import { unitKeys } from '../../main/web/site/units';

test('a key is read and written nested or as one word, whichever way it stands there', () => {
  assert.equal(at({ security: { policy: 'best' } }, 'security.policy'), 'best');
  assert.equal(at({ 'security.policy': 'best' }, 'security.policy'), 'best');
  assert.deepEqual(withValue({ 'security.policy': 'best' }, 'security.policy', 'none'), { 'security.policy': 'none' });
  assert.deepEqual(withValue({ a: 1 }, 'security.policy', 'none'), { a: 1, security: { policy: 'none' } });
  assert.deepEqual(withValue({ security: { policy: 'none' } }, 'security.policy', ''), {});
  assert.deepEqual(without({ a: 1, security: { policy: 'none', mode: 'Sign' } }, ['a', 'security.mode']), { security: { policy: 'none' } });
  assert.deepEqual(merged({ security: { policy: 'none' } }, { security: { mode: 'Sign' } }), {
    security: { policy: 'none', mode: 'Sign' },
  });
});

test('what is typed is a number only where YAML would say so', () => {
  assert.deepEqual(['5', '-2.50', '1e3', 'true', '3.1.1', '007', '0,0', ''].map(scalar), [5, -2.5, 1000, true, '3.1.1', '007', '0,0', '']);
});

test('of two versions what only one has changed is his', () => {
  const [base, mine, theirs] = [
    { name: 'A', limit: 1, old: true },
    { name: 'B', limit: 2, old: true },
    { name: 'A', limit: 3, fresh: 1 },
  ];
  const found = differences(base, mine, theirs);
  assert.deepEqual(
    found.map(({ key, both, choice }) => [key, both, choice]),
    [
      ['name', false, 'mine'],
      ['limit', true, 'mine'],
      ['old', false, 'theirs'],
      ['fresh', false, 'theirs'],
    ],
  );
  assert.deepEqual(settle(theirs, found), { name: 'B', limit: 2, fresh: 1 });
  assert.ok(same({ a: 1, b: [2] }, { b: [2], a: 1 }) && !same({ a: [1, 2] }, { a: [2, 1] }));
});

test('points are bound anew and released; what else a block says stays', () => {
  const document = {
    connection: 'plant',
    twin: 'wt-01',
    bindings: [
      {
        prefix: 's=A.',
        queueSize: 10,
        points: [
          { point: 'X', node: 'X', unit: '1' },
          { point: 'Y', node: 'Y', unit: '1' },
        ],
      },
      { points: [{ point: 'Z', node: 's=Z', unit: 'K' }] },
    ],
  };
  assert.deepEqual(
    boundPoints(document).map(({ point, address }) => [point, address]),
    [
      ['X', 's=A.X'],
      ['Y', 's=A.Y'],
      ['Z', 's=Z'],
    ],
  );
  const changed = rebound('plant', 'wt-01', document, [{ point: 'X', keys: { node: 's=B', unit: 'kW' } }, { point: 'Z' }]);
  assert.deepEqual(changed['bindings'], [
    { prefix: 's=A.', queueSize: 10, points: [{ point: 'Y', node: 'Y', unit: '1' }] },
    { points: [{ point: 'X', node: 's=B', unit: 'kW' }] },
  ]);
  assert.deepEqual(rebound('plant', 'wt-01', document, [{ point: 'X' }, { point: 'Y' }, { point: 'Z' }])['bindings'], []);
  assert.deepEqual(rebound('plant', 'wt-02', undefined, [{ point: 'X', keys: { node: 's=B', unit: '1' } }]), {
    connection: 'plant',
    twin: 'wt-02',
    bindings: [{ points: [{ point: 'X', node: 's=B', unit: '1' }] }],
  });
});

test('units: the same, another, none told, and turns, which UCUM does not know', () => {
  assert.deepEqual(unitKeys('kW', 'kW'), { unit: 'kW' });
  assert.deepEqual(unitKeys('kW', 'W'), { unit: 'kW', sourceUnit: 'W' });
  assert.deepEqual(unitKeys('kW', '1'), { unit: 'kW' });
  assert.deepEqual(unitKeys('/min', 'rad/s'), { unit: '/min', scale: 60 / (2 * Math.PI) });
});

test('a proposal is matched to the points by their names', async () => {
  const proposed = await readProposal(
    'connection: plant\nbindings:\n  - twin: "a"\n    points:\n      # Double; 0 to 1; Power\n' +
      '      - {point: WT01.WTUR.W, node: "ns=1;s=1", unit: "W"}\n' +
      '      - {point: WT01.WTUR.SetW, node: "ns=1;s=2", unit: "W"}  # can be written: add \'write: true\' where commands shall\n' +
      '      - {point: A.T, node: "ns=1;s=3", unit: "K"}\n      - {point: B.T, node: "ns=1;s=4", unit: "K"}\n',
  );
  assert.deepEqual(
    proposed.map(each => [each.name, each.unit, each.writable]),
    [
      ['WT01.WTUR.W', 'W', false],
      ['WT01.WTUR.SetW', 'W', true],
      ['A.T', 'K', false],
      ['B.T', 'K', false],
    ],
  );
  const found = matches([{ name: 'WTUR.W' }, { name: 'WTUR.SetW' }, { name: 'T' }, { name: 'R.W' }], proposed);
  assert.deepEqual(
    [...found].map(([point, { node }]) => [point, node]),
    [
      ['WTUR.W', 'ns=1;s=1'],
      ['WTUR.SetW', 'ns=1;s=2'],
    ],
  );
  assert.deepEqual(await readProposal('# nothing'), []);
});

test('an error finds its field', () => {
  assert.ok(isAbout({ place: 'connections/a.yaml:3:1', text: "'endpoint' is no address" }, 'endpoint'));
  assert.ok(isAbout({ place: 'connection.security.policy', text: 'is missing' }, 'security.policy'));
  assert.ok(isAbout({ place: '', text: "'policy' is missing" }, 'security.policy'));
  assert.ok(!isAbout({ place: 'twins/a.yaml:3:1', text: "there is no type 'endpoint'" }, 'endpoint'));
});

test('patterns of a policy: one takes in, none takes out', () => {
  assert.deepEqual(patterns(' wt-*, !wt-07  b? '), ['wt-*', '!wt-07', 'b?']);
  assert.ok(means(['wt-*', '!wt-07'], 'wt-01') && !means(['!wt-07', 'wt-*'], 'wt-07'));
  assert.ok(means(['b?'], 'b1') && !means(['b?'], 'b12') && !means(['a.c'], 'abc') && !means([], 'a') && !means(['!a'], 'b'));
});
