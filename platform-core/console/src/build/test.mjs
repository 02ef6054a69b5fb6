// Runs the unit tests of the console's TypeScript in node, with a few stand-ins for what only a browser has.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const out = join(root, 'target/web-tests');
const tests = readdirSync(join(root, 'src/test/web')).filter(file => file.endsWith('.test.ts'));
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
await build({
  absWorkingDir: root,
  entryPoints: tests.map(file => 'src/test/web/' + file),
  outdir: out,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  format: 'esm',
  platform: 'node',
  banner: {
    js: 'globalThis.localStorage ??= { getItem: () => null, setItem: () => {} }; globalThis.document ??= { documentElement: {}, createTreeWalker: () => ({}) };',
  },
});
const run = spawnSync('node', ['--test', '--test-reporter=spec', ...tests.map(file => join(out, file.replace(/ts$/, 'mjs')))], {
  cwd: root,
  stdio: 'inherit',
});
process.exit(run.status ?? 1);
