// How long the tree of 100,000 twins takes: to its first lines, to those of an unfolded type, to the last of all, to a letter, to what is looked for.
// To be run on a quiet machine:
//   node src/test/browser/bench-tree.mjs
import { browse } from './browser.mjs';
import { serve } from './server.mjs';

const server = await serve();
server.fake.fleet = true;
const browser = await browse(server.url);
try {
  const visit = await (await browser.open('#/jobs')).logIn('olga', 'turbine');
  const work = async () => (await visit.page.metrics()).TaskDuration * 1000;
  await visit.page.evaluate(() => {
    window.until = async condition => {
      while (!condition()) {
        await new Promise(requestAnimationFrame);
      }
    };
    window.row = text => [...document.querySelectorAll('.tree-row')].find(each => each.innerText.includes(text));
    window.type = key => document.querySelector('.virtual').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  });
  /** Does it in the page, until it is painted. */
  const timed = async (what, act) => {
    const before = await work();
    const begin = performance.now();
    await visit.page.evaluate(act);
    await visit.page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve))));
    const took = performance.now() - begin;
    console.log(`${what}: ${took.toFixed(0)} ms, in which the page works ${((await work()) - before).toFixed(0)} ms`);
  };
  await timed('first lines', async () => {
    location.hash = '#/tree';
    await window.until(() => window.row('energy/wind-turbine'));
  });
  await timed('a type unfolded', async () => {
    window.row('energy/wind-turbine').querySelector('.twist').click();
    await window.until(() => window.row('n-5'));
  });
  await timed('all 100,000 read by scrolling', async () => {
    const box = document.querySelector('.virtual');
    while (document.querySelector('g-virtual').count < 100_000) {
      box.scrollTop = box.scrollHeight;
      await new Promise(resolve => setTimeout(resolve, 5));
    }
    await window.until(() => window.row('n-99'));
  });
  await timed('End', async () => {
    document.querySelector('.virtual').focus();
    window.type('End');
    await window.until(() => window.row('n-99999'));
  });
  await timed('ten steps up', async () => {
    for (let i = 0; i < 10; i++) {
      window.type('ArrowUp');
      await new Promise(requestAnimationFrame);
    }
  });
  await timed('a word typed', async () => {
    for (const letter of 'node 4711') {
      window.type(letter);
    }
    await window.until(() => window.row('n-4711'));
  });
} finally {
  await browser.close();
  server.close();
}
process.exit(0);
