import { expect, test } from 'vitest';
import { CURRENCIES, isCurrencyCode, parseCurrency } from './index.ts';

test('a code leads to its name and minor units', () => {
  expect(parseCurrency('USD')).toEqual({
    ok: true,
    value: { code: 'USD', minorUnits: 2, name: 'US Dollar' },
  });
  expect(CURRENCIES.get('JPY')?.minorUnits).toBe(0);
  expect(CURRENCIES.get('KWD')?.minorUnits).toBe(3);
});

test.each(['usd', 'US', 'USDT', 'XYZ', '$', '', 'DEM', 'XAU'])(
  '%j is not a currency in circulation',
  (text) => {
    expect(isCurrencyCode(text)).toBe(false);
    expect(parseCurrency(text, 'amount.currency')).toMatchObject({
      ok: false,
      failure: { code: 'BAD_CURRENCY', path: 'amount.currency' },
    });
  },
);

test('no currency is shown with more decimals than it has minor units', () => {
  // Unicode's data for display departs from ISO 4217 only by showing fewer, where coins have lost their worth.
  const known = [...CURRENCIES.values()].filter(({ code }) =>
    Intl.supportedValuesOf('currency').includes(code),
  );
  expect(known.length).toBeGreaterThan(140);
  for (const { code, minorUnits } of known) {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency: code });
    expect.soft(format.resolvedOptions().maximumFractionDigits, code).toBeLessThanOrEqual(minorUnits);
  }
});

test('every entry has a code of three capitals and a name', () => {
  for (const { code, name } of CURRENCIES.values()) {
    expect(code).toMatch(/^[A-Z]{3}$/);
    expect(name).toMatch(/^[A-Z][\w .]+$/);
  }
});
