import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { TwinFeed } from '../../main/web/api/feed';
import { Body } from '../../main/web/scene/body';
import { checked } from '../../main/web/scene/checked';
import { meshes } from '../../main/web/scene/glb';
import { readView } from '../../main/web/widget/read-view';
import type { Scene, SceneNode } from '../../main/web/widget/view';

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
