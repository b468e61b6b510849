/** The seed all property tests use, so that two runs see the same cases; `FAST_CHECK_SEED` tries another. */
export const FAST_CHECK_SEED = Number(process.env.FAST_CHECK_SEED ?? 20250331);
