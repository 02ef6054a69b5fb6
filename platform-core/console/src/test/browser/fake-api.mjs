// A small API that answers as a running platform did (answers/*.json), whose turbine lives: values, an alarm, commands, proposals.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FakeAlarms } from './fake-alarms.mjs';
import { FakeCommands } from './fake-commands.mjs';
import { FakePolicies } from './fake-policies.mjs';
import { FakeSite } from './fake-site.mjs';
import { FakeJobs } from './fake-jobs.mjs';
import { FakePackLog } from './fake-pack-log.mjs';
import { BILL } from './fake-packs.mjs';
import { LiveTurbine } from './live-turbine.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const recorded = name => JSON.parse(readFileSync(join(here, 'answers', name + '.json'), 'utf8'));
const PASSWORD = 'turbine';
const FLEET = 100_000;
const KINDS = { json: 'view', svg: 'drawing', mjs: 'module', glb: 'model' };
const TYPES = { view: 'application/json', drawing: 'image/svg+xml', module: 'text/plain', model: 'model/gltf-binary' };

export class FakeApi {
  constructor() {
    this.turbine = new LiveTurbine(recorded('twin'), recorded('twins').items);
    this.alarms = new FakeAlarms(this.turbine);
    this.connections = recorded('connections');
    this.site = new FakeSite(this.turbine, recorded('twin').model, this.connections, recorded('browse'));
    this.policies = new FakePolicies();
    this.commands = new FakeCommands(recorded('commands'), (name, data) => this.turbine.tell(name, data));
    this.proposals = recorded('proposals');
    this.notes = recorded('annotations');
    this.certificates = recorded('certificates');
    this.packs = recorded('packs');
    this.packLog = new FakePackLog((name, data) => this.turbine.tell(name, data));
    this.staged = recorded('staged');
    this.operations = recorded('operations');
    this.running = new FakeJobs(this.turbine, recorded('jobs'));
    this.users = recorded('users');
    this.keys = [];
    this.views = this.readViews();
    this.sessions = new Map();
    this.password = PASSWORD;
    this.logins = 0;
    this.fleet = false;
    this.requests = [];
  }

  close() {
    this.turbine.close();
  }

  readViews() {
    const titles = recorded('view-titles');
    return readdirSync(join(here, 'views'))
      .sort()
      .map(file => view(file, readFileSync(join(here, 'views', file)), titles[file.replace(/\.\w+$/, '')]));
  }

  async answer(request, response) {
    const url = new URL(request.url, 'http://localhost');
    const path = url.pathname.replace('/api/v1', '');
    let body = '';
    for await (const chunk of request) {
      body += chunk;
    }
    this.requests.push(request.method + ' ' + path);
    const send = (status, value, headers = {}) => {
      response.writeHead(status, { 'content-type': status >= 400 ? 'application/problem+json' : 'application/json', ...headers });
      response.end(value === undefined ? undefined : JSON.stringify(value));
    };
    const problem = (status, title, detail) =>
      send(status, { type: 'about:blank', title, status, detail, instance: url.pathname, traceId: '0'.repeat(32) });
    if (path === '/health/ready') {
      return send(200, recorded('health'));
    } else if (path === '/session' && request.method === 'POST') {
      return this.logIn(JSON.parse(body), send, problem);
    }
    const session = this.sessions.get(/gemello-session=(\w+)/.exec(request.headers.cookie ?? '')?.[1]);
    if (!session) {
      return problem(401, 'Unauthorized', 'log in');
    } else if (request.method !== 'GET' && request.headers['x-csrf-token'] !== session.csrf) {
      return problem(403, 'Forbidden', 'the token against forged requests is missing');
    }
    const handler = this.routes().find(([method, pattern]) => method === request.method && pattern.test(path));
    return handler
      ? handler[2]({
          send,
          problem,
          response,
          query: url.searchParams,
          body: body && request.headers['content-type']?.includes('json') ? JSON.parse(body) : body,
          headers: request.headers,
          match: handler[1].exec(path),
          session,
        })
      : problem(404, 'Not Found', `there is no ${path}`);
  }

  logIn({ user, password, code }, send, problem) {
    if (password !== this.password) {
      return problem(401, 'Unauthorized', 'wrong name or password');
    } else if (user === 'chris' && code !== '123456') {
      return send(401, {
        type: 'urn:gemello:problem:code-needed',
        title: 'Unauthorized',
        status: 401,
        instance: '/session',
        traceId: '0'.repeat(32),
      });
    }
    const id = 's' + ++this.logins;
    this.sessions.set(id, session('csrf-' + id, user));
    return send(201, this.sessions.get(id), { 'set-cookie': `gemello-session=${id}; Path=/; HttpOnly; SameSite=Strict` });
  }

  routes() {
    const get = (pattern, value) => ['GET', pattern, ({ send }) => send(200, value())];
    return [
      ...this.alarms.routes(),
      ...this.site.routes(),
      ...this.running.routes(),
      ...this.policies.routes(),
      ['GET', /^\/session$/, ({ send, session }) => send(200, session)],
      [
        'DELETE',
        /^\/session$/,
        ({ send }) => {
          this.sessions.clear();
          send(204);
        },
      ],
      ['GET', /^\/twins$/, ({ send, query }) => send(200, this.twins(query))],
      [
        'GET',
        /^\/twins\/([^/]+)$/,
        ({ send, problem, match }) =>
          this.turbine.twin(match[1]) ? send(200, this.turbine.twin(match[1])) : problem(404, 'Not Found', `there is no twin ${match[1]}`),
      ],
      [
        'GET',
        /^\/twins\/([^/]+)\/points\/([^/]+)\/history$/,
        ({ send, match, query }) => send(200, this.turbine.history(match[1], match[2], query)),
      ],
      [
        'GET',
        /^\/twins\/([^/]+)\/points\/([^/]+)\/aggregates$/,
        ({ send, match, query }) => send(200, this.turbine.aggregates(match[1], match[2], query)),
      ],
      ['GET', /^\/twins\/([^/]+)\/state$/, ({ send, match }) => send(200, this.turbine.twin(match[1]).state)],
      ...this.commands.routes(),
      get(/^\/twins\/[^/]+\/annotations$/, () => this.notes),
      [
        'POST',
        /^\/twins\/[^/]+\/annotations$/,
        ({ send, body }) => {
          this.notes.push({ id: 'n' + this.notes.length, twin: 'wt-01', author: 'olga', time: body.from, ...body });
          send(201, this.notes.at(-1));
        },
      ],
      [
        'GET',
        /^\/proposals$/,
        ({ send, query }) =>
          send(200, {
            items: this.proposals
              .filter(each => !query.get('state') || each.state === query.get('state'))
              .filter(each => !query.get('twin') || each.twin === query.get('twin')),
          }),
      ],
      [
        'POST',
        /^\/proposals\/([^/]+)\/decision$/,
        ({ send, match, body }) => {
          const proposal = this.proposals.find(each => each.id === decodeURIComponent(match[1]));
          proposal.state = body.decision === 'accept' ? 'APPLIED' : 'DECLINED';
          proposal.history.push({ state: proposal.state, by: 'olga', reason: body.reason, time: new Date().toISOString() });
          send(200, proposal);
        },
      ],
      get(/^\/views$/, () => this.views.map(view => view.entry)),
      [
        'GET',
        /^\/views\/(\w+)\/.+$/,
        ({ response, match }) => {
          const view = this.views.find(each => each.entry.hash === match[1]);
          response.writeHead(view ? 200 : 404, { 'content-type': TYPES[view?.entry.kind] ?? 'text/plain' }).end(view?.text);
        },
      ],
      ['GET', /^\/events$/, ({ response, query }) => this.turbine.listen(response, query.get('twin'), query.getAll('kind'))],
      get(/^\/connections$/, () => this.connections),
      get(/^\/dead-letters$/, () => recorded('dead-letters')),
      get(/^\/certificates$/, () => this.certificates),
      [
        'PUT',
        /^\/certificates\/(\w+)\/approval$/,
        ({ send, match }) => {
          this.certificates.find(each => each.thumbprint === match[1]).standing = 'TRUSTED';
          send(204);
        },
      ],
      get(/^\/packs$/, () => this.packs),
      get(/^\/packs\/energy\/file$/, () => BILL),
      [
        'GET',
        /^\/twins\/([^/]+)\/definition$/,
        ({ send, match }) => send(200, { id: match[1], type: 'energy/wind-turbine', accept: match[1] === 'wf-01' ? ['wake-steering'] : [] }),
      ],
      ['GET', /^\/packs\/energy\/log$/, ({ send, query }) => send(200, this.packLog.lines(query))],
      get(/^\/packs\/[^/]+$/, () => this.packs[0]),
      get(/^\/staged-packs$/, () => this.staged),
      get(/^\/pack-operations$/, () => this.operations),
      get(/^\/pack-offers$/, () => recorded('offers')),
      [
        'POST',
        /^\/pack-plans$/,
        ({ send, body }) => send(200, { ...recorded('plan'), ...(body.grantAll ? { feasible: true, obstacles: [] } : {}) }),
      ],
      [
        'POST',
        /^\/pack-operations$/,
        ({ send }) => {
          this.operations.unshift({
            ...recorded('operations')[0],
            id: 'op',
            caller: 'olga',
            from: '0.1.0',
            to: '0.2.0',
            outcome: 'UNDER_WAY',
            ended: undefined,
          });
          send(202, this.running.jobs[0]);
        },
      ],
      get(/^\/users$/, () => this.users),
      get(/^\/keys$/, () => this.keys),
      get(/^\/audit$/, () => ({ items: recorded('audit'), next: 1 })),
      ['POST', /^\/audit\/verification$/, ({ send }) => send(200, { whole: true, lines: 4711, checkpoints: 12, publicKey: '' })],
      [
        'POST',
        /^\/keys$/,
        ({ send, body }) => {
          this.keys.push({
            id: 'abcd1234',
            name: body.name,
            role: body.role,
            created: new Date().toISOString(),
            creator: 'olga',
            expires: '2099-01-01T00:00:00Z',
          });
          send(201, { secret: 'gmk_abcd1234_secret', key: this.keys.at(-1) });
        },
      ],
      [
        'PUT',
        /^\/users\/([^/]+)$/,
        ({ send, match, body }) => {
          this.users.push({ name: match[1], roles: body.roles, secondFactor: false });
          send(200, this.users.at(-1));
        },
      ],
      [
        'PUT',
        /^\/account\/password$/,
        ({ send, problem, body }) => {
          if (body.present !== this.password) {
            return problem(403, 'Forbidden', 'the present password is wrong');
          }
          this.password = body.next;
          this.sessions.clear();
          return send(204);
        },
      ],
      get(/^\/account\/second-factor$/, () => ({ active: this.factor === true })),
      [
        'POST',
        /^\/account\/second-factor$/,
        ({ send, problem, body }) =>
          body.present === this.password && (!this.factor || body.code === '123456')
            ? send(200, { secret: 'JBSWY3DPEHPK3PXP', uri: 'otpauth://totp/Gemello:olga?secret=JBSWY3DPEHPK3PXP' })
            : problem(403, 'Forbidden', 'your password or code is wrong, or your name has to wait after repeated failures'),
      ],
      [
        'POST',
        /^\/account\/second-factor\/confirmation$/,
        ({ send }) => {
          this.factor = true;
          this.sessions.clear();
          return send(204);
        },
      ],
      [
        'POST',
        /^\/users\/[^/]+\/second-factor\/removal$/,
        ({ send, problem, body }) => {
          if (body.present !== this.password || (this.factor && body.code !== '123456')) {
            return problem(403, 'Forbidden', 'your password or code is wrong, or your name has to wait after repeated failures');
          }
          this.factor = false;
          this.sessions.clear();
          return send(204);
        },
      ],
      get(/^\/platform\/alarms$/, () => recorded('platform-alarms')),
      get(/^\/log\/groups$/, () => recorded('groups')),
    ];
  }

  twins(query) {
    if (this.fleet) {
      if (query.get('part.status') || query.get('alarm') || (query.get('type') && query.get('type') !== 'energy/wind-turbine')) {
        return { items: [] };
      }
      const from = query.get('cursor') ? Number(query.get('cursor').slice(2)) + 1 : 0;
      const limit = Number(query.get('limit') ?? 100);
      const items = Array.from({ length: Math.min(limit, FLEET - from) }, (_, index) => ({
        id: 'n-' + (from + index),
        name: `Node ${from + index}`,
        type: 'energy/wind-turbine',
        status: 'RUNNING',
        applied: 0,
        state: [],
        alarms: [],
      }));
      return { items, ...(from + limit < FLEET ? { next: items.at(-1).id } : {}) };
    }
    const items = this.turbine
      .all()
      .filter(twin => !query.get('alarm') || twin.alarms.some(alarm => alarm.active))
      .filter(twin => !query.get('partOf') || (this.turbine.twin(query.get('partOf'))?.parts?.turbine ?? []).includes(twin.id))
      .filter(
        twin =>
          !query.get('part') ||
          Object.values(twin.parts ?? {})
            .flat()
            .includes(query.get('part')),
      )
      .filter(twin => !query.get('part.status') || (twin.parts && query.get('part.status') === 'RUNNING'))
      .filter(twin => !query.get('type') || twin.type === query.get('type'))
      .filter(twin => !query.get('q') || twin.id.includes(query.get('q')));
    return { items };
  }
}

/** A file of the pack's views; `text` may be replaced by another, with another hash. */
export function view(file, text, title) {
  const hash = createHash('sha256').update(text).digest('hex');
  const id = file.replace(/\.\w+$/, '');
  const kind = KINDS[file.split('.').pop()];
  return {
    text,
    entry: {
      id,
      pack: 'energy',
      version: '0.2.0',
      kind,
      ...(kind === 'view' ? { twin: JSON.parse(text).twin } : {}),
      title: title ?? { en: id, ko: id },
      path: 'views/' + file,
      hash,
      bytes: text.length,
      href: `views/${hash}/${file}`,
    },
  };
}

/** Everybody may do everything; vera may only look. */
function session(csrf, user) {
  const roles = user === 'vera' ? ['VIEWER'] : ['VIEWER', 'OPERATOR', 'ENGINEER', 'ADMINISTRATOR'];
  return { user, roles, csrf, until: '2099-01-01T00:00:00Z' };
}
