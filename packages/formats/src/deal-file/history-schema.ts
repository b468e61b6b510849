import { z } from 'zod';
import { amount, day, positive, text } from './scalars.ts';

const id = text.optional().describe('a name for later events; needed where one refers to it');
const date = day;
const part = (of: string) => positive(`${of}; all of it when left out`).optional();
const security = text.describe('the id of an issue, a grant or a warrant before it');
const issuedAs = text.optional().describe('a name for the shares that come of it');

const issue = z.strictObject({
  event: z.literal('issue'),
  date,
  id,
  class: text,
  holder: text,
  shares: positive('how many'),
  price: amount('paid per share').optional(),
  certificate: text.optional(),
});

const grant = z.strictObject({
  event: z.literal('grant'),
  date,
  id,
  plan: text,
  holder: text,
  options: positive('how many'),
  strike: amount('price at which each becomes a share; an exit needs it').optional(),
});

const warrant = z.strictObject({
  event: z.literal('warrant'),
  date,
  id,
  class: text,
  holder: text,
  shares: positive('how many it may buy'),
  strike: amount('price per share; an exit needs it').optional(),
});

const exercise = z
  .strictObject({
    event: z.literal('exercise'),
    date,
    security,
    shares: part('how many'),
    issued_as: issuedAs,
  })
  .describe('options or a warrant become shares of their class');

const transfer = z.strictObject({
  event: z.literal('transfer'),
  date,
  security,
  to: text.describe('the new holder'),
  shares: part('how many'),
  issued_as: issuedAs,
});

const ends = (event: 'cancel' | 'repurchase', about: string) =>
  z.strictObject({ event: z.literal(event), date, security, shares: part('how many') }).describe(about);

const convert = z.strictObject({
  event: z.literal('convert'),
  date,
  security,
  shares: part('how many convert'),
  into: text.describe('the class they become'),
  receives: positive('how many shares of that class'),
  issued_as: issuedAs,
});

const split = z
  .strictObject({
    event: z.literal('split'),
    date,
    class: text,
    new: positive('so many new shares'),
    old: positive('for so many old ones'),
  })
  .describe('every certificate of the class is reissued, and options and warrants on it with their strikes');

const authorize = z.strictObject({
  event: z.literal('authorize'),
  date,
  class: text,
  shares: amount('allowed from then on'),
});

const reserve = z.strictObject({
  event: z.literal('reserve'),
  date,
  plan: text,
  options: amount('reserved from then on, what was exercised included'),
});

/** What happened to the securities of the company, one dated event after another. */
export const historySchema = z
  .array(
    z.discriminatedUnion('event', [
      issue,
      grant,
      warrant,
      exercise,
      transfer,
      ends('cancel', 'shares or options come to nothing'),
      ends('repurchase', 'the company buys shares back'),
      convert,
      split,
      authorize,
      reserve,
    ]),
  )
  .describe('what happened to the securities of the company, each with its day');
