import { CHOICE_RULES, type ChoiceRule } from '../deal/index.ts';
import type { QuestionContext } from './question.ts';

const nameOf = ({ name }: ChoiceRule): string => name.replaceAll('-', '_');

/** The rules by which a field with several values can be decided, as they are asked for; the first is the default. */
export const RULE_NAMES: readonly string[] = CHOICE_RULES.map(nameOf);

/** The context with the rule that was asked for. */
export const ruledBy = (context: QuestionContext, by: string | undefined): QuestionContext => {
  const rule = CHOICE_RULES.find((one) => nameOf(one) === by);
  return rule === undefined || by === RULE_NAMES[0] ? context : { ...context, rule };
};
