import { appendFileSync, chmodSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { plant } from '../tidy/planted.ts';
import { findChromium } from './chromium.mjs';
import { filesBelow, fingerprint, isStamped, writeStamp } from './fingerprint.mjs';
import { isInstalled } from './install.mjs';
import { complaintAboutNode } from './node-version.mjs';

test('a Node that is too old gets a sentence that says which one to get', () => {
  expect(complaintAboutNode('18.20.4')).toContain('needs Node 20.19 or newer; this is Node 18.20.4');
  expect(complaintAboutNode('20.18.3')).toContain('needs Node 20.19');
  expect(complaintAboutNode('20.19.0')).toBeUndefined();
  expect(complaintAboutNode('24.0.0')).toBeUndefined();
});

test('the fingerprint changes with a content and with a name, and ignores what was built', () => {
  const root = plant({
    'src/a.ts': 'one',
    'src/b.ts': 'two',
    'dist/c.js': 'three',
    'node_modules/d.js': 'four',
  });
  const now = () => fingerprint(root, filesBelow([root]));
  const first = now();
  expect(now()).toBe(first);
  appendFileSync(join(root, 'dist/c.js'), 'more');
  expect(now()).toBe(first);
  appendFileSync(join(root, 'src/a.ts'), 'more');
  const second = now();
  expect(second).not.toBe(first);
  renameSync(join(root, 'src/b.ts'), join(root, 'src/c.ts'));
  expect(now()).not.toBe(second);
});

test('a stamp holds for the fingerprint it was written for and for no other', () => {
  const stamp = join(plant({}), 'dist', '.built-from');
  expect(isStamped(stamp, 'abc')).toBe(false);
  writeStamp(stamp, 'abc');
  expect(isStamped(stamp, 'abc')).toBe(true);
  expect(isStamped(stamp, 'abd')).toBe(false);
});

test('packages are installed when every one the lock file asks for is there in its version', () => {
  const wanted = {
    packages: {
      '': { version: '0.1.0' },
      'packages/core': { version: '0.1.0' },
      'node_modules/zod': { version: '4.6.7' },
      'node_modules/@esbuild/win32-x64': { version: '0.28.2', optional: true },
    },
  };
  expect(isInstalled(wanted, { packages: { 'node_modules/zod': { version: '4.6.7' } } })).toBe(true);
  expect(isInstalled(wanted, { packages: { 'node_modules/zod': { version: '4.6.6' } } })).toBe(false);
  expect(isInstalled(wanted, {})).toBe(false);
});

test('the Chromium named by CHROMIUM is taken, and one on the PATH is found', () => {
  const root = plant({ 'bin/chromium': '#!/bin/sh\n', 'other/browser': '#!/bin/sh\n' });
  chmodSync(join(root, 'bin/chromium'), 0o755);
  chmodSync(join(root, 'other/browser'), 0o755);
  expect(findChromium({ CHROMIUM: join(root, 'other/browser') })).toBe(join(root, 'other/browser'));
  expect(findChromium({ CHROMIUM: join(root, 'missing'), PATH: join(root, 'bin') })).toBeUndefined();
  expect(findChromium({ PATH: join(root, 'bin') })).toBe(join(root, 'bin/chromium'));
});
