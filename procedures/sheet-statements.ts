import type { Procedure } from './procedure.ts';

export type Statement = Procedure['sheet']['who'];

/** Every sentence of a service sheet, with its place. */
export const sheetStatements = ({ who, need, steps, result, after, tips = [] }: Procedure['sheet']): readonly (readonly [string, Statement])[] => [
  ['sheet.who', who], ...need.map((one, index) => [`sheet.need[${index}]`, one] as const), ...steps.map(({ text }, index) => [`sheet.steps[${index}]`, text] as const),
  ['sheet.result', result], ...(after ? [['sheet.after', after] as const] : []), ...tips.map((one, index) => [`sheet.tips[${index}]`, one] as const),
];
