import { expectOk } from '@tranche/core/result';
import { parsePlainDate } from '@tranche/core/time';
import { describe, expect, it } from 'vitest';
import type { Source } from '../../source/index.ts';
import { conditionReport } from './condition-state.ts';

const day = (text: string) => expectOk(parsePlainDate(text));
const source = (published: string, text: string): Source => ({
  id: published,
  name: published,
  title: published,
  published: day(published),
  tier: 'unattributed',
  text,
  sha256: published,
});
const CONDITION = 'Mill completes its corporate restructuring by the end of the year';
const sentence = (text: string, condition = CONDITION): string | undefined =>
  conditionReport(condition, [source('2025-06-01', text)], day('2025-04-01'), day('2025-12-31'))?.sentence;

describe('a condition has come about', () => {
  it.each([
    'Mill said that it had finished the overhaul of its corporate structure.',
    'Mill restructuring complete: founders keep a quarter',
    'The reorganisation was concluded in May.',
  ])('when a text says so: %s', (text) => expect(sentence(`First line\n${text}`)).toBe(text));

  it.each([
    'The payment will be made only if Mill completes a corporate reorganisation.',
    'The investor is due to pay, on condition that Mill has completed its reorganisation.',
    'The restructuring has not been completed.',
    'Mill completed its purchase of a mill.',
  ])('not when it is only awaited, denied, or about something else: %s', (text) => {
    expect(sentence(text)).toBeUndefined();
  });

  it('not before it was named, nor before the text was published', () => {
    const told = [source('2025-06-01', 'The restructuring is complete.')];
    expect(conditionReport(CONDITION, told, day('2025-06-01'), day('2025-12-31'))).toBeUndefined();
    expect(conditionReport(CONDITION, told, day('2025-04-01'), day('2025-05-31'))).toBeUndefined();
  });

  it('not by words, when it is of a kind that only its payment shows', () => {
    expect(sentence('Order intake reached EUR 70m.', 'order intake exceeds EUR 60m')).toBeUndefined();
  });
});
