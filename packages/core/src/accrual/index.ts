export { type Accrual, accrue, checkAccrual } from './accrual.ts';
export { DAY_COUNTS, type DayCount, yearFraction } from './day-count.ts';
