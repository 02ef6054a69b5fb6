import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { TwinFeed } from '../../main/web/api/feed';
import { Part } from '../../main/web/api/part';
import { Bodies } from '../../main/web/scene/bodies';
import { Body } from '../../main/web/scene/body';
import { checked } from '../../main/web/scene/checked';
import { placed } from '../../main/web/scene/copies';
import { meshes } from '../../main/web/scene/glb';
import { roundLength } from '../../main/web/scene/ground';
import { plume, ringsOf } from '../../main/web/scene/plume';
import { readView } from '../../main/web/widget/read-view';
import type { Scene, SceneNode } from '../../main/web/widget/scene-view';

const HUB = new Uint8Array(readFileSync('src/test/browser/views/hub.glb'));
const feed = (samples: Record<string, number>, alarms: { name: string; active: boolean; severity: string }[] = []) =>
  ({
    sample: (name: string) => (name in samples ? { value: samples[name] } : undefined),
    alarms: new Map(alarms.map(alarm => [alarm.name, alarm])),
  }) as unknown as TwinFeed;

test('a scene is checked before anything is built of it', () => {
  const scene = (nodes: unknown, cameras?: unknown) => ({ type: 'scene', title: {}, nodes, cameras }) as unknown as Scene;
  let deep: SceneNode = {};
  for (let i = 0; i < 7; i++) {
    deep = { children: [deep] };
  }
  assert.equal(checked(scene([{ shape: 'box', size: [1, 2, 3] }])).nodes.length, 1);
  for (const [nodes, cameras] of [
    [[deep], []],
    [Array.from({ length: 1001 }, () => ({})), []],
    [[{ size: [1, 2] }], []],
    [[{ at: [1, 2, Infinity] }], []],
    [[{ radius: '1' }], []],
    [[{ path: [[0, 0, 1e9]] }], []],
    [[null], []],
    [{ length: 3 }, []],
    [[], [{ from: [1, 2, 3] }]],
  ]) {
    assert.throws(() => checked(scene(nodes, cameras)), Error);
  }
});

test('a body of a file is read, and nothing beyond it', () => {
  const [hub, ...others] = meshes(HUB.buffer);
  assert.equal(others.length, 0);
  assert.equal(hub?.positions.length, 14 * 3);
  assert.equal(hub?.faces?.length, 72);
  for (let i = 0; i < 2000; i++) {
    const damaged = HUB.slice();
    damaged[(i * 7919) % damaged.length] = (i * 31) % 256;
    try {
      assert.ok(Array.isArray(meshes(damaged.buffer)));
    } catch (error) {
      assert.ok(error instanceof Error);
    }
  }
  assert.throws(() => meshes(HUB.slice(0, HUB.length - 4).buffer), /no binary file/);
});

test('a body turns, moves, hides and takes the colour of its alarm after its values', () => {
  const body = new Body({
    spin: { point: 'Speed', axis: 'z' },
    move: { point: 'Level', by: [0, 10, 0], range: [0, 100] },
    show: { point: 'State', when: '2' },
    alarms: ['hot'],
    children: [{ shape: 'sphere', radius: 1 }],
  });
  assert.ok(body.follow(feed({ Speed: 10, Level: 50, State: 2 }), 1));
  assert.equal(Math.round((body.moving.rotation.z * 180) / Math.PI), 60);
  assert.equal(body.moving.position.y, 5);
  assert.ok(body.turns(feed({ Speed: 10 })) && !body.turns(feed({ Speed: 0 })));
  assert.ok(!body.follow(feed({ Speed: 0, Level: 50, State: 2 }), 1), 'nothing has changed');
  body.follow(feed({ State: 1 }, [{ name: 'hot', active: true, severity: 'HIGH' }]), 1);
  assert.equal(body.group.visible, false);
  assert.equal(body.severity, 'HIGH');
  body.children[0]?.follow(feed({}), 0);
  assert.equal(body.children[0]?.severity, 'HIGH', 'what hangs on it has its colour');
});

test('a view with names that reach into all objects, without end or without widgets is none', () => {
  for (const text of [
    '{"widgets": [{"__proto__": {}}]}',
    '{"widgets": [{"a": {"constructor": 1}}]}',
    '{"widgets": ' + '['.repeat(60) + ']'.repeat(60) + '}',
    `{"widgets": [${'0,'.repeat(150_000)}0]}`,
    '{"widgets": 1}',
    'null',
    '[]',
  ]) {
    assert.throws(() => readView(text), SyntaxError);
  }
  assert.deepEqual(readView('{"widgets": [null, 1, {"type": "text"}]}').widgets, [{ type: 'text' }]);
});

test('a repeated node stands once for each row, with the middle of all rows at the origin', () => {
  const turbine: SceneNode = { repeat: { part: 'turbine', table: 'T', twin: 'id', east: 'e', north: 'n' }, shape: 'sphere', radius: 1 };
  const rows = [
    { id: 'a', e: 500_000, n: 4_000_000 },
    { id: 'b', e: 500_600, n: 4_000_200 },
    { id: 'nowhere', e: null, n: 1 },
  ];
  const [ground, ...copies] = placed([{ shape: 'box', size: [1, 1, 1] }, turbine], () => rows);
  assert.equal(ground?.copy, undefined);
  assert.deepEqual(
    copies.map(each => each.copy),
    [
      { id: 'a', part: true, at: [-300, 0, 100] },
      { id: 'b', part: true, at: [300, 0, -100] },
    ],
  );
  const many = Array.from({ length: 1000 }, (_, index) => ({ id: String(index), e: index, n: 0 }));
  assert.equal(placed([turbine], () => many).length, 200);
  assert.equal(placed([{ ...turbine, children: Array.from({ length: 499 }, () => ({})) }], () => many).length, 10);
});

test('copies follow their own part, and are built anew when the rows are others', () => {
  const alarm = { name: 'hot', active: true, severity: 'HIGH' };
  const part = (id: string, speed: number, alarms: object[]) => [id, new Part({ id, state: [{ point: id + '/Speed', value: speed }], alarms } as never)] as const;
  const row = (twin: string, east: number) => ({ twin, east, north: 0 });
  const documents: Record<string, unknown> = {};
  const twin = {
    ...feed({ Speed: 1 }),
    wantParts: () => {},
    parts: new Map([part('a', 10, [alarm]), part('b', 20, [])]),
    document: (name: string) => documents[name],
  } as unknown as TwinFeed;
  const repeat = { part: 'turbine', table: 'T', twin: 'twin', east: 'east', north: 'north' };
  const rings = { table: 'R', twin: 'twin', z: 'z', radius: 'r', strength: 's', range: [0, 50] as [number, number] };
  const bodies = new Bodies([{ repeat, spin: { point: 'Speed', axis: 'z' }, alarms: ['*'] }, { repeat, shape: 'plume', rings }], twin);
  bodies.refresh();
  assert.equal(bodies.all.length, 0, 'nothing has come yet');
  documents['T'] = [row('a', 0), row('b', 100), row('c', 200)];
  documents['R'] = [
    { twin: 'a', z: 0, r: 60, s: 25 },
    { twin: 'a', z: 900, r: 90, s: 99 },
    { twin: 'b', z: 0, r: 60, s: 0 },
  ];
  assert.ok(bodies.refresh());
  assert.ok(!bodies.refresh(), 'nothing has changed');
  assert.deepEqual(
    bodies.all.slice(0, 3).map(body => {
      body.follow(twin, 1);
      return [Math.round((body.moving.rotation.z * 180) / Math.PI), body.severity];
    }),
    [
      [60, 'HIGH'],
      [120, undefined],
      [0, undefined],
    ],
  );
  const room = bodies.room;
  assert.ok(room.isEmpty(), 'a plume is only air');
  documents['T'] = [row('a', 0)];
  assert.ok(bodies.refresh());
  assert.equal(bodies.all.length, 2);
  documents['T'] = { nothing: 1 };
  assert.throws(() => bodies.refresh(), Error);
});

test('a plume is as opaque as its rings are strong, and lies as they do', () => {
  const rows = [
    { z: 0, x: 5, r: 60, s: 25 },
    { z: 900, x: null, r: 90, s: 99 },
    { z: 900, x: null, r: null, s: 1 },
  ];
  const spec = { table: 'R', z: 'z', x: 'x', radius: 'r', strength: 's', range: [0, 50] as [number, number] };
  const rings = ringsOf(rows, spec, undefined);
  assert.deepEqual(rings, [
    { x: 5, z: 0, radius: 60, strength: 0.5 },
    { x: 0, z: 900, radius: 90, strength: 1 },
  ]);
  const drawn = plume(rings);
  drawn.computeBoundingBox();
  assert.deepEqual(drawn.boundingBox?.max.toArray().map(Math.round), [90, 90, 900]);
  const opacities = [0, 20].map(corner => drawn.getAttribute('color').getW(corner));
  assert.ok(opacities[0] && opacities[1] && Math.abs(opacities[1] / opacities[0] - 2) < 1e-6);
});

test('a grid has meshes of 1, 2 or 5 times a power of ten', () => {
  assert.deepEqual([0.3, 1, 162, 240, 900].map(roundLength), [0.5, 1, 200, 500, 1000]);
});
