import type { QuotePlace } from './draft-context.ts';

/**
 * Text that speaks to a program instead of reporting: orders to ignore or to output something, the roles of a chat,
 * the marks of a prompt, the fields of an answer. No rule depends on it; a draft that rests on such text is dropped.
 */
const ORDERS = [
  /\b(?:ignore|disregard|forget|override|bypass)\b[^.!?\n]{0,40}\b(?:rules?|instructions?|prompts?|directions?|guidelines|above|previous|prior)\b/i,
  /(?:^|[\s"'({[>])(?:system|assistant|user|developer|human|ai)\s*:\s/i,
  /<\|[^|\n]{1,40}\|>|\[\/?(?:INST|SYS|SYSTEM)\]|<<\/?SYS>>|<\/?(?:system|assistant|user|document|instructions?|prompt)\b|<<<|>>>|###\s*(?:instructions?|system|response)/i,
  /\b(?:you are|act as|behave as|pretend to be)\b[^.!?\n]{0,30}\b(?:ai|assistant|(?:language )?model|chatbot|llm|extractor|parser)\b/i,
  /\b(?:as an ai\b|system prompt|new instructions?:|instructions? (?:for|to) (?:the |any )?(?:ai|(?:language )?models?|assistants?)\b)/i,
  /\b(?:ai|llm|(?:language )?models?|assistants?|chatbots?)\b[^.!?\n]{0,40}\b(?:must|should|shall|please) (?:only |now |also )?(?:output|answer|report|extract|add|say|respond|return)\b/i,
  /(?:^|[.!?:;"'“(\]>-]\s*|\b(?:please|must|should|then|and|instead|also|now|to) )(?:output|print|respond|reply|emit|return|extract|report|record|add|include|insert|state|claim|say|answer|write) (?:only |exactly |just |instead |the following|that |a claim|this claim|the claim|json|verbatim)/i,
  /"(?:type|quote|claims|status|issuer|investor)"\s*:/i,
];

/** The longest paragraph that is looked at whole; of a longer one, the sentences of the quote. */
const PARAGRAPH_LIMIT = 1500;
const COMMENT_REACH = 20_000;

/** Whether a quote stands in text that gives orders, or in a comment of HTML. */
export function givesOrders(text: string, { span, line, around }: QuotePlace): boolean {
  const [start, end] = line.end - line.start <= PARAGRAPH_LIMIT ? [line.start, line.end] : around;
  const words = text.slice(start, end);
  return ORDERS.some((order) => order.test(words)) || inComment(text, span[0]) || words.includes('-->');
}

function inComment(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - COMMENT_REACH), at);
  return before.lastIndexOf('<!--') > before.lastIndexOf('-->');
}
