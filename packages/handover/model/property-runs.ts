const { BATON_PROPERTY_RUNS, CI } = process.env

/** With how many random sequences a property is checked: as many as the environment says, else many in CI, few elsewhere. */
export const propertyRuns = Number(BATON_PROPERTY_RUNS ?? (CI ? 10_000 : 500))
