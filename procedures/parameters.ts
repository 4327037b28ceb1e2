import type { Data, Json } from '../engine/state.ts';
import type { LocalText } from '../engine/definition.ts';
import type { Parameter, ParameterValue, Procedure } from './procedure.ts';

/** What every unit may say of itself on sheets and papers, whether a procedure declares parameters or not. */
export const unitWordNames = {
  desk: { vi: 'Nơi tiếp nhận', en: 'Where to come' }, hours: { vi: 'Giờ làm việc', en: 'Opening hours' }, contact: { vi: 'Nơi liên hệ', en: 'Whom to ask' },
  line: { vi: 'Dòng riêng của đơn vị dưới giấy tiếp nhận', en: 'A line of the unit under receipts' },
} as const satisfies Readonly<Record<string, LocalText>>;
export type UnitWord = keyof typeof unitWordNames;
export const unitWords = Object.keys(unitWordNames) as readonly UnitWord[];

/** What units set besides words, whatever the procedure; `top`: only a unit that stands over all others, for all of them. */
export const unitRules = {
  refundByTwo: { label: { vi: 'Hoàn tiền phải có người thứ hai duyệt', en: 'A refund is approved by a second person' }, kind: 'yesNo', needsDocument: false, top: false },
  postage: { label: { vi: 'Cước bưu điện gửi kết quả về nhà, đồng', en: 'Postage of a result that is sent home, in đồng' }, kind: 'number', needsDocument: true, top: true },
} as const satisfies Readonly<Record<string, { readonly label: LocalText; readonly kind: Parameter['kind']; readonly needsDocument: boolean; readonly top: boolean }>>;
const isRule = (name: string): name is keyof typeof unitRules => Object.hasOwn(unitRules, name);
export const unitRule = (name: string): (typeof unitRules)[keyof typeof unitRules] | undefined => (isRule(name) ? unitRules[name] : undefined);

/** What a unit has set, by name. */
export type Settings = ReadonlyMap<string, ParameterValue>;

const isText = (value: ParameterValue | undefined): value is LocalText => typeof value === 'object';

/** Whether a value is one of the parameter's kind. */
export const isOfKind = (kind: Parameter['kind'], value: ParameterValue): boolean => (kind === 'text' ? isText(value) : kind === 'number' ? typeof value === 'number' : typeof value === 'boolean');

/** `local` of a dossier's data: each declared parameter as the unit has it, else as usual; texts in Vietnamese, as papers are. */
export const localOf = (parameters: readonly Parameter[], settings: Settings = new Map()): Data =>
  Object.fromEntries(parameters.map(({ name, kind, usual }): [string, Json] => {
    const set = settings.get(name);
    const value = set !== undefined && isOfKind(kind, set) ? set : usual;
    return [name, isText(value) ? value.vi : value];
  }));

/** What the unit says of itself; what it has not set is as the procedure has it. */
export const wordsOf = ({ local = {} }: Pick<Procedure, 'local'>, settings: Settings): { readonly [W in UnitWord]: LocalText | null } => {
  const word = (name: UnitWord): LocalText | null => {
    const set = settings.get(name);
    return isText(set) ? set : (local[name] ?? null);
  };
  return { desk: word('desk'), hours: word('hours'), contact: word('contact'), line: word('line') };
};
