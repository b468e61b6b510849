export { referenceFacts } from './reference-facts.ts';
