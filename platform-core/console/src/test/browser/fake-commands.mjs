// Commands to the turbine: some are refused, and where `needsApproval` is set they wait for somebody else than who asked.
const HOUR = 3_600_000;

export class FakeCommands {
  needsApproval = false;

  /** @param past as a platform has recorded them @param tell puts an event into the stream */
  constructor(past, tell) {
    this.list = past;
    this.tell = tell;
  }

  routes() {
    return [
      ['GET', /^\/twins\/[^/]+\/commands$/, ({ send }) => send(200, this.list)],
      ['POST', /^\/twins\/([^/]+)\/commands$/, exchange => this.give(exchange)],
      ['GET', /^\/commands$/, ({ send, query }) => send(200, this.list.filter(each => each.state === query.get('state')))],
      ['POST', /^\/commands\/([^/]+)\/decision$/, exchange => this.decide(exchange)],
    ];
  }

  give({ send, problem, body, match, session }) {
    if (body.arguments.limit < 1000) {
      return problem(422, 'Command refused', 'the step from 5000 kW to 500 kW is larger than 2500 kW');
    }
    const command = { ...this.list[0], id: 'c' + this.list.length, twin: match[1], ...body, caller: session.user, history: [], reason: undefined };
    command.issued = new Date().toISOString();
    this.list.unshift(command);
    if (this.needsApproval) {
      command.approveBy = new Date(Date.now() + HOUR).toISOString();
      this.move(command, ['WAITING'], "policy 'two-pairs-of-eyes' wants somebody else's approval");
    } else {
      this.move(command, ['ACCEPTED', 'WRITING', 'CONFIRMED']);
    }
    return send(202, command);
  }

  decide({ send, problem, body, match, session }) {
    const command = this.list.find(each => each.id === match[1]);
    if (command.caller === session.user && body.decision === 'accept') {
      return problem(403, 'Forbidden', 'who asked for a command cannot approve it: somebody else has to');
    }
    if (body.decision === 'accept') {
      this.move(command, ['ACCEPTED', 'WRITING', 'CONFIRMED'], `approved by ${session.user}`);
      return send(202, command);
    }
    this.move(command, ['REJECTED'], `declined by ${session.user}: ${body.reason}`);
    return send(200, command);
  }

  move(command, states, reason) {
    for (const state of states) {
      command.state = state;
      command.reason = reason;
      command.history.push({ state, time: new Date().toISOString(), reason });
      this.tell('command', { commandId: command.id, twin: command.twin, state, time: command.issued, offset: 0, traceId: command.traceId });
    }
  }
}
