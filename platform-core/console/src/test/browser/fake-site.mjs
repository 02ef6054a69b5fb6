// The description of a small site: documents with revisions, changes that are checked, a source that can be browsed and tried.
const WIND_TURBINE = 'energy/wind-turbine';
const FARM_MODEL = {
  title: 'Wind farm',
  schema: 1,
  points: [{ name: 'FARM.W', title: 'Power', unit: 'kW', role: 'DERIVED' }],
  commands: [],
  parts: [
    { role: 'turbine', title: 'Turbine', types: [WIND_TURBINE], points: [], least: 1, most: 1000 },
    { role: 'mast', title: 'Met mast', types: ['energy/met-mast'], points: [], least: 0, most: 10 },
  ],
};
const TURBINE_KEYS = [
  {
    key: 'vibrationRate',
    type: 'INTEGER',
    title: { en: 'Samples of the vibration', ko: '진동 표본' },
    unit: 'Hz',
    low: 100,
    high: 100_000,
    default: '2560',
    required: false,
  },
  { key: 'design', type: 'CHOICE', title: { en: 'Design', ko: '설계' }, choices: ['onshore', 'offshore'], default: 'onshore', required: false },
];
const FARM_KEYS = [
  { key: 'place', type: 'NUMBERS', title: { en: 'Place, east and north', ko: '위치, 동쪽과 북쪽' }, unit: 'm', required: true, role: 'turbine' },
];
const PLANT = 'opc.tcp://127.0.0.1:4840/plant';
const NODES = ['WTUR.State', 'WTUR.W', 'WTUR.SetW', 'WNAC.WdSpd', 'WNAC.WdDir', 'WROT.RotSpd', 'WROT.PtAngVal', 'WGEN.GnTmp'];
const UNITS = {
  'WTUR.W': 'W',
  'WTUR.SetW': 'W',
  'WNAC.WdSpd': 'm/s',
  'WNAC.WdDir': 'deg',
  'WROT.RotSpd': 'rad/s',
  'WROT.PtAngVal': 'rad',
  'WGEN.GnTmp': 'K',
};
const PAGE = 5;
const edit = (kind, name, content) => ({ kind, name, content, expected: 'absent' });
const DEMO_SITE = [
  edit('CONNECTION', 'plant', { connection: 'plant', kind: 'opcua', endpoint: PLANT, security: { policy: 'none' } }),
  edit('TWIN', 'wt-01', { id: 'wt-01', type: WIND_TURBINE, name: 'Wind turbine 1' }),
  edit('TWIN', 'wt-02', { id: 'wt-02', type: WIND_TURBINE, name: 'Wind turbine 2' }),
  ...['wt-01', 'wt-02'].map(twin =>
    edit('BINDING', 'plant/' + twin, {
      connection: 'plant',
      twin,
      bindings: [
        {
          prefix: `nsu=urn:gemello:demo-plant;s=${twin.toUpperCase().replace('-', '')}.`,
          points: [
            { point: 'WTUR.W', node: 'WTUR.W', unit: 'kW', sourceUnit: 'W' },
            { point: 'WNAC.WdSpd', node: 'WNAC.WdSpd', unit: 'm/s' },
          ],
        },
      ],
    }),
  ),
];
const node = (turbine, name) => `nsu=urn:gemello:demo-plant;s=${turbine}.${name}`;
const folder = turbine => `nsu=urn:gemello:demo-plant;s=${turbine}`;

export class FakeSite {
  /** @param turbine the twins that live, to which made ones are added */
  constructor(turbine, model, connections, rootNodes) {
    this.turbine = turbine;
    this.model = model;
    this.connections = connections;
    this.rootNodes = rootNodes;
    this.revision = 0;
    this.documents = new Map();
    this.trusted = true;
    this.running = false;
    for (const twin of turbine.all()) {
      this.put('TWIN', twin.id, {
        id: twin.id,
        type: twin.type,
        name: twin.name,
        ...(twin.parts
          ? { parts: twin.parts, configuration: Object.fromEntries(twin.parts.turbine.map((id, at) => [id, `${630 * at}, 0`])) }
          : { configuration: { vibrationRate: 2560 } }),
      });
    }
    this.put('CONNECTION', 'plant', { connection: 'plant', kind: 'opcua', endpoint: PLANT, security: { policy: 'none' }, queueSize: 100 });
    this.put('CONNECTION', 'mast', { connection: 'mast', kind: 'mqtt', broker: 'tcp://127.0.0.1:1883' });
    this.put('BINDING', 'plant/wt-01', {
      connection: 'plant',
      twin: 'wt-01',
      bindings: [{ prefix: node('WT01', ''), points: [{ point: 'WTUR.W', node: 'WTUR.W', unit: 'kW', sourceUnit: 'W' }] }],
    });
  }

  /** No twins and no connections, as on the first day. */
  empty() {
    this.documents.clear();
    this.turbine.twins.clear();
    this.connections.length = 0;
  }

  put(kind, name, content) {
    const document = { kind, name, content, revision: 'r' + ++this.revision, place: `${kind.toLowerCase()}s/site.yaml:${this.revision}` };
    this.documents.set(kind + ' ' + name, document);
    return document;
  }

  routes() {
    const plant = () => ({
      id: 'wind-farm',
      title: { en: 'Wind farm', ko: '풍력 단지' },
      pack: 'energy',
      running: this.running,
      site: DEMO_SITE,
    });
    return [
      [
        'GET',
        /^\/models$/,
        ({ send }) =>
          send(200, [
            { type: WIND_TURBINE, model: this.model, configuration: TURBINE_KEYS },
            { type: 'energy/wind-farm', model: FARM_MODEL, configuration: FARM_KEYS },
          ]),
      ],
      [
        'GET',
        /^\/site\/documents$/,
        ({ send, query }) =>
          send(
            200,
            [...this.documents.values()].filter(each => ['kind', 'name'].every(key => !query.get(key) || each[key] === query.get(key))),
          ),
      ],
      ['POST', /^\/site\/changes$/, exchange => this.change(exchange)],
      ['POST', /^\/site\/reload$/, ({ send }) => send(200, { documents: [], effects: [] })],
      ['GET', /^\/demo-plants$/, ({ send }) => send(200, [plant()])],
      [
        'PUT',
        /^\/demo-plants\/wind-farm$/,
        ({ send, body }) => {
          this.running = body.running;
          send(200, plant());
        },
      ],
      ['POST', /^\/connection-probes$/, exchange => this.probe(exchange)],
      ['GET', /^\/endpoints$/, ({ send, problem, query }) => this.endpoints(send, problem, query.get('url'))],
      [
        'GET',
        /^\/connections\/[^/]+\/browse$/,
        ({ send, query }) => send(200, this.browse(query.get('node') ?? '', Number(query.get('cursor') ?? 0))),
      ],
      [
        'GET',
        /^\/connections\/([^/]+)\/proposal$/,
        ({ send, match, query }) => send(200, proposal(match[1], query.get('node'), query.get('twin'))),
      ],
    ];
  }

  change({ send, body }) {
    const stale = body.edits.find(({ kind, name, expected }) => {
      const now = this.documents.get(kind + ' ' + name)?.revision ?? 'absent';
      return expected && expected !== now;
    });
    if (stale) {
      return refuse(send, 412, `${stale.name} has changed since it was read: read it again`);
    }
    const errors = body.edits.flatMap(edit => wrong(edit));
    if (errors.length > 0) {
      return refuse(send, 422, errors.map(each => each.text).join('\n'), errors);
    }
    const effects = body.edits.map(edit => this.effect(edit));
    if (body.dryRun) {
      return send(200, { documents: [], effects });
    }
    const documents = body.edits.flatMap(edit => this.make(edit));
    this.turbine.tell('site', { revision: 'r' + this.revision });
    return send(200, { documents, effects });
  }

  effect({ kind, name, content }) {
    const known = this.documents.has(kind + ' ' + name);
    const [connection] = name.split('/');
    return kind === 'TWIN'
      ? `twin ${name} ${!content ? 'goes' : known ? 'begins anew' : 'begins'}`
      : `connection ${connection} is ${!content && kind === 'CONNECTION' ? 'stopped' : known || kind === 'BINDING' ? 'restarted' : 'started'}`;
  }

  make({ kind, name, content }) {
    if (!content) {
      this.documents.delete(kind + ' ' + name);
      return [];
    }
    if (kind === 'CONNECTION' && !this.connections.some(each => each.name === name)) {
      const now = new Date().toISOString();
      this.connections.push({
        name,
        kind: content.kind,
        endpoint: content.endpoint ?? '',
        state: 'CONNECTED',
        since: now,
        points: 0,
        received: 0,
        refused: 0,
      });
    } else if (kind === 'BINDING') {
      this.turbine.feed(
        content.twin,
        content.bindings.flatMap(block => block.points),
      );
    } else if (kind === 'TWIN' && !this.turbine.twin(name)) {
      this.turbine.add(content, content.type === WIND_TURBINE ? this.model : FARM_MODEL);
    }
    return [this.put(kind, name, content)];
  }

  probe({ send, body }) {
    const { connection, bindings } = body;
    const reached =
      connection.kind !== 'opcua' || (connection.endpoint === PLANT && (this.trusted || connection.security?.policy === 'none'));
    const points = (bindings ?? []).flatMap(document =>
      document.bindings.flatMap(block =>
        block.points.map(each => ({ ...each, twin: document.twin, at: (block.prefix ?? '') + each.node })),
      ),
    );
    return send(200, {
      reached,
      text: reached
        ? 'demo plant answered at ' + connection.endpoint + ', security none'
        : connection.endpoint === PLANT
          ? 'Bad_CertificateUntrusted: the certificate 0a1b 2c3d of O=Plant,CN=PLC-7 is not trusted; approve it'
          : 'nothing answers at ' + connection.endpoint + ': Connection refused',
      readings: points.map((each, index) => ({
        point: `${each.twin}/${each.point}`,
        address: each.at,
        unit: each.unit,
        ...(reached && NODES.some(name => each.at.endsWith(name))
          ? { value: 1500.25 + index, quality: { code: 0, symbol: 'Good' }, time: new Date().toISOString() }
          : { problem: 'Bad_NodeIdUnknown' }),
      })),
    });
  }

  endpoints(send, problem, url) {
    if (!url.startsWith('opc.tcp://127.0.0.1:4840')) {
      return problem(409, 'Source unable', `nothing answers at ${url}: Connection refused`);
    }
    return send(200, [
      { url: PLANT, policy: 'None', mode: 'None', level: 0, identities: ['anonymous'], thumbprint: '', application: 'Demo plant' },
    ]);
  }

  /** Farm, turbines, variables; these in pages of five. */
  browse(parent, from) {
    const turbine = /s=(WT0\d)$/.exec(parent)?.[1];
    if (parent === '') {
      return this.rootNodes;
    } else if (turbine) {
      const names = NODES.slice(from, from + PAGE);
      return {
        items: names.map(name => ({ node: node(turbine, name), name, kind: 'variable', type: 'Double', description: '', parent: false })),
        ...(from + PAGE < NODES.length ? { next: String(from + PAGE) } : {}),
      };
    }
    return {
      items: parent.endsWith('s=WindFarm')
        ? ['WT01', 'WT02', 'WT03'].map(name => ({
            node: folder(name),
            name,
            kind: 'object',
            type: 'WindTurbineType',
            description: '',
            parent: true,
          }))
        : [],
    };
  }
}

function proposal(connection, wanted, twin) {
  const [, turbine, name] = /s=(WT0\d)(?:[.](.+))?$/.exec(wanted) ?? [];
  const lines = (turbine ? NODES.filter(each => !name || each === name) : []).map(
    each =>
      `      - {point: ${each}, node: "${node(turbine, each)}", unit: "${UNITS[each] ?? '1'}"}` +
      (each.includes('Set') ? "  # can be written: add 'write: true' where commands shall" : ''),
  );
  return { yaml: `connection: ${connection}\nbindings:\n  - twin: "${twin}"\n    points:\n${lines.join('\n')}\n`, notes: [] };
}

/** What a platform would find wrong. */
function wrong({ kind, name, content }) {
  const error = (place, text) => ({ place, text });
  if (!content) {
    return [];
  } else if (kind === 'TWIN') {
    return content.configuration?.vibrationRate % 10 > 0
      ? [error('twins/site.yaml:4:7', `'vibrationRate' of ${name} is no multiple of 10; write one such as 2560`)]
      : [];
  } else if (kind === 'CONNECTION') {
    return content.kind === 'opcua' && !/^opc[.]tcp:\/\/[^:]+:\d+/.test(content.endpoint ?? '')
      ? [error(`connections/${name}.yaml:3:1`, "'endpoint' is no address; write one such as opc.tcp://host:4840/path")]
      : [];
  }
  return content.bindings
    .flatMap(block => block.points)
    .filter(point => point.unit === 'rpm')
    .map(() => error('bindings/plant.yaml:7:41', "'rpm' is not a UCUM unit; write one such as kW, m/s, Cel, %, /min, or 1 for none"));
}

function refuse(send, status, detail, errors) {
  return send(status, {
    type: 'urn:gemello:problem:site-refused',
    title: 'Refused',
    status,
    detail,
    instance: '/site/changes',
    traceId: '0'.repeat(32),
    ...(errors ? { errors } : {}),
  });
}
