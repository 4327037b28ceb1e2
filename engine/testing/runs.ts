/** How often a property is tried: `MOTCUA_RUNS=100000` for more than the gate does. Which cases: `MOTCUA_SEED` (test/seed.ts). */
export const runs = (numRuns: number): { readonly numRuns: number } => ({ numRuns: Number(process.env['MOTCUA_RUNS'] ?? numRuns) });
