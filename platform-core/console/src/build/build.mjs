// Builds the console: types from the contract, checked TypeScript, one page whose scripts and styles have their hash in their name.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const contract = join(root, '../rest/src/main/openapi/openapi.yaml');
const types = join(root, 'target/contract/api.d.ts');
const out = join(root, 'target/classes/org/gemello/console/internal/ui');
const bin = name => join(root, 'node_modules/.bin', name);

/** Packages as the lock file says, once for each state of it. */
function install() {
  const hash = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const mark = join(root, 'node_modules/.gemello');
  if (!existsSync(mark) || readFileSync(mark, 'utf8') !== hash) {
    execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'], { cwd: root, stdio: 'inherit' });
    writeFileSync(mark, hash);
  }
}

async function bundle() {
  const { build } = await import('esbuild');
  rmSync(out, { recursive: true, force: true });
  const result = await build({
    absWorkingDir: root,
    entryPoints: ['src/main/web/main.ts'],
    outdir: out,
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    metafile: true,
    legalComments: 'linked',
    charset: 'utf8',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const files = Object.keys(result.metafile.outputs).map(file => file.slice(file.lastIndexOf('/') + 1));
  const page = readFileSync(join(root, 'src/main/web/index.html'), 'utf8')
    .replace(
      'main.css',
      files.find(file => file.endsWith('.css')),
    )
    .replace(
      'main.js',
      files.find(file => /^main-.*\.js$/.test(file)),
    );
  writeFileSync(join(out, 'index.html'), page);
  await frame(build);
  writeFileSync(join(out, 'files.txt'), ['index.html', 'frame.html', ...files].join('\n') + '\n');
}

/** The page in which a module of a pack runs: one script, in the page itself, because the page's origin can fetch none; its policy has its hash. */
async function frame(build) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['src/main/web/frame/frame.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    charset: 'utf8',
  });
  const script = outputFiles[0].text.trim();
  const policy = readFileSync(join(root, 'src/main/web/frame/content-security-policy.txt'), 'utf8');
  writeFileSync(
    join(out, 'frame.html'),
    readFileSync(join(root, 'src/main/web/frame/frame.html'), 'utf8').replace('frame.js', () => script),
  );
  writeFileSync(join(out, 'frame-policy.txt'), policy.replace('{script}', createHash('sha256').update(script).digest('base64')));
}

install();
mkdirSync(dirname(types), { recursive: true });
execFileSync(bin('openapi-typescript'), [contract, '--default-non-nullable', 'false', '-o', types], { cwd: root });
if (spawnSync(bin('tsc'), ['-p', root], { cwd: root, stdio: 'inherit' }).status !== 0) {
  process.exit(1); // tsc has said what is wrong, and where
}
await bundle();
