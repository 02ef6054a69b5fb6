// What the profile of DevTools tells of a page: frames that were dropped, long tasks, and what the main thread did.
const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'disabled-by-default-devtools.timeline.frame', 'v8', 'toplevel', '__metadata'];
const LONG_MICROS = 50_000;
const WORK = {
  script: ['FunctionCall', 'EventDispatch', 'FireAnimationFrame', 'TimerFire', 'RunMicrotasks'],
  style: ['UpdateLayoutTree'],
  layout: ['Layout'],
  paint: ['PrePaint', 'Paint', 'Layerize', 'Commit'],
  gc: ['MinorGC', 'MajorGC', 'V8.GCScavenger', 'BlinkGC.AtomicPhase'],
};

/**
 * Records a page for so many seconds; times in milliseconds. `frames` had something new and were shown, `dropped` had something new and were
 * not; `marked` is how many DevTools paints red, which also counts those where the main thread was late for a frame of its own.
 */
export async function profile(page, seconds) {
  await page.tracing.start({ categories: CATEGORIES });
  await new Promise(resolve => setTimeout(resolve, seconds * 1000));
  const { traceEvents: events } = JSON.parse(new TextDecoder().decode(await page.tracing.stop()));
  const outcomes = events.filter(event => event.name === 'PipelineReporter' && event.ph === 'b').map(event => event.args.frame_reporter.state);
  const outcome = state => outcomes.filter(each => each.startsWith(state)).length;
  const main = mainThread(events);
  const onMain = events.filter(event => event.pid === main.pid && event.tid === main.tid && event.ph === 'X');
  const tasks = onMain.filter(event => event.name === 'RunTask');
  const long = tasks.filter(task => task.dur > LONG_MICROS);
  return {
    frames: outcome('STATE_PRESENTED'),
    dropped: outcome('STATE_DROPPED'),
    marked: events.filter(event => event.name === 'DroppedFrame').length,
    longTasks: long.map(task => ({ millis: task.dur / 1000, cpu: (task.tdur ?? 0) / 1000, did: share(inside(onMain, task)) })),
    longestTask: Math.max(0, ...tasks.map(task => task.dur)) / 1000,
    cpu: tasks.reduce((sum, task) => sum + (task.tdur ?? 0), 0) / 1000,
    did: share(onMain),
  };
}

/** The renderer's main thread with most to do: that of the page. */
function mainThread(events) {
  const threads = events.filter(event => event.name === 'thread_name' && event.args.name === 'CrRendererMain');
  const busy = ({ pid, tid }) => events.filter(event => event.pid === pid && event.tid === tid).length;
  return threads.sort((a, b) => busy(b) - busy(a))[0];
}

function inside(events, task) {
  return events.filter(event => event.ts >= task.ts && event.ts + event.dur <= task.ts + task.dur);
}

/** CPU time of each kind of work; what lies within an event of the same kind is not counted twice. */
function share(events) {
  return Object.fromEntries(
    Object.entries(WORK).map(([kind, names]) => {
      let end = -Infinity;
      let sum = 0;
      for (const event of events.filter(each => names.includes(each.name)).sort((a, b) => a.ts - b.ts || b.dur - a.dur)) {
        if (event.ts >= end) {
          end = event.ts + event.dur;
          sum += event.tdur ?? event.dur;
        }
      }
      return [kind, Math.round(sum / 100) / 10];
    }),
  );
}
