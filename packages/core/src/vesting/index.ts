export { ALLOCATIONS, type Allocation } from './allocation.ts';
export type { BeforeGrant } from './before-grant.ts';
export type { EventVesting } from './event.ts';
export type { Installment, VestingSchedule } from './schedule.ts';
export { type Vesting, type VestingInput, vesting } from './vesting.ts';
