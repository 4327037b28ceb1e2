import { evaluate } from '../../engine/expression/feel.ts';
import type { Data, Json } from '../../engine/state.ts';
import { isObject } from '../../forms/field-path.ts';
import type { LocalText } from '../api/shape.ts';
import type { LookedUp, LookedUpAt } from '../api/look-up.ts';
import type { Package } from '../library/package.ts';

/** What was looked up for an application, as people read it: `lookUps` of a dossier's data. */
export const lookUpsView = ({ procedure }: Pick<Package, 'procedure'>, lookUps: Json | undefined): LookedUp[] => (procedure.lookUps ?? []).flatMap((one) => viewOf(one, lookUps) ?? []);

/** The same beside the questions that they are about, while an application is filled in. A suggestion that cannot be worked out is none. */
export const lookUpsAtQuestions = ({ procedure }: Pick<Package, 'procedure'>, data: { readonly lookUps: Data; readonly application: Data }, at: string): LookedUpAt[] =>
  (procedure.lookUps ?? []).flatMap((one): LookedUpAt[] => {
    const view = viewOf(one, data.lookUps);
    if (view === undefined || one.at === undefined) return [];
    const meant = one.suggests === undefined ? undefined : evaluate(one.suggests, data, at);
    const value = meant !== undefined && 'value' in meant ? meant.value : null;
    return [{ ...view, question: one.at, suggested: typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null }];
  });

function viewOf({ name, title }: NonNullable<Package['procedure']['lookUps']>[number], lookUps: Json | undefined): LookedUp | undefined {
  const answer = isObject(lookUps) ? lookUps[name] : undefined;
  const said = isObject(answer) && textsOf(answer['said']);
  if (!isObject(answer) || !said) return undefined;
  const { sources, day, found } = answer;
  return { name: title, said, found: found === true, day: typeof day === 'string' ? day : null, sources: (Array.isArray(sources) ? (sources as readonly Json[]) : []).flatMap((source) => sourceOf(source)) };
}

const sourceOf = (source: Json): LookedUp['sources'] => {
  const title = isObject(source) && textsOf(source['title']);
  return isObject(source) && title && typeof source['source'] === 'string' && typeof source['sourceDate'] === 'string' ? [{ title, source: source['source'], sourceDate: source['sourceDate'] }] : [];
};

const textsOf = (value: Data[string] | undefined): LocalText | undefined => (isObject(value) && typeof value['vi'] === 'string' && typeof value['en'] === 'string' ? { vi: value['vi'], en: value['en'] } : undefined);
