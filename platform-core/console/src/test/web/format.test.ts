import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytesText, numberText } from '../../main/web/format/number';
import { standing } from '../../main/web/format/quality';
import { valueWithUnit } from '../../main/web/format/sample';
import { beyond, worst } from '../../main/web/format/severity';
import { ageText, durationMillis } from '../../main/web/format/time';
import { unitText } from '../../main/web/format/unit';

test('numbers have four significant digits and keep their whole part', () => {
  const shown = {
    0: '0',
    12: '12',
    0.50355: '0.5036',
    9.25: '9.25',
    11.5333: '11.53',
    3162.68: '3,163',
    32994.4: '32,994',
    1234567: '1,234,567',
    [-0.02]: '-0.02',
  };
  for (const [value, text] of Object.entries(shown)) {
    assert.equal(numberText(Number(value)), text);
  }
  assert.equal(numberText(0.00001234), '1.234e-5');
  assert.equal(numberText(12, 1), '12.0');
});

test('bytes', () => {
  assert.equal(bytesText(0), '0 B');
  assert.equal(bytesText(196061), '191.5 kB');
});

test('units as people write them', () => {
  const shown = { '1': '', Cel: '°C', deg: '°', '/min': '1/min', 'kg/m3': 'kg/m³', 'MW.h': 'MW·h', 'm/s2': 'm/s²', kW: 'kW' };
  for (const [code, text] of Object.entries(shown)) {
    assert.equal(unitText(code), text);
  }
});

test('the severity of a status', () => {
  assert.deepEqual([0, 0x40000000, 0x80000000, 0xc0000000, 0x400e0000].map(standing), ['good', 'uncertain', 'bad', 'bad', 'uncertain']);
});

test('a value with its unit, or a dash', () => {
  const sample = {
    point: 'a/B',
    unit: 'deg',
    value: 12.5,
    quality: { code: 0, symbol: 'Good' },
    sourceTime: '',
    receivedTime: '',
    offset: 0,
  };
  assert.equal(valueWithUnit(sample, 1), '12.5°');
  assert.equal(valueWithUnit({ ...sample, unit: 'kW' }), '12.50 kW'); // zeros stay, so that what changes does not jump
  assert.equal(valueWithUnit({ ...sample, value: undefined }), '–');
  assert.equal(valueWithUnit({ ...sample, value: false }), 'false');
});

test('the worst of what is active', () => {
  assert.equal(
    worst([
      { severity: 'HIGH', active: false },
      { severity: 'LOW', active: true },
    ]),
    'LOW',
  );
  assert.equal(worst([]), undefined);
});

test('limits above and below', () => {
  const limits = [
    { value: 80, severity: 'MEDIUM' as const },
    { value: 95, severity: 'HIGH' as const },
  ];
  assert.deepEqual(
    [79, 80, 95].map(value => beyond(value, limits)),
    [undefined, 'MEDIUM', 'HIGH'],
  );
  assert.equal(beyond(5, [{ value: 10, severity: 'LOW', below: true }]), 'LOW');
});

test('ages and durations', () => {
  assert.equal(ageText('2026-01-01T00:00:00Z', Date.parse('2026-01-01T00:00:02.5Z')), '2.5 s');
  assert.equal(ageText('2026-01-01T00:00:00Z', Date.parse('2026-01-01T05:00:00Z')), '5 h');
  assert.equal(ageText(undefined), '–');
  assert.deepEqual(['PT1H', 'P1D', 'PT1M30S', 'P2DT3H'].map(durationMillis), [3_600_000, 86_400_000, 90_000, 183_600_000]);
  assert.ok(['', 'P', 'PT', '1h', 'P1Y'].every(text => Number.isNaN(durationMillis(text))));
});
