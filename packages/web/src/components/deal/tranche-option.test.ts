import type { FigureView, TrancheView } from '@tranche/service/views';
import { describe, expect, it } from 'vitest';
import type { SliceView } from '../../api/types.ts';
import { barParts, payersIn } from './tranche-option.ts';

const figure = (billions?: number): FigureView => ({
  node: 'n',
  text: billions === undefined ? 'unknown' : `USD ${billions}bn`,
  unit: 'USD',
  vague: false,
  ...(billions === undefined ? {} : { approximate: billions * 1e9 }),
});

const slice = (payer: string, committed?: number, drawn?: number, undrawn?: number): SliceView => ({
  payer,
  share: payer === 'SoftBank' ? 'own' : 'syndicated',
  committed: figure(committed),
  drawn: figure(drawn),
  undrawn: figure(undrawn),
  status: 'agreed',
  evidence: [],
});

const tranche = (label: string, slices: SliceView[]): TrancheView => ({
  id: label,
  label,
  amount: figure(10),
  money: 'primary',
  status: 'agreed',
  conditionState: 'none',
  fallback: [],
  slices,
  joins: [],
  evidence: [],
});

const drawnParts = (slices: SliceView[]) =>
  barParts([tranche('first closing', slices)]).parts.map(({ payer, part, value }) => [
    payer,
    part,
    value / 1e9,
  ]);

describe('the bars of the tranches', () => {
  it('split a slice into what was drawn and what was not', () => {
    expect(drawnParts([slice('SoftBank', 30, 7.5, 22.5)])).toEqual([
      ['SoftBank', 'drawn', 7.5],
      ['SoftBank', 'undrawn', 22.5],
    ]);
  });

  it('leave out a part that is zero', () => {
    expect(drawnParts([slice('SoftBank', 7.5, 7.5, 0)])).toEqual([['SoftBank', 'drawn', 7.5]]);
  });

  it('show the commitment alone where it is not known what was drawn', () => {
    expect(drawnParts([slice('co-investors', 10, undefined, undefined)])).toEqual([
      ['co-investors', 'committed', 10],
    ]);
  });

  it('name a slice without any number instead of drawing nothing for it', () => {
    const { parts, withoutNumber } = barParts([tranche('second closing', [slice('co-investors')])]);
    expect(parts).toEqual([]);
    expect(withoutNumber).toEqual(['co-investors in second closing']);
  });

  it('put own money before syndicated money, in the bars and in the order of colours', () => {
    const { parts } = barParts([
      tranche('first', [slice('co-investors', 2.5, 2.5, 0)]),
      tranche('second', [slice('co-investors', 7.5, 0, 7.5), slice('SoftBank', 22.5, 0, 22.5)]),
    ]);
    expect(parts.map(({ payer }) => payer)).toEqual(['co-investors', 'SoftBank', 'co-investors']);
    expect(payersIn(parts)).toEqual(['SoftBank', 'co-investors']);
  });
});
