// The alarms of the fake platform and what is done about them, by the rules of docs/alarms.md.
import { FakeJournal } from './fake-journal.mjs';

const STANDING = ['UNACKNOWLEDGED', 'ACKNOWLEDGED', 'RETURNED'];
const ASIDE = { SHELVE: 'SHELVED', SUPPRESS: 'SUPPRESSED', TAKE_OUT_OF_SERVICE: 'OUT_OF_SERVICE' };
const RANKS = ['VIEWER', 'OPERATOR', 'ENGINEER', 'ADMINISTRATOR'];

export class FakeAlarms {
  /** @param turbine tells what happens, and has the twins' own alarms */
  constructor(turbine) {
    this.turbine = turbine;
    this.journal = new FakeJournal();
    this.alarms = turbine.all().flatMap(twin =>
      twin.alarms.map(alarm => ({ ...alarm, source: twin.id, acknowledged: false, state: alarm.active ? 'UNACKNOWLEDGED' : 'RETURNED' })),
    );
    this.alarms.push(
      {
        source: 'mast-1',
        name: 'icing',
        severity: 'MEDIUM',
        message: 'anemometer and reference differ by 2.1 m/s at -3 Cel',
        since: new Date(Date.now() - 5_400_000).toISOString(),
        active: true,
        acknowledged: true,
        state: 'ACKNOWLEDGED',
        handling: { action: 'ACKNOWLEDGE', by: 'tom', reason: 'called the crew', time: new Date(Date.now() - 4_800_000).toISOString() },
      },
      {
        source: 'platform',
        name: 'log.disk-low',
        severity: 'HIGH',
        message: '4 GB are left on the disk of the log',
        since: new Date(Date.now() - 900_000).toISOString(),
        active: true,
        acknowledged: false,
        state: 'UNACKNOWLEDGED',
      },
    );
  }

  routes() {
    return [
      ['GET', /^\/alarms$/, ({ send, query }) => send(200, this.matching(query))],
      ['GET', /^\/alarms\/journal$/, ({ send, query }) => send(200, this.journal.page(query))],
      ['POST', /^\/alarms\/([^/]+)\/([^/]+)\/handling$/, exchange => this.handle(exchange)],
    ];
  }

  matching(query) {
    const states = query.getAll('state').length ? query.getAll('state') : STANDING;
    return this.alarms.filter(
      alarm => states.includes(alarm.state) && (!query.get('source') || alarm.source === query.get('source')),
    );
  }

  find(source, name) {
    return this.alarms.find(alarm => alarm.source === source && alarm.name === name);
  }

  handle({ send, problem, match, body, session }) {
    const alarm = this.find(match[1], match[2]);
    if (!alarm) {
      return problem(404, 'Not Found', `no alarm '${match[2]}' of ${match[1]}`);
    }
    const { action, reason = '', minutes = 60 } = body;
    const needed = action in ASIDE && action !== 'SHELVE' ? 'ENGINEER' : 'OPERATOR';
    const held = Math.max(...session.roles.map(role => RANKS.indexOf(role)));
    if (session.lost || held < RANKS.indexOf(needed)) {
      return problem(403, 'Forbidden', `user ${session.user} lacks the role ${needed.toLowerCase()}`);
    } else if (action === 'ACKNOWLEDGE' && alarm.acknowledged) {
      return problem(409, 'Conflict', `alarm ${alarm.name} of ${alarm.source} is acknowledged already`);
    } else if (action in ASIDE && reason === '') {
      return problem(400, 'Bad Request', 'say why: the next shift wants to know');
    }
    this.put(alarm, {
      action,
      by: session.user,
      reason,
      time: new Date().toISOString(),
      ...(action === 'SHELVE' ? { until: new Date(Date.now() + minutes * 60_000).toISOString() } : {}),
    });
    return send(200, alarm);
  }

  put(alarm, handling) {
    alarm.handling = handling;
    alarm.acknowledged ||= handling.action === 'ACKNOWLEDGE';
    if (handling.action === 'RESTORE') {
      delete alarm.aside;
    } else if (handling.action in ASIDE) {
      alarm.aside = handling;
    }
    alarm.state = alarm.aside
      ? ASIDE[alarm.aside.action]
      : alarm.active
        ? alarm.acknowledged
          ? 'ACKNOWLEDGED'
          : 'UNACKNOWLEDGED'
        : alarm.acknowledged
          ? 'NORMAL'
          : 'RETURNED';
    const { source, name } = alarm;
    this.turbine.tell('alarm-handled', { source, alarm: name, ...handling, offset: ++this.turbine.offset, traceId: '0'.repeat(32) }, source);
  }

  /** An alarm is raised or returns, as the twin's behaviour would do it. */
  change(source, name, active, severity, message) {
    const time = new Date().toISOString();
    const known = this.find(source, name) ?? { source, name, acknowledged: true };
    if (!this.alarms.includes(known)) {
      this.alarms.push(known);
    }
    Object.assign(known, { active, severity, message, since: time, acknowledged: active ? false : known.acknowledged });
    known.state = active ? 'UNACKNOWLEDGED' : known.acknowledged ? 'NORMAL' : 'RETURNED';
    this.turbine.tell(
      'alarm',
      { twin: source, alarm: { name, active, severity, message, since: time }, offset: ++this.turbine.offset, traceId: '0'.repeat(32) },
      source,
    );
  }
}
