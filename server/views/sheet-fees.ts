import { foreseenFee, questionsOfFee } from '../../procedures/decide.ts';
import type { LoadedProcedure } from '../../procedures/loaded.ts';
import type { ServiceSheet } from '../api/procedure.ts';

type Fees = ServiceSheet['fees'];

/**
 * What a procedure costs, told before anything is filled in: by the choices of the one question that its fee follows, or line by
 * line when it follows none. An amount of null says that it depends on more; nothing at all says that there is no fee.
 */
export function sheetFees(loaded: LoadedProcedure, at: string): Fees {
  const { procedure, forms } = loaded;
  const fields = forms.get(procedure.forms.application)?.ui.fields;
  const asked = questionsOfFee(loaded);
  const choice = asked.find((path) => (fields?.[path]?.options?.length ?? 0) > 0);
  const byChoice = choice === undefined ? [] : (fields?.[choice]?.options ?? []).map(({ value, label }) => ({ name: label, amount: foreseenFee(loaded, under(choice, value), at)?.total ?? null, note: null }));
  if (byChoice.some(({ amount }) => amount !== null)) return byChoice.filter(({ amount }) => amount !== 0);
  const fee = foreseenFee(loaded, {}, at);
  // that nothing is due while nothing is answered says nothing where the fee follows answers
  if (fee === undefined || (fee.lines.length === 0 && fee.total === 0 && asked.length > 0)) return [{ name: procedure.shortName, amount: null, note: null }];
  return fee.total === 0 ? [] : fee.lines.map(({ name, amount }) => ({ name, amount, note: null }));
}

/** `{ delivery: { method: "post" } }` for `delivery.method`. */
const under = (path: string, value: string | number): Record<string, never> => path.split('.').reduceRight<unknown>((inner, step) => ({ [step]: inner }), value) as Record<string, never>;
