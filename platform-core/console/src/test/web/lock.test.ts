import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

interface Lock {
  packages: Record<string, { resolved?: string; integrity?: string; license?: string }>;
}

test('the lock file names no registry, so that any may be used, and proves every package by its hash', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
  for (const [name, entry] of Object.entries(packages).filter(([path]) => path !== '')) {
    assert.equal(entry.resolved, undefined, name);
    assert.match(entry.integrity ?? '', /^sha512-/, name);
    assert.match(entry.license ?? '', /MIT|Apache|BSD|ISC|0BSD|MPL|BlueOak|Python/, name);
  }
});
