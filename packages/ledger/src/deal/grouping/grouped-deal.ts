import type { Statement } from '../../statement/index.ts';
import type { DealMoney, JoinedStatement } from '../view.ts';

export interface DealMember {
  readonly statement: Statement;
  readonly joined: JoinedStatement;
}

/** A financing with everything said of it by a day. */
export interface GroupedDeal {
  readonly id: string;
  readonly issuer: string;
  readonly issuerName: string;
  readonly money: DealMoney;
  readonly members: readonly DealMember[];
}
