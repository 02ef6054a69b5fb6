// Policies with revisions, as administrators change them.
export class FakePolicies {
  constructor() {
    this.revision = 0;
    this.list = new Map();
    this.put('acme-sees-north', { effect: 'ALLOW', subjects: { roles: ['VENDOR'] }, actions: ['READ'], twins: ['wt-*'] });
  }

  put(id, { points = [], commands = [], ...policy }) {
    this.list.set(id, { id, ...policy, points, commands, revision: ++this.revision, changed: new Date().toISOString(), by: 'olga' });
    return this.list.get(id);
  }

  routes() {
    const one = /^\/policies\/([^/]+)$/;
    const tag = policy => ({ etag: `"${policy.revision}"` });
    const known = (exchange, act) => {
      const policy = this.list.get(exchange.match[1]);
      return !policy
        ? exchange.problem(404, 'Not Found', `there is no policy '${exchange.match[1]}'`)
        : exchange.headers['if-match'] && exchange.headers['if-match'] !== tag(policy).etag
          ? exchange.problem(412, 'Precondition Failed', 'the policy has changed since it was read')
          : act(policy);
    };
    return [
      ['GET', /^\/policies$/, ({ send }) => send(200, [...this.list.values()])],
      ['GET', one, exchange => known(exchange, policy => exchange.send(200, policy, tag(policy)))],
      [
        'PUT',
        one,
        exchange => {
          const [id] = exchange.match.slice(1);
          const save = () => exchange.send(200, this.put(id, exchange.body));
          return exchange.headers['if-none-match'] === '*' && !this.list.has(id) ? save() : known(exchange, save);
        },
      ],
      [
        'DELETE',
        one,
        exchange =>
          known(exchange, ({ id }) => {
            this.list.delete(id);
            exchange.send(204);
          }),
      ],
    ];
  }
}
