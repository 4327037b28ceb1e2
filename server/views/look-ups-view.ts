import type { Data, Json } from '../../engine/state.ts';
import { isObject } from '../../forms/field-path.ts';
import type { LocalText } from '../api/shape.ts';
import type { LookedUp } from '../api/look-up.ts';
import type { Package } from '../library/package.ts';

/** What was looked up for an application, as people read it: `lookUps` of a dossier's data. */
export function lookUpsView({ procedure }: Pick<Package, 'procedure'>, lookUps: Json | undefined): LookedUp[] {
  return (procedure.lookUps ?? []).flatMap(({ name, title }): LookedUp[] => {
    const answer = isObject(lookUps) ? lookUps[name] : undefined;
    const said = isObject(answer) && textsOf(answer['said']);
    if (!isObject(answer) || !said) return [];
    const { sources, day, found } = answer;
    return [{ name: title, said, found: found === true, day: typeof day === 'string' ? day : null, sources: (Array.isArray(sources) ? (sources as readonly Json[]) : []).flatMap((source) => sourceOf(source)) }];
  });
}

const sourceOf = (source: Json): LookedUp['sources'] => {
  const title = isObject(source) && textsOf(source['title']);
  return isObject(source) && title && typeof source['source'] === 'string' && typeof source['sourceDate'] === 'string' ? [{ title, source: source['source'], sourceDate: source['sourceDate'] }] : [];
};

const textsOf = (value: Data[string] | undefined): LocalText | undefined => (isObject(value) && typeof value['vi'] === 'string' && typeof value['en'] === 'string' ? { vi: value['vi'], en: value['en'] } : undefined);
