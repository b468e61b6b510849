import { opm } from '@tranche/core/valuation';
import {
  amount,
  anyNumber,
  byId,
  defineCalculator,
  figure,
  id,
  list,
  object,
  positive,
} from '../calculator/index.ts';
import { exitClasses, exitOptions, exitSafes } from './securities.ts';

export const opmCalculator = defineCalculator({
  name: 'opm',
  summary:
    'What each class is worth by the option pricing method, from an equity value or from the price of a class.',
  description: [
    'Equity is cut into layers at the breakpoints of the exit waterfall (the `waterfall` calculator says how classes,',
    'options and SAFEs are paid). A layer is worth the call on the equity struck at its start less the call struck at',
    'the next breakpoint; the first starts at zero, where the call is the equity less its dividends, the last has no',
    'end. A class is worth the sum of its weight in each layer times what the layer is worth. Options are worth what',
    'they get net of their strikes. `per_share` divides by the shares of the class as issued, of an option by the',
    'shares under it, of a SAFE by the shares it may become; without shares there is none.',
    '',
    'Calls are Black-Scholes-Merton: `S e^(−qT) N(d1) − K e^(−rT) N(d2)`, with `volatility` of the equity a year, `years`',
    'to the exit, and `rate` and `dividend_yield` (default 0) continuous, a year. The rate may be below zero. Dividends',
    'on classes have to be accrued to the exit. Discounts for lack of marketability are left to the caller.',
    '',
    'Exactly one of `equity_value` and `backsolve` is given. A backsolve finds the equity value at which a share of the',
    'class is worth the price. Use the table after the round: that before it gives another company without complaint.',
    'NO_SOLUTION is given where no equity value makes the class worth its price (plain debt above its present value), and',
    'where more than one does, or the value of the class hardly moves with that of the equity.',
    '',
    'Without volatility or without time the calls are worth their discounted excess; `d1` and `d2` are then `Infinity`',
    'or `-Infinity`, or 0 at the money. With rates of zero besides, everything is exact and equals the waterfall.',
    'Otherwise values are floating: calls and the equity value of a backsolve to 1e-12 relative, weights and sums',
    'exact, so that the values sum to the equity value less its dividends. Numbers beyond 1e200, and rates that grow',
    'beyond e^300, are refused.',
  ].join('\n'),
  input: object({
    classes: exitClasses,
    options: exitOptions.optional(),
    safes: exitSafes.optional(),
    equity_value: amount('money; of all classes, options and SAFEs together').optional(),
    backsolve: object({
      class: id('the class whose price is known'),
      price_per_share: positive('money per share'),
    }).optional(),
    volatility: amount('of the equity, a year, as a fraction of 1'),
    years: amount('to the exit'),
    rate: anyNumber('continuous, a year, as a fraction of 1'),
    dividend_yield: amount('continuous, a year, as a fraction of 1; default 0').optional(),
  }),
  output: object({
    equity_value: figure('money'),
    breakpoints: list(figure('net proceeds at which the split of the next unit changes')),
    calls: list(
      object({
        strike: figure('money; the breakpoint'),
        value: figure('money'),
        d1: figure('standard deviations; Infinity or -Infinity where nothing is uncertain'),
        d2: figure('standard deviations; Infinity or -Infinity where nothing is uncertain'),
        n_d1: figure('the normal distribution at d1'),
        n_d2: figure('the normal distribution at d2; the chance that the breakpoint is reached'),
      }),
    ),
    values: byId(figure('money'), 'by class, option and SAFE'),
    per_share: byId(figure('money per share'), 'by class, option and SAFE, of those with shares'),
  }),
  compute: opm,
});
