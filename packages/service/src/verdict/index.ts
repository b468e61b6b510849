export { checkedSource } from './checked-source.ts';
