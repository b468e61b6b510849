import { capTable, TRANSACTION_TYPES } from '@tranche/core/captable';
import { z } from 'zod';
import {
  amount,
  byId,
  date,
  defineCalculator,
  figure,
  figureOrNull,
  flag,
  id,
  list,
  object,
  oneOf,
  positive,
} from '../calculator/index.ts';

const transaction = object({
  type: id(
    'stock_, equity_compensation_, warrant_ or convertible_ followed by issuance, transfer, cancellation, ' +
      'repurchase, retraction, reissuance, conversion, exercise or release; or class_split, ' +
      'class_authorized_adjustment, plan_reserve_adjustment',
  ).refine((type) => TRANSACTION_TYPES.includes(type), { error: 'BAD_ENUM' }),
  date: date('the day on which it takes effect'),
  id: id('of the transaction; a split is named by it').optional(),
  security_id: id('the security that is issued, or that the event is about').optional(),
  class: id('of issued stock; of a split or an adjustment').optional(),
  plan: id('from which equity compensation is granted; of an adjustment').optional(),
  holder: id('to whom a security is issued').optional(),
  certificate: id('number of the certificate; used once').optional(),
  kind: oneOf('of an issued convertible', ['safe', 'note']).optional(),
  quantity: amount('shares issued or taken; the new number of an adjustment').optional(),
  amount: amount('money of a convertible, issued or taken').optional(),
  remainder: oneOf('what becomes of the part of the security that the event does not take', [
    'ends',
    'stays',
  ]).optional(),
  balance_security_id: id('the security in which the rest lives on').optional(),
  resulting_security_ids: list(id('a security issued in place of what was taken')).optional(),
  split_id: id('the class_split under which a certificate is reissued').optional(),
  ratio: object({ new: positive('shares after'), old: positive('shares before') }).optional(),
});

export const capTableCalculator = defineCalculator({
  name: 'cap_table',
  summary: 'The cap table on a day, from the transactions of an equity ledger.',
  description: [
    'Plays transactions in the manner of the Open Cap Format up to the end of `as_of`; later ones are checked for',
    'their fields only. All issuances up to the day are taken first, then events by date and, within a day, by the',
    'order of the list. An event dated before its issuance counts from the issuance on, and gives a warning.',
    '',
    '**Events end securities.** A transfer, cancellation, repurchase, retraction, reissuance or conversion ends the',
    'security it names, whatever its `quantity`. What it does not take lives on only in a security issued for it,',
    '`balance_security_id`, which has to be of the same instrument and class and equal the rest. Without `quantity`',
    'an event takes everything, or all but the balance. With `remainder: stays` the event is read as a subtraction,',
    'and the rest stays in the security. A part that neither stays nor has a certificate is gone, with a warning.',
    'What an event creates is issued by its own issuance; `resulting_security_ids` names it.',
    '',
    '**Exercises and releases** lower the grant or warrant by their quantity (`exercise_reading: delta`, the',
    'default) or end it (`terminal`). `remainder` and `balance_security_id`, where given, come before this reading.',
    '',
    '**Needed fields.** An issuance has a `security_id`, and: stock `class` and `quantity`; equity compensation and',
    'warrants `quantity`; convertibles `kind` and `amount`. An event has a `security_id`; convertibles are taken from',
    'by `amount`, or `quantity` where there is no amount. `class_split` has `class` and `ratio`;',
    '`class_authorized_adjustment` has `class`, `plan_reserve_adjustment` has `plan`, and `quantity` is the new',
    'number, in force from that day on. Fields that mean nothing to a type are ignored.',
    '',
    '**Splits** change nothing by themselves: certificates are reissued. An event with `split_id` is checked: its',
    '`resulting_security_ids` together hold what it took × new ÷ old.',
    '',
    '**Authorized shares** are checked at the end of each day, so that certificates replaced on one day are not',
    'counted twice; the failure names the issuance that goes beyond. `enforce_authorized: false` lets it pass, and',
    '`issuable` is then below zero.',
    '',
    '`as_converted` is outstanding × numerator ÷ denominator (1 where no ratio is given). Of a plan, `exercised` adds',
    'up exercises and releases, and `available` is reserved − outstanding − exercised: what is cancelled comes back,',
    'what is exercised does not. `fully_diluted` is shares as converted, equity compensation, warrants and the',
    'shares still available under plans; convertibles are not in it. Other bases are capitalization definitions.',
    'Holders and securities of which nothing is left are shown at zero.',
    '',
    'Source: Open Cap Format, "Traversing Transactions" and the schemas of its transactions.',
  ].join('\n'),
  input: object({
    as_of: date('the day, included'),
    classes: list(
      object({
        id: id('name of the class'),
        authorized: amount('shares that may be issued; no limit where absent').optional(),
        conversion_ratio: object({
          numerator: amount('common shares that come of'),
          denominator: positive('this many shares of the class'),
        }).optional(),
      }),
      'id',
    ),
    plans: list(
      object({ id: id('name of the plan'), reserved: amount('shares reserved at first') }),
      'id',
    ).optional(),
    exercise_reading: oneOf('how an exercise for a part is read; default delta', [
      'delta',
      'terminal',
    ]).optional(),
    enforce_authorized: flag('whether more shares than authorized are refused; default true').optional(),
    transactions: list(transaction, 'id'),
  }),
  output: object({
    as_of: z.string().describe('the day'),
    warnings: z
      .array(z.unknown())
      .describe('texts that begin with the path of a field: what was read although it does not fit'),
    classes: byId(
      object({
        outstanding: figure('shares'),
        authorized: figureOrNull('shares; null where nothing limits them'),
        issuable: figureOrNull('authorized − outstanding'),
        conversion_ratio: figure('common shares per share'),
        as_converted: figure('common shares'),
      }),
    ),
    plans: byId(
      object({
        reserved: figure('shares'),
        outstanding: figure('shares under grants that are left'),
        exercised: figure('shares exercised or released'),
        available: figure('reserved − outstanding − exercised'),
      }),
    ),
    equity_compensation_outstanding: figure('shares under grants, of a plan or not'),
    warrants_outstanding: figure('shares'),
    convertibles: byId(figure('money'), 'by kind: safe, note'),
    as_converted_total: figure('shares of all classes as converted'),
    fully_diluted: figure(
      'shares as converted, equity compensation, warrants and what is available under plans',
    ),
    holders: byId(
      // Named as the published schema has it; any class may stand there.
      z.object({
        common: figure('shares, by the id of the class').optional(),
        preferred: figure('shares, by the id of the class').optional(),
      }),
      'by holder, then by class',
    ),
    securities: byId(figure('shares, or money of a convertible; zero once it has ended')),
  }),
  compute: capTable,
});
