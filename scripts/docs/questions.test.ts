import { QUESTIONS } from '@tranche/service/question';
import { expect, test } from 'vitest';
import { textOf } from './markdown.ts';

const PAGE = textOf('docs/reference/questions.md');

test('the page on the questions has a heading for each of them, in their order, and no other', () => {
  const headings = [...PAGE.matchAll(/^## `([a-z_]+)`$/gm)].map(([, name]) => name);
  expect(headings).toEqual(QUESTIONS.map(({ name }) => name));
});

test.each(QUESTIONS.map((question) => ({ ...question })))('the page says what $name takes', (question) => {
  const { name, by = [], takes = [] } = question;
  const [, rest = ''] = PAGE.split(`## \`${name}\`\n`);
  const [section = ''] = rest.split('\n## ');
  for (const word of [...by, ...takes.map((option) => `--${option}`)])
    expect(section).toContain(`\`${word}\``);
});
