// How much of a second the page with 200 values at 5 Hz takes, and how long a trend over 30 days needs on the browser's side. To be run on a quiet machine:
//   node src/test/browser/bench.mjs
import { browse } from './browser.mjs';
import { serve } from './server.mjs';
import { profile } from './trace.mjs';

const SECONDS = 15;
const SETTLE_MILLIS = 2000;
const ROUNDS = 7;
const server = await serve();
server.fake.turbine.addPoints(200);
const browser = await browse(server.url);
try {
  const visit = await (await browser.open('#/twins/wt-01')).logIn('olga', 'turbine');
  await visit.words('TEST.P199');
  await new Promise(resolve => setTimeout(resolve, SETTLE_MILLIS));
  await tell(visit.page, `200 values at 5 Hz for ${SECONDS} s`);
  const raw = await visit.page.browserContext().newPage();
  await raw.evaluate(() => {
    const table = document.body.appendChild(document.createElement('table'));
    const cells = Array.from({ length: 200 }, () => table.insertRow().insertCell());
    setInterval(() => cells.forEach(cell => (cell.textContent = String(performance.now()))), 200);
  });
  await tell(raw, 'the raw limit, 200 texts of a bare table replaced by a timer');
  await raw.close();

  server.fake.requests.length = 0;
  await visit.at('#/twins/wt-01/trends?points=WTUR.W');
  await visit.see('g-trend canvas');
  const debugging = await visit.page.createCDPSession();
  await debugging.send('Performance.enable', { timeDomain: 'threadTicks' });
  const ownTime = async () => 1000 * (await debugging.send('Performance.getMetrics')).metrics.find(each => each.name === 'TaskDuration').value;
  const millis = [];
  const cpus = [];
  for (let i = 0; i < ROUNDS; i++) {
    const before = await ownTime();
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
    cpus.push((await ownTime()) - before);
    await visit.page.evaluate(() => document.querySelector('g-trend').resume(3600));
    await new Promise(resolve => setTimeout(resolve, SETTLE_MILLIS));
  }
  console.log(
    `a trend over 30 days, from the click to the picture, with an answer of 1,500 points from the fake API: ${millis.map(each => each.toFixed(0)).join(', ')} ms; CPU of the main thread ${cpus.map(each => each.toFixed(0)).join(', ')} ms`,
  );
} finally {
  await browser.close();
  server.close();
}

async function tell(page, what) {
  const { frames, dropped, marked, longTasks, longestTask, cpu, did } = await profile(page, SECONDS);
  const share = ((cpu / SECONDS / 1000) * 100).toFixed(1);
  const ownLong = longTasks.filter(task => task.cpu > 50).length;
  console.log(`${what}: main thread ${share} % of a core; CPU in ms: ${JSON.stringify(did)}`);
  console.log(
    `  frames with something new: ${frames} shown, ${dropped} replaced by a later one, ${marked} dropped as DevTools marks them; ` +
      `longest task ${longestTask.toFixed(1)} ms, over 50 ms: ${longTasks.length}, by their own CPU time: ${ownLong}`,
  );
  longTasks.forEach(({ millis, cpu: own, did: work }) => console.log(`  ${millis.toFixed(1)} ms, ${own.toFixed(1)} ms of CPU: ${JSON.stringify(work)}`));
}
