// What the energy pack has logged: two versions, each level, one line with what was thrown.
const LEVELS = ['ERROR', 'WARN', 'INFO', 'DEBUG', 'TRACE'];
const PACKAGE = 'org.gemello.pack.energy.';
const THROWN = `java.lang.IllegalStateException: the table of drag has no row for 31.2 m/s
    at ${PACKAGE}Curve.at(Curve.java:88)
    at ${PACKAGE}TurbineBehavior.onSamples(TurbineBehavior.java:141)
Caused by: java.lang.ArrayIndexOutOfBoundsException: Index 64 out of bounds for length 64
    at ${PACKAGE}Curve.row(Curve.java:57)`;

export class FakePackLog {
  /** @param tell tells everybody who listens of an event */
  constructor(tell) {
    this.tell = tell;
    this.all = [];
    for (let index = 0; index < 130; index++) {
      this.add('DEBUG', '0.1.0', 'TurbineBehavior', `batch ${index} of the start`, { twin: 'wt-03' });
    }
    this.add('INFO', '0.1.0', 'EnergyPack', 'takes over from 0.0.9, 4 twins');
    this.add('WARN', '0.1.0', 'TurbineBehavior', 'wind sensor and anemometer of the mast differ by 3.1 m/s', { twin: 'wt-01' });
    this.add('INFO', '0.1.1', 'EnergyPack', 'takes over from 0.1.0, 4 twins');
    this.add('ERROR', '0.1.1', 'Curve', 'cannot tell the power that is expected', { twin: 'wt-02', trace: THROWN });
  }

  add(level, version, logger, message, more = {}) {
    const id = this.all.length + 1;
    const time = new Date(Date.parse('2026-03-01T12:00:00Z') + id * 1000).toISOString();
    this.all.unshift({ id, time, level, version, logger: PACKAGE + logger, message, ...more });
    this.tell('pack-log', { pack: 'energy', newest: id });
  }

  lines(query) {
    const text = (query.get('text') ?? '').toLowerCase();
    return this.all.filter(
      line =>
        LEVELS.indexOf(line.level) <= LEVELS.indexOf(query.get('level') ?? 'TRACE') &&
        (!query.has('since') || line.time >= query.get('since')) &&
        JSON.stringify(line).toLowerCase().includes(text),
    );
  }
}
