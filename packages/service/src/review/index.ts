export { claimReviewsOf, claimReviewText } from './claim-review.ts';
export { claimReview } from './shape.ts';
