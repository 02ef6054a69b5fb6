// Two weeks of alarms as a wind farm might have had them, the same on each run: quiet days, a storm with a flood, one alarm that chatters.
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const DAYS = 14;
/** Per page of at most so many, so that more than one has to be read. */
const MOST = 400;
const USUAL = [
  ['wt-01', 'gearbox-temperature', 'MEDIUM'],
  ['wt-02', 'yaw-error', 'LOW'],
  ['wt-03', 'pitch-battery', 'LOW'],
  ['wt-04', 'vibration', 'HIGH'],
  ['mast-1', 'icing', 'LOW'],
  ['wt-02', 'underperformance', 'LOW'],
];

export class FakeJournal {
  constructor() {
    this.records = [];
    this.seed = 7;
    const begin = Math.floor(Date.now() / HOUR) * HOUR - DAYS * DAY;
    for (let hour = 0; hour < DAYS * 24; hour++) {
      for (let n = 0; n < 1 + this.random() * 3; n++) {
        const [source, alarm, severity] = USUAL[Math.floor(this.random() ** 2 * USUAL.length)];
        this.occur(begin + hour * HOUR + this.random() * HOUR, source, alarm, severity, (5 + this.random() * 40) * MINUTE, this.random() * 12 * MINUTE);
      }
    }
    const storm = begin + (DAYS - 1) * DAY + 20 * HOUR;
    for (let n = 0; n < 60; n++) {
      this.occur(storm + n * 20_000, `wt-0${1 + (n % 5)}`, `storm-${n % 12}`, n % 9 === 0 ? 'CRITICAL' : 'HIGH', 30 * MINUTE, 15 * MINUTE);
    }
    for (let n = 0; n < 30; n++) {
      this.occur(begin + (DAYS - 1) * DAY + 15 * HOUR + n * 9000, 'wt-05', 'oil-level', 'LOW', 4000, undefined);
    }
    this.add(begin + (DAYS - 1) * DAY + 16 * HOUR, 'wt-05', 'oil-level', 'SHELVED', { by: 'olga', text: 'float is stuck', until: iso(begin + DAYS * DAY) });
    this.occur(begin + (DAYS - 1) * DAY + 17 * HOUR, 'wt-05', 'oil-level', 'LOW', 4000, undefined);
    this.occur(begin + (DAYS - 3) * DAY, 'wt-03', 'hydraulic-pressure', 'MEDIUM', 30 * DAY, 20 * MINUTE);
    this.records = this.records.filter(record => record.time < iso(Date.now())).sort((a, b) => a.time.localeCompare(b.time));
    this.records.forEach((record, index) => (record.offset = 100 + index));
  }

  random() {
    this.seed = (this.seed * 16807) % 2147483647;
    return this.seed / 2147483647;
  }

  occur(raised, source, alarm, severity, lasts, acknowledged) {
    this.add(raised, source, alarm, 'RAISED', { severity, text: `${alarm} of ${source}` });
    this.add(raised + lasts, source, alarm, 'RETURNED', { severity, text: 'back to normal' });
    if (acknowledged !== undefined) {
      this.add(raised + acknowledged, source, alarm, 'ACKNOWLEDGED', { by: 'olga', text: '' });
    }
  }

  add(time, source, alarm, event, more) {
    this.records.push({ source, alarm, event, time: iso(time), ...more });
  }

  page(query) {
    const after = Number(query.get('cursor') ?? -1);
    const found = this.records.filter(
      each => each.offset > after && each.time >= iso(query.get('from')) && each.time < iso(query.get('to')) && (!query.get('source') || each.source === query.get('source')),
    );
    const items = found.slice(0, Math.min(MOST, Number(query.get('limit') ?? 500)));
    return { items, ...(found.length > items.length ? { next: items.at(-1).offset } : {}) };
  }
}

function iso(time) {
  return new Date(time).toISOString();
}
