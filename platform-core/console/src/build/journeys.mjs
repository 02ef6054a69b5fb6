// Runs the journeys in one browser for all their files: launching it costs as much as a journey.
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CHROMIUM, launch } from '../test/browser/browser.mjs';

const folder = join(dirname(fileURLToPath(import.meta.url)), '../test/browser');
const files = readdirSync(folder).filter(file => file.endsWith('.test.mjs')).sort();
const browser = CHROMIUM ? await launch() : undefined;
const run = spawn('node', ['--test', '--test-reporter=spec', ...process.argv.slice(2), ...files.map(file => join(folder, file))], {
  stdio: 'inherit',
  env: { ...process.env, ...(browser ? { GEMELLO_BROWSER: browser.wsEndpoint() } : {}) },
});
run.on('close', async code => {
  await browser?.close();
  process.exit(code ?? 1);
});
