import { expect, it } from 'vitest';
import { attributionIn } from './attribution.ts';

it.each([
  ['Mill raised $5m, according to a regulatory filing.', 'filing'],
  ['Documents filed with the SEC show the sale.', 'filing'],
  ['The round was disclosed in a Form D.', 'filing'],
  ['Mill is raising money, people familiar with the matter said.', 'unnamed_people'],
  ['Mill is raising money, according to people with direct knowledge of the deal.', 'unnamed_people'],
  ['Mill is raising money, two sources told a newspaper.', 'unnamed_people'],
  ['Mill is raising money, said a person familiar with the talks.', 'unnamed_person'],
  ['A source close to Mill put it at $5m.', 'unnamed_person'],
  ['The startup said it has raised $5m.', 'party_statement'],
  ['Mill raised $5m, it said in a blog post.', 'party_statement'],
  ['Mill Labs said on Tuesday it has raised $5m.', 'party_statement'],
  ['It was reported that Mill raised $5m.', 'relay'],
  ['A newspaper reported the talks.', 'relay'],
])('%s', (sentence, kind) => {
  expect(attributionIn(sentence)).toEqual({ kind });
});

it.each([
  ['CEO Ada Brook said Mill has raised $5m.', 'Ada Brook'],
  ['Ada Brook, chief executive of Mill, told reporters the round is done.', 'Ada Brook'],
  ['"The round is done," said Ada Brook, co-founder.', 'Ada Brook'],
])('names who speaks: %s', (sentence, name) => {
  expect(attributionIn(sentence)).toEqual({ kind: 'named_person', name });
});

it('a plain sentence is vouched for by nobody in particular', () => {
  expect(attributionIn('Mill has raised $5m.')).toBeUndefined();
});
