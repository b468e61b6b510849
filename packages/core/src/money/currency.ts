import { fail, ok, type Result } from '../result/index.ts';

/** A currency of ISO 4217. */
export interface Currency {
  /** Three capital letters. */
  readonly code: string;
  /** Decimal places of the smallest unit: 2 for cents, 0 where there is none, 3 for mils. */
  readonly minorUnits: number;
  readonly name: string;
}

/**
 * Circulating currencies of ISO 4217 list one (2025), by number of minor-unit decimals. Funds codes, metals,
 * test codes and currencies withdrawn by then are left out.
 */
const NAMES_BY_MINOR_UNITS: Readonly<Record<number, string>> = {
  0: `BIF Burundi Franc, CLP Chilean Peso, DJF Djibouti Franc, GNF Guinean Franc, ISK Iceland Krona, JPY Yen,
    KMF Comorian Franc, KRW Won, PYG Guarani, RWF Rwanda Franc, UGX Uganda Shilling, VND Dong, VUV Vatu,
    XAF CFA Franc BEAC, XOF CFA Franc BCEAO, XPF CFP Franc`,
  2: `AED UAE Dirham, AFN Afghani, ALL Lek, AMD Armenian Dram, AOA Kwanza, ARS Argentine Peso,
    AUD Australian Dollar, AWG Aruban Florin, AZN Azerbaijan Manat, BAM Convertible Mark, BBD Barbados Dollar,
    BDT Taka, BGN Bulgarian Lev, BMD Bermudian Dollar, BND Brunei Dollar, BOB Boliviano, BRL Brazilian Real,
    BSD Bahamian Dollar, BTN Ngultrum, BWP Pula, BYN Belarusian Ruble, BZD Belize Dollar, CAD Canadian Dollar,
    CDF Congolese Franc, CHF Swiss Franc, CNY Yuan Renminbi, COP Colombian Peso, CRC Costa Rican Colon,
    CUP Cuban Peso, CVE Cabo Verde Escudo, CZK Czech Koruna, DKK Danish Krone, DOP Dominican Peso,
    DZD Algerian Dinar, EGP Egyptian Pound, ERN Nakfa, ETB Ethiopian Birr, EUR Euro, FJD Fiji Dollar,
    FKP Falkland Islands Pound, GBP Pound Sterling, GEL Lari, GHS Ghana Cedi, GIP Gibraltar Pound, GMD Dalasi,
    GTQ Quetzal, GYD Guyana Dollar, HKD Hong Kong Dollar, HNL Lempira, HTG Gourde, HUF Forint, IDR Rupiah,
    ILS New Israeli Sheqel, INR Indian Rupee, IRR Iranian Rial, JMD Jamaican Dollar, KES Kenyan Shilling,
    KGS Som, KHR Riel, KPW North Korean Won, KYD Cayman Islands Dollar, KZT Tenge, LAK Lao Kip,
    LBP Lebanese Pound, LKR Sri Lanka Rupee, LRD Liberian Dollar, LSL Loti, MAD Moroccan Dirham,
    MDL Moldovan Leu, MGA Malagasy Ariary, MKD Denar, MMK Kyat, MNT Tugrik, MOP Pataca, MRU Ouguiya,
    MUR Mauritius Rupee, MVR Rufiyaa, MWK Malawi Kwacha, MXN Mexican Peso, MYR Malaysian Ringgit,
    MZN Mozambique Metical, NAD Namibia Dollar, NGN Naira, NIO Cordoba Oro, NOK Norwegian Krone,
    NPR Nepalese Rupee, NZD New Zealand Dollar, PAB Balboa, PEN Sol, PGK Kina, PHP Philippine Peso,
    PKR Pakistan Rupee, PLN Zloty, QAR Qatari Rial, RON Romanian Leu, RSD Serbian Dinar, RUB Russian Ruble,
    SAR Saudi Riyal, SBD Solomon Islands Dollar, SCR Seychelles Rupee, SDG Sudanese Pound, SEK Swedish Krona,
    SGD Singapore Dollar, SHP Saint Helena Pound, SLE Leone, SOS Somali Shilling, SRD Surinam Dollar,
    SSP South Sudanese Pound, STN Dobra, SVC El Salvador Colon, SYP Syrian Pound, SZL Lilangeni, THB Baht,
    TJS Somoni, TMT Turkmenistan New Manat, TOP Paanga, TRY Turkish Lira, TTD Trinidad and Tobago Dollar,
    TWD New Taiwan Dollar, TZS Tanzanian Shilling, UAH Hryvnia, USD US Dollar, UYU Peso Uruguayo,
    UZS Uzbekistan Sum, VED Bolivar Digital, VES Bolivar Soberano, WST Tala, XCD East Caribbean Dollar,
    XCG Caribbean Guilder, YER Yemeni Rial, ZAR Rand, ZMW Zambian Kwacha, ZWG Zimbabwe Gold`,
  3: `BHD Bahraini Dinar, IQD Iraqi Dinar, JOD Jordanian Dinar, KWD Kuwaiti Dinar, LYD Libyan Dinar,
    OMR Rial Omani, TND Tunisian Dinar`,
};

/** All currencies, by code. */
export const CURRENCIES: ReadonlyMap<string, Currency> = new Map(
  Object.entries(NAMES_BY_MINOR_UNITS)
    .flatMap(([minorUnits, names]) =>
      names.split(/,\s+/).map((entry): Currency => {
        return { code: entry.slice(0, 3), minorUnits: Number(minorUnits), name: entry.slice(4) };
      }),
    )
    .sort((one, other) => (one.code < other.code ? -1 : 1))
    .map((currency) => [currency.code, currency]),
);

/** True for the code of a circulating currency: `USD`, not `usd` nor `XYZ`. */
export const isCurrencyCode = (text: string): boolean => CURRENCIES.has(text);

/** The currency of a code. Fails: BAD_CURRENCY when it is no circulating currency of ISO 4217. */
export function parseCurrency(text: string, path = ''): Result<Currency> {
  const currency = CURRENCIES.get(text);
  if (currency !== undefined) return ok(currency);
  return fail('BAD_CURRENCY', path, `"${text.slice(0, 40)}" is not a currency`, {
    expected: 'a code of ISO 4217, such as USD',
  });
}
