// The console as its bundle serves it, with an API behind it: a fake one with recorded answers, or a real one that requests are handed to.
import { createServer, request as httpRequest } from 'node:http';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FakeApi } from './fake-api.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const classes = join(root, 'target/classes/org/gemello/console/internal');
const TYPES = { html: 'text/html; charset=utf-8', js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8', txt: 'text/plain' };

/** Read each time: while someone develops, a build comes in between. */
const names = () => new Set(readFileSync(join(classes, 'ui/files.txt'), 'utf8').split('\n').filter(Boolean));

/** Starts it on a free port, or on the one given; `handTo` is the address of a platform. */
export async function serve({ port = 0, handTo } = {}) {
  const policy = file => readFileSync(join(classes, file), 'utf8').trim().split('\n').join('; ');
  const fake = new FakeApi();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    if (pathname.startsWith('/api/')) {
      return handTo ? hand(handTo, request, response) : fake.answer(request, response);
    }
    const name = pathname === '/ui/' ? 'index.html' : pathname.slice('/ui/'.length);
    if (!names().has(name)) {
      return response.writeHead(pathname === '/' ? 302 : 404, { location: '/ui/' }).end();
    }
    const frame = name === 'frame.html';
    response.writeHead(200, {
      'content-type': TYPES[name.split('.').pop()],
      'content-security-policy': policy(frame ? 'ui/frame-policy.txt' : 'content-security-policy.txt'),
      ...(frame ? { 'connection-allowlist': '()' } : {}),
    });
    response.end(readFileSync(join(classes, 'ui', name)));
  });
  await new Promise(resolve => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    fake,
    close: () => {
      fake.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

function hand(to, request, response) {
  const onward = httpRequest(
    new URL(request.url, to),
    { method: request.method, headers: { ...request.headers, host: new URL(to).host } },
    answer => {
      response.writeHead(answer.statusCode, answer.headers);
      answer.pipe(response);
    },
  );
  onward.on('error', () => response.writeHead(502).end());
  response.on('close', () => onward.destroy());
  request.pipe(onward);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { url } = await serve({ port: Number(process.env.PORT ?? 8282), handTo: process.env.GEMELLO_API });
  console.log(url);
}
