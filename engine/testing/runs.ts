/** How often a property is tried: `MOTCUA_RUNS=100000` for more than the gate does, `MOTCUA_SEED=-1572387740` for the runs of one seed, which a failure tells. */
export const runs = (numRuns: number): { readonly numRuns: number; readonly seed?: number } => {
  const { MOTCUA_RUNS: more, MOTCUA_SEED: seed } = process.env;
  return { numRuns: more === undefined ? numRuns : Number(more), ...(seed !== undefined && { seed: Number(seed) }) };
};
