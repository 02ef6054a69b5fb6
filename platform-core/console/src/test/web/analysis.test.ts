import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyse } from '../../main/web/analysis/analysis';
import { past, type AlarmRecord } from '../../main/web/analysis/occurrence';

// clauses are those of ANSI/ISA-18.2-2016 (IEC 62682)
const BEGIN = Date.parse('2026-03-01T00:00:00Z');
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
let offset = 0;

function record(at: number, event: AlarmRecord['event'], alarm = 'hot', severity: AlarmRecord['severity'] = 'LOW'): AlarmRecord {
  const said = event === 'RAISED' || event === 'RETURNED' ? { severity } : { by: 'olga' };
  return { offset: offset++, source: 'wt-01', alarm, event, text: 'm', time: new Date(BEGIN + at).toISOString(), ...said };
}

/** Raised each of these times, and back ten minutes later. */
function each(times: number[], alarm?: string, severity?: AlarmRecord['severity']): AlarmRecord[] {
  return times.flatMap(at => [record(at, 'RAISED', alarm, severity), record(at + 10 * MINUTE - 1, 'RETURNED', alarm, severity)]);
}

const inOrder = (records: AlarmRecord[]) => [...records].sort((a, b) => a.time.localeCompare(b.time));
const analysis = (records: AlarmRecord[], hours = 24) => analyse(past(inOrder(records), BEGIN), [], BEGIN, BEGIN + hours * HOUR);
const range = (count: number) => Array.from({ length: count }, (_, index) => index);

test('an occurrence is what has to be acknowledged anew (5.4)', () => {
  const { occurrences } = past(
    [
      record(0, 'RAISED', 'hot', 'LOW'),
      record(1, 'RAISED', 'hot', 'LOW'),
      record(2, 'ACKNOWLEDGED'),
      record(3, 'RAISED', 'hot', 'HIGH'),
      record(4, 'RETURNED', 'hot', 'HIGH'),
      record(5, 'ACKNOWLEDGED'),
    ],
    BEGIN,
  );
  assert.deepEqual(
    occurrences.map(({ severity, raised, acknowledged, returned }) => [severity, raised, acknowledged, returned].map(t => (typeof t === 'number' ? t - BEGIN : t))),
    [
      ['LOW', 0, 2, 3],
      ['HIGH', 3, 5, 4],
    ],
  );
});

test('rates count what was annunciated, by the day and by ten minutes (16.5, average rate)', () => {
  const found = analysis(each(range(36).map(hour => hour * 20 * MINUTE)), 12);
  assert.equal(found.annunciated.length, 36);
  assert.equal(found.perDay, 72);
  assert.equal(found.perTenMinutes, 0.5);
  assert.deepEqual(
    found.intervals.slice(0, 3).map(interval => interval.alarms.length),
    [1, 0, 1],
  );
});

test('the peak is above ten in ten minutes, not at ten (16.5, peak rate)', () => {
  const ten = range(10).flatMap(n => each([n * SECOND], 'a' + n));
  const eleven = range(11).flatMap(n => each([HOUR + n * SECOND], 'b' + n));
  assert.deepEqual(
    analysis([...ten, ...eleven]).peaks.map(peak => peak.begin - BEGIN),
    [HOUR],
  );
});

test('a flood begins above ten and ends below five in ten minutes (16.5, floods)', () => {
  const counts = [11, 5, 4, 11, 10];
  const records = counts.flatMap((count, interval) => range(count).flatMap(n => each([interval * 10 * MINUTE + n * SECOND], `a${interval}-${n}`)));
  const found = analysis(records, 5);
  assert.deepEqual(
    found.floods.map(flood => [(flood.begin - BEGIN) / MINUTE, (flood.end - BEGIN) / MINUTE, flood.alarms.length]),
    [
      [0, 20, 16],
      [30, 50, 21],
    ],
  );
  assert.equal(found.floodShare, 40 / 300);
});

test('bad actors are in order of how often they came (16.5, frequently occurring)', () => {
  const found = analysis([...each([0, HOUR, 2 * HOUR], 'b'), ...each([MINUTE], 'a'), ...range(10).flatMap(n => each([n * HOUR], 'c' + n))], 24);
  assert.deepEqual(
    found.actors.slice(0, 3).map(actor => [actor.alarm, actor.alarms.length]),
    [
      ['b', 3],
      ['a', 1],
      ['c0', 1],
    ],
  );
  assert.equal(found.topTenShare, 12 / 14);
});

test('three times within a minute is chattering, in 61 s it is not (16.5, chattering)', () => {
  const quick = (alarm: string, times: number[]) => times.flatMap(at => [record(at, 'RAISED', alarm), record(at + 5 * SECOND, 'RETURNED', alarm)]);
  const found = analysis([...quick('a', [0, 30 * SECOND, 60 * SECOND, HOUR]), ...quick('b', [0, 30 * SECOND, 61 * SECOND])]);
  assert.deepEqual(
    found.chattering.map(actor => [actor.alarm, actor.alarms.length]),
    [['a', 3]],
  );
  assert.equal(found.fleeting.length, 4, 'one of a, three of b: gone after 5 s');
});

test('gone within half a minute is fleeting, unless somebody acknowledged it before (16.5, fleeting)', () => {
  const found = analysis([
    record(0, 'RAISED', 'a'),
    record(29 * SECOND, 'RETURNED', 'a'),
    record(0, 'RAISED', 'b'),
    record(30 * SECOND, 'RETURNED', 'b'),
    record(0, 'RAISED', 'c'),
    record(10 * SECOND, 'ACKNOWLEDGED', 'c'),
    record(20 * SECOND, 'RETURNED', 'c'),
  ]);
  assert.deepEqual(
    found.fleeting.map(one => one.alarm),
    ['a'],
  );
});

test('active for longer than a day is stale, also what was raised before (16.5, stale)', () => {
  const records = [record(0, 'RAISED', 'a'), record(HOUR, 'RAISED', 'b'), record(2 * HOUR, 'RAISED', 'c'), record(3 * HOUR, 'RETURNED', 'c')];
  const older = { source: 'wt-02', alarm: 'd', severity: 'LOW' as const, text: '', raised: BEGIN - 30 * HOUR };
  const found = analyse(past(records, BEGIN), [older], BEGIN, BEGIN + 25 * HOUR);
  assert.deepEqual(
    found.stale.map(one => one.alarm),
    ['d', 'a'],
  );
});

test('priorities are shares of what was annunciated (16.5, priority distribution)', () => {
  const found = analysis([...each([0, HOUR, 2 * HOUR], 'a', 'LOW'), ...each([HOUR], 'b', 'HIGH')]);
  assert.deepEqual(
    found.priorities.map(({ severity, share, target }) => [severity, share, target]),
    [
      ['LOW', 0.75, 0.8],
      ['MEDIUM', 0, 0.15],
      ['HIGH', 0.25, 0.05],
      ['CRITICAL', 0, 0.01],
    ],
  );
});

test('what was put aside bothers nobody, also where it was before the first record (16.6)', () => {
  const records = [record(0, 'SHELVED'), ...each([HOUR]), record(2 * HOUR, 'RESTORED'), ...each([3 * HOUR]), ...each([4 * HOUR], 'old')];
  const { occurrences, putAside } = past(inOrder(records), BEGIN, new Map([['wt-01/old', 'SUPPRESSED' as const]]));
  const found = analyse({ occurrences, putAside }, [], BEGIN, BEGIN + 24 * HOUR);
  assert.deepEqual(
    found.annunciated.map(one => (one.raised - BEGIN) / HOUR),
    [3],
  );
  assert.deepEqual(
    found.unseen.map(one => one.aside),
    ['SHELVED', 'SUPPRESSED'],
  );
  assert.deepEqual(
    found.putAside.map(one => one.how),
    ['SHELVED'],
  );
});

test('people take so long from raised to acknowledged', () => {
  const acknowledged = range(10).flatMap(n => [record(n * HOUR, 'RAISED'), record(n * HOUR + (n + 1) * MINUTE, 'ACKNOWLEDGED'), record(n * HOUR + 30 * MINUTE, 'RETURNED')]);
  const found = analysis([...acknowledged, ...each([23 * HOUR], 'b')]).response;
  assert.deepEqual([found.median, found.ninety], [5 * MINUTE, 9 * MINUTE]);
  assert.deepEqual(
    found.waiting.map(one => one.alarm),
    ['b'],
  );
});

test('what was active as the stretch began is no new occurrence', () => {
  const { occurrences } = past([record(-HOUR, 'RAISED'), record(MINUTE, 'RAISED'), record(2 * MINUTE, 'RETURNED'), record(3 * MINUTE, 'RAISED')], BEGIN);
  assert.deepEqual(
    occurrences.map(one => one.raised - BEGIN),
    [3 * MINUTE],
  );
});

test('without an alarm all figures are zero', () => {
  const found = analysis([]);
  assert.deepEqual([found.perDay, found.topTenShare, found.floodShare, found.response.median], [0, 0, 0, undefined]);
});
