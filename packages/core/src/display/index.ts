export { formatAmount, formatBounds, formatQuantity } from './quantity.ts';
