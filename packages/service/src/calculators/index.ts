export { CALCULATORS, calculatorNamed } from './registry.ts';
