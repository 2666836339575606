const { BATON_PROPERTY_RUNS, BATON_PROPERTY_SEED, CI } = process.env

/**
 * With how many random sequences a property is checked, and from which seed: a new one each time, unless it is
 * given.
 */
export const propertySettings = {
  numRuns: Number(BATON_PROPERTY_RUNS ?? (CI ? 10_000 : 500)),
  ...(BATON_PROPERTY_SEED ? { seed: Number(BATON_PROPERTY_SEED) } : {}),
}
