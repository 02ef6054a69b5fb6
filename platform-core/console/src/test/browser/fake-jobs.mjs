// Jobs of the fake platform, which go on and are cancelled, and its figures.
const FIGURES = `# HELP gemello_log_bytes Size of the log on disk
# TYPE gemello_log_bytes gauge
gemello_log_bytes 5379360
gemello_log_start_offset 1000
gemello_log_end_offset 514000
gemello_log_durable_offset 513912
gemello_event_streams 3
gemello_jobs{state="WAITING"} 2
gemello_jobs{state="DONE"} 7
gemello_jvm_memory_bytes{area="heap"} 57671680
gemello_jvm_heap_limit_bytes 268435456
gemello_process_open_files 412
gemello_process_open_files_limit 65536
`;

export class FakeJobs {
  constructor(turbine, jobs) {
    this.turbine = turbine;
    this.jobs = jobs;
  }

  routes() {
    return [
      ['GET', /^\/jobs$/, ({ send }) => send(200, this.jobs)],
      [
        'GET',
        /^\/metrics$/,
        ({ response }) => {
          response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4' });
          response.end(FIGURES);
        },
      ],
      [
        'POST',
        /^\/jobs\/([^/]+)\/cancellation$/,
        ({ send, match }) => {
          this.change(match[1], { state: 'CANCELLED', message: 'cancelled by olga' });
          send(
            202,
            this.jobs.find(each => each.id === match[1]),
          );
        },
      ],
    ];
  }

  /** A job begins, comes on or ends; who listens is told. */
  change(id, changes) {
    let job = this.jobs.find(each => each.id === id);
    if (!job) {
      job = {
        id,
        kind: 'history-export',
        title: 'export of wt-01',
        caller: 'olga',
        state: 'RUNNING',
        progress: 0,
        message: '',
        result: '',
        started: new Date().toISOString(),
      };
      this.jobs.unshift(job);
    }
    Object.assign(job, changes);
    this.turbine.tell('job', job);
  }
}
