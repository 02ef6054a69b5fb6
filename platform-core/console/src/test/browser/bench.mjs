// How much of a second the page with 200 values at 5 Hz takes, and how long a trend over 30 days needs on the browser's side. To be run on a quiet machine:
//   node src/test/browser/bench.mjs
import { browse } from './browser.mjs';
import { serve } from './server.mjs';

const SECONDS = 15;
const server = await serve();
server.fake.turbine.addPoints(200);
const browser = await browse(server.url);
try {
  const visit = await (await browser.open('#/twins/wt-01')).logIn('olga', 'turbine');
  await visit.words('TEST.P199');
  const before = await visit.page.metrics();
  const frames = await visit.page.evaluate(
    seconds =>
      new Promise(resolve => {
        const gaps = [];
        let last = performance.now();
        const end = last + seconds * 1000;
        const next = now => {
          gaps.push(now - last);
          last = now;
          if (now < end) {
            requestAnimationFrame(next);
          } else {
            resolve(gaps.slice(1).sort((a, b) => a - b));
          }
        };
        requestAnimationFrame(next);
      }),
    SECONDS,
  );
  const after = await visit.page.metrics();
  const share = name => (((after[name] - before[name]) / SECONDS) * 100).toFixed(1) + ' %';
  const at = part => frames[Math.floor(frames.length * part)].toFixed(1);
  console.log(
    `200 values at 5 Hz for ${SECONDS} s: main thread ${share('TaskDuration')} (script ${share('ScriptDuration')}, layout ${share('LayoutDuration')}, style ${share('RecalcStyleDuration')})`,
  );
  console.log(
    `frames: ${frames.length}, gap median ${at(0.5)} ms, p99 ${at(0.99)} ms, longest ${frames.at(-1).toFixed(1)} ms, over 50 ms: ${frames.filter(gap => gap > 50).length}`,
  );

  server.fake.requests.length = 0;
  await visit.at('#/twins/wt-01/trends?points=WTUR.W');
  await visit.see('g-trend canvas');
  const millis = [];
  for (let i = 0; i < 5; i++) {
    millis.push(
      await visit.page.evaluate(
        () =>
          new Promise(resolve => {
            const trend = document.querySelector('g-trend');
            const start = performance.now();
            const build = trend.build;
            trend.build = function () {
              build.call(this);
              delete trend.build;
              requestAnimationFrame(() => resolve(performance.now() - start));
            };
            trend.resume(30 * 86400);
          }),
      ),
    );
  }
  console.log(
    `a trend over 30 days, from the click to the picture, with an answer of 1,500 points from the fake API: ${millis.map(each => each.toFixed(0)).join(', ')} ms`,
  );
} finally {
  await browser.close();
  server.close();
}
