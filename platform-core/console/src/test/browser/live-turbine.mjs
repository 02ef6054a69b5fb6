// Three turbines and their farm: the recorded ones, with values that move, and tables as packs derive them.
const TICK_MILLIS = 200;
const DAY = 86_400_000;
const KINDS = { samples: 'samples', alarm: 'alarms', 'alarm-handled': 'alarms', command: 'commands', proposal: 'proposals', job: 'jobs', site: 'site', quarantine: 'packs', 'pack-log': 'packs' };

export class LiveTurbine {
  constructor(model, twins) {
    this.offset = 1_000_000;
    this.listeners = new Set();
    this.points = 0;
    this.pause = false;
    this.twins = new Map(twins.map(twin => [twin.id, { ...twin, ...(model.type === twin.type ? { model: model.model } : {}) }]));
    this.twins.get('wt-02').alarms = [
      {
        name: 'underperformance',
        active: true,
        severity: 'HIGH',
        message: 'power 3661 kW is 9.1 % below the 4029 kW expected at 9.2 m/s',
        since: ago(0.4),
      },
      {
        name: 'parameter-drift',
        active: true,
        severity: 'MEDIUM',
        message: 'pitch offset 3.1 deg (2.8 … 3.4) since 25 minutes',
        since: ago(0.3),
      },
    ];
    this.twins.get('wt-03').alarms = [
      { name: 'gearbox-temperature', active: true, severity: 'CRITICAL', message: 'gearbox oil 92 Cel is above 85 Cel', since: ago(0.1) },
      { name: 'wind-sensor', active: false, severity: 'LOW', message: 'wind sensor is plausible again', since: ago(3) },
    ];
    this.twins.get('wt-01').alarms = [
      {
        name: 'underperformance',
        active: true,
        severity: 'LOW',
        message: 'power 2896 kW is 4.1 % below the 3020 kW expected',
        since: ago(0.2),
      },
    ];
    this.extend('wt-01', tables());
    this.twins.set('wf-01', farm());
    this.timer = setInterval(() => this.tick(), TICK_MILLIS);
  }

  close() {
    clearInterval(this.timer);
    this.listeners.forEach(each => each.response.end());
  }

  /** Adds so many points that change at each tick. */
  addPoints(count) {
    this.points = count;
    this.extend('wt-01', Object.fromEntries(Array.from({ length: count }, (_, index) => [`TEST.P${index}`, 0])));
  }

  extend(id, values) {
    const twin = this.twins.get(id);
    for (const [name, value] of Object.entries(values)) {
      twin.model.points = [
        ...twin.model.points,
        { name, title: name, unit: '1', role: typeof value === 'string' ? 'DERIVED' : 'MEASURED' },
      ];
      twin.state.push(sample(id + '/' + name, '1', value, ++this.offset));
    }
  }

  /** A twin that has just been made: nothing has come yet. */
  add({ id, name, type, parts }, model) {
    this.twins.set(id, { id, name: name ?? id, type, status: 'RUNNING', applied: 0, alarms: [], state: [], parts, model });
  }

  /** From now on these points have values. */
  feed(id, points) {
    const twin = this.twins.get(id);
    for (const { point, unit } of points) {
      if (!twin.state.some(each => each.point === id + '/' + point)) {
        twin.state = [...twin.state, sample(id + '/' + point, unit, 100, ++this.offset)];
      }
    }
  }

  all() {
    return [...this.twins.values()];
  }

  twin(id) {
    return this.twins.get(id);
  }

  listen(response, twin, kinds) {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(`retry: 2000\nid: ${this.offset}\n\n`);
    const listener = { response, twin, kinds };
    this.listeners.add(listener);
    response.on('close', () => this.listeners.delete(listener));
  }

  tell(event, data, twin) {
    for (const each of this.listeners) {
      const wanted = each.kinds.length === 0 || each.kinds.includes(KINDS[event]);
      if (wanted && (!each.twin || !twin || each.twin === twin)) {
        each.response.write(`id: ${this.offset}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
      }
    }
  }

  tick() {
    if (this.pause) {
      return;
    }
    for (const twin of this.twins.values()) {
      const changed = [];
      twin.state = twin.state.map(old => {
        const moves = typeof old.value === 'number' && (old.point.includes('TEST.P') || Math.random() < 0.3);
        const next = moves
          ? sample(old.point, old.unit, old.value + (Math.random() - 0.5) * Math.max(1, Math.abs(old.value)) * 0.01, ++this.offset)
          : old;
        if (moves) {
          changed.push(next);
        }
        return next;
      });
      if (changed.length > 0) {
        this.tell('samples', changed, twin.id);
      }
    }
  }

  history(id, point, query) {
    const [from, to] = [Date.parse(query.get('from')), Date.parse(query.get('to'))];
    const most = Math.min(Number(query.get('maxPoints') ?? 500), Math.max(2, (to - from) / 1000));
    const now = this.twins.get(id)?.state.find(each => each.point === id + '/' + point);
    const end = Math.min(to, Date.now());
    const samples = Array.from({ length: Math.max(0, Math.floor(most)) }, (_, index) => from + ((end - from) * index) / most).map(time =>
      sample(id + '/' + point, now?.unit ?? '1', at(point, now?.value ?? 0, time), 0, time),
    );
    return {
      point: id + '/' + point,
      from: query.get('from'),
      to: query.get('to'),
      samples,
      gaps: [],
      total: samples.length,
      downsampled: false,
    };
  }

  aggregates(id, point, query) {
    const seconds = Number(/PT(\d+)S/.exec(query.get('interval'))[1]);
    const from = Date.parse(query.get('from'));
    return Array.from({ length: Math.floor((Date.parse(query.get('to')) - from) / 1000 / seconds) }, (_, index) => {
      const wind = 3 + 12 * noise(index * 0.37) * noise(index * 0.011 + 4) + 5 * noise(index * 0.05);
      const start = from + index * seconds * 1000;
      const mean = past(point, wind, index, new Date(start).getHours());
      return {
        start: new Date(start).toISOString(),
        first: sample(id + '/' + point, '1', mean, 0, start),
        length: query.get('interval'),
        count: 10,
        mean,
        good: 1,
        uncertain: 0,
        bad: 0,
      };
    });
  }
}

/** What a point was as the wind was so. */
function past(point, wind, index, hour) {
  switch (point) {
    case 'WNAC.WdSpd':
      return wind;
    case 'WNAC.WdDir':
      return (220 + 260 * noise(index * 0.023) * noise(index * 0.41)) % 360;
    case 'WTUR.ResPct':
      return 6 * (noise(index * 1.7) - 0.5) + (hour > 12 && hour < 17 ? -9 : 1) * noise(index * 0.09);
    default:
      return Math.min(5000, 5000 * (wind / 11.4) ** 3) * (0.95 + 0.07 * noise(index));
  }
}

function sample(point, unit, value, offset, time = Date.now()) {
  const iso = new Date(time).toISOString();
  return { point, unit, quality: { code: 0, symbol: 'Good' }, sourceTime: iso, receivedTime: iso, offset, value };
}

function ago(hours) {
  return new Date(Date.now() - hours * 3_600_000).toISOString();
}

/** A number between 0 and 1 that goes up and down with no rhythm that the eye finds. */
function noise(x) {
  return 0.5 + 0.2 * Math.sin(x * 1.3) + 0.15 * Math.sin(x * 3.7 + 1) + 0.1 * Math.sin(x * 11.1 + 2) + 0.05 * Math.sin(x * 31 + 3);
}

function at(point, now, time) {
  const x = time / 60_000;
  const wave = noise(x * 0.6) * 0.6 + noise(x * 0.09) * 0.4;
  return point === 'WTUR.W'
    ? 1500 + 3000 * wave + 120 * noise(x * 37)
    : point === 'WTUR.ExpW'
      ? 1560 + 3000 * wave
      : point === 'WTUR.ResW'
        ? -90 + 150 * (noise(x * 17) - 0.5)
        : point === 'WTUR.ResInt'
          ? 100
          : point === 'WTUR.SetW'
            ? 5000
            : now + (wave - 0.5) * Math.abs(now) * 0.3;
}

function tables() {
  const speeds = Array.from({ length: 30 }, (_, index) => 3 + index * 0.5);
  const curve = speeds.map(speed => (speed > 17 ? null : Math.min(5000, 5000 * (speed / 11.4) ** 3)));
  const f = Array.from({ length: 400 }, (_, index) => index * 0.5);
  return {
    'TEST.Curve': JSON.stringify({
      bins: {
        speed: speeds,
        power: curve.map(each => (each === null ? null : Math.round(each * 0.95))),
        low: curve.map(each => each && each * 0.91),
        high: curve.map(each => each && each * 0.99),
      },
      reference: { speed: speeds, power: speeds.map(speed => Math.min(5000, 5000 * (speed / 11.4) ** 3)) },
    }),
    'TEST.Life': JSON.stringify([
      { name: { en: 'Blade root', ko: '블레이드 루트' }, damage: 34.2, low: 30, high: 39, since: ago(30), state: '' },
      { name: { en: 'Tower base', ko: '타워 기초' }, damage: 61.7, low: 55, high: 70, since: ago(70), state: 'LOW' },
      { name: { en: 'Main shaft', ko: '주축' }, damage: 86, low: 80, high: 93, since: ago(12), state: 'HIGH' },
    ]),
    'TEST.Lost': JSON.stringify({
      day: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
      curtailed: [1, 0, 3, 2, 0, 0, 4],
      fault: [0, 6, 0, 1, 2, 0, 0],
      icing: [0, 0, 0, 0, 5, 3, 1],
    }),
    'TEST.Spectrum': JSON.stringify({
      bins: {
        f,
        a: f.map(
          x =>
            0.02 +
            0.5 / (1 + x) +
            0.9 * Math.exp(-(((x - 81) / 1.5) ** 2)) +
            0.3 * Math.exp(-(((x - 40) / 1.2) ** 2)) +
            0.03 * Math.random(),
        ),
        limit: f.map(() => 1.2),
      },
      marks: [
        { f: 40, name: 'BPFO' },
        { f: 81, name: '2×BPFO' },
        { f: 56, name: 'BPFI' },
        { f: 120, name: 'GMF' },
      ],
    }),
    'TEST.Diagnosis': JSON.stringify({
      en: 'The pitch of all blades is 3.1° (2.8 … 3.4) beside its set point since 25 minutes. It costs 142 kW at the present wind.',
      ko: '모든 블레이드의 피치가 25분 전부터 설정값에서 3.1° (2.8 … 3.4) 벗어나 있습니다. 현재 바람에서 142 kW 손실입니다.',
    }),
  };
}

function farm() {
  const layout = {
    turbines: [
      { twin: 'wt-01', east: 0, north: 0 },
      { twin: 'wt-02', east: 630, north: 120 },
      { twin: 'wt-03', east: 1300, north: -160 },
    ],
  };
  const wakes = {
    pairs: [
      { from: 'wt-01', to: 'wt-02', deficit: 12.4 },
      { from: 'wt-02', to: 'wt-03', deficit: 5.1 },
    ],
  };
  const along = [25, 252, 630, 1134, 1890];
  const rings = {
    rings: ['wt-01', 'wt-02', 'wt-03'].flatMap(twin =>
      along.map((each, ring) => ({
        twin,
        along: each,
        aside: twin === 'wt-01' ? [1, 12, 27, 39, 48][ring] : 0,
        radius: [89, 90, 105, 143, 199][ring],
        deficit: [54, 54, 33, 15, 8][ring],
      })),
    ),
  };
  const points = [
    ['FARM.W', 'kW', 9120, 'Power'],
    ['FARM.WdDir', 'deg', 262, 'Wind direction'],
    ['FARM.WdSpd', 'm/s', 9.4, 'Wind speed'],
    ['FARM.Layout', '1', JSON.stringify(layout), 'Layout'],
    ['FARM.Wakes', '1', JSON.stringify(wakes), 'Wakes'],
    ['FARM.WakeRings', '1', JSON.stringify(rings), 'Wakes as they lie'],
  ];
  return {
    id: 'wf-01',
    name: 'North field',
    type: 'energy/wind-farm',
    status: 'RUNNING',
    applied: 1,
    alarms: [],
    parts: { turbine: ['wt-01', 'wt-02', 'wt-03'] },
    state: points.map(([name, unit, value]) => sample('wf-01/' + name, unit, value, 1, Date.now() - DAY / 1000)),
    model: {
      title: 'Wind farm',
      schema: 1,
      commands: [],
      points: points.map(([name, unit, , title]) => ({ name, title, unit, role: 'DERIVED' })),
    },
  };
}
