export { type IpoGuarantee, type IpoRatchet, type IpoRatchetInput, ipoRatchet } from './ipo-ratchet.ts';
