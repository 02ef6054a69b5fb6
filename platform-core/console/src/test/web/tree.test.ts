import assert from 'node:assert/strict';
import { test } from 'node:test';
import { above } from '../../main/web/api/wholes';
import { relationsOf } from '../../main/web/graph/relations';
import { bubbled, childOf, lines, type Node, type Twin } from '../../main/web/tree/lines';

const twin = (id: string, parts?: Record<string, string[]>): Twin => ({ id, name: id, type: 'a/b', status: 'RUNNING', applied: 0, state: [], alarms: [], parts });
const site = [twin('park', { farm: ['farm-1', 'farm-2'] }), twin('farm-1', { turbine: ['t1', 't2'] }), twin('farm-2', { turbine: ['t3', 't1'] })];
const composition = {
  wholes: new Map(site.map(each => [each.id, each])),
  partOf: new Map([
    ['farm-1', ['park']],
    ['farm-2', ['park']],
    ['t1', ['farm-1', 'farm-2']],
    ['t2', ['farm-1']],
    ['t3', ['farm-2']],
  ]),
};
const below = (node: Node) => {
  const parts = composition.wholes.get(node.twin?.id ?? '')?.parts;
  return parts && { nodes: Object.values(parts).flat().map(id => childOf(node, composition.wholes.get(id) ?? twin(id))), all: true };
};

test('open nodes show what is below them, with depth, place and parent', () => {
  const shown = lines([{ key: 'park', twin: site[0] }], below, node => node.key !== 'park/farm-1');
  assert.deepEqual(
    shown.map(line => [line.key, line.depth, `${line.position}/${line.siblings}`, line.parent, line.open]),
    [
      ['park', 1, '1/1', -1, true],
      ['park/farm-1', 2, '1/2', 0, false],
      ['park/farm-2', 2, '2/2', 0, true],
      ['park/farm-2/t3', 3, '1/2', 2, undefined],
      ['park/farm-2/t1', 3, '2/2', 2, undefined],
    ],
  );
});

test('a twin below itself ends the way, and the last of a page asks for the next', () => {
  const loop = twin('loop');
  const shown = lines([{ key: 'loop', twin: loop }], node => ({ nodes: [childOf(node, loop)], all: false }), () => true);
  assert.deepEqual(
    shown.map(line => [line.key, line.open, line.unread]),
    [
      ['loop', true, false],
      ['loop/loop', undefined, true],
    ],
  );
});

test('the worst alarm is seen from every whole above, and by type where there is none', () => {
  const worst = new Map([
    ['t1', 'LOW'],
    ['t3', 'HIGH'],
    ['mast', 'MEDIUM'],
  ] as const);
  const found = bubbled(new Map(worst), composition, id => (id === 'mast' ? 'energy/mast' : undefined));
  assert.deepEqual([...found].sort(), [
    ['farm-1', 'LOW'],
    ['farm-2', 'HIGH'],
    ['park', 'HIGH'],
    ['type:energy/mast', 'MEDIUM'],
  ]);
  assert.deepEqual([...above('t1', composition)].sort(), ['farm-1', 'farm-2', 'park']);
});

test('relations of a twin reach up and down, those of the site are all, as far as there is room', () => {
  assert.deepEqual([...relationsOf(composition, 9, 'farm-1').twins].sort(), ['farm-1', 'park', 't1', 't2']);
  assert.deepEqual(
    relationsOf(composition, 9, 't2').relations.map(({ whole, role, part }) => `${whole} ${role} ${part}`),
    ['farm-1 turbine t2', 'park farm farm-1'],
  );
  const all = relationsOf(composition, 9);
  assert.deepEqual([all.twins.size, all.relations.length, all.more], [6, 6, false]);
  assert.deepEqual([relationsOf(composition, 3).twins.size, relationsOf(composition, 3).more], [3, true]);
});
