/** The day the report below was published: the text itself does not say. */
export const PUBLISHED = '2025-02-12';

/** A report in the manner of a translated blog: a sum in the wrong currency above, hedged claims below. */
export const REPORT = `A Record of 290 Billion Dollars is on the Way

OpenAI is reportedly about to receive an investment of 40 billion dollars from SoftBank. Converted, 40 billion dollars is about 290 billion yuan. If the deal lands, SoftBank will overtake Microsoft as the largest investor in OpenAI.

The first tranche, about 10 billion dollars, may be paid as early as this spring, and SoftBank wants other investors to join.

SoftBank invested 500 million dollars in OpenAI in October of last year, and later added 1.5 billion dollars.

DeepSeek has not taken any outside financing so far.
`;
