import { expect, it } from 'vitest';
import { surfaceOf } from './io.ts';

const terminal = { columns: 132, isTTY: true };
const pipe = {};

it.each([
  ['a terminal', terminal, {}, { columns: 132, colours: true }],
  [
    'a terminal of someone who wants no colours',
    terminal,
    { NO_COLOR: '1' },
    { columns: 132, colours: false },
  ],
  ['a pipe', pipe, {}, { columns: 100, colours: false }],
  [
    'a pipe with a width and colours asked for',
    pipe,
    { COLUMNS: '80', FORCE_COLOR: '1' },
    { columns: 80, colours: true },
  ],
  [
    'a pipe with both colour settings',
    pipe,
    { NO_COLOR: '1', FORCE_COLOR: '1' },
    { columns: 100, colours: false },
  ],
  ['a width that is none', terminal, { COLUMNS: 'wide' }, { columns: 132, colours: true }],
])('%s gets lines and colours that fit it', (_, stream, environment, expected) => {
  expect(surfaceOf(stream, environment)).toEqual(expected);
});
