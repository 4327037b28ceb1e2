import type { Data, Json } from '../../engine/state.ts';
import { takesFiles } from '../../forms/answer-files.ts';
import { evaluate, isHidden } from '../../forms/evaluate.ts';
import { expand } from '../../forms/expand.ts';
import { changed, fieldOf, isObject, valueAt, type FieldPath } from '../../forms/field-path.ts';
import type { Form } from '../../forms/form.ts';
import type { LocalText } from '../../forms/text.ts';

/** One place that the citizen is to correct, as a step's answer carries it. */
export interface Flag {
  readonly target: 'field' | 'file';
  readonly path: FieldPath;
  readonly remark: string;
}

const place = 'items';

/** A step whose form has rows of target, path and remark can ask for a supplement. */
export const takesFlags = (form: Form): boolean => ['target', 'path', 'remark'].every((column) => expand(form).fields.has(`${place}[].${column}`));

export const flagsIn = (answer: Data): readonly Flag[] => {
  const items = answer[place];
  return Array.isArray(items) ? (items as Json[]).filter((one): one is Json & Flag => isObject(one) && typeof one.path === 'string' && typeof one.remark === 'string') : [];
};

const withFlags = (answer: Data, flags: readonly Flag[]): Data => changed(answer, place, flags.length === 0 ? undefined : (flags as unknown as Json));

/** Flags a place of the application, or takes its flag away together with the remark. */
export const toggled = (answer: Data, target: Flag['target'], path: FieldPath): Data => {
  const flags = flagsIn(answer);
  const others = flags.filter((flag) => flag.path !== path);
  return withFlags(answer, others.length < flags.length ? others : [...flags, { target, path, remark: '' }]);
};

export const remarked = (answer: Data, path: FieldPath, remark: string): Data =>
  withFlags(answer, flagsIn(answer).map((flag) => (flag.path === path ? { ...flag, remark } : flag)));

/** Whether a place of the application form holds files or an answer. */
export const targetOf = (application: Form, path: FieldPath): Flag['target'] => (takesFiles(expand(application).fields.get(fieldOf(path)) ?? { widget: 'text' }) ? 'file' : 'field');

/** True when the answer as it stands sends the flagged places to the citizen. */
export const sendsFlags = (form: Form, answer: Data, at: string): boolean => !isHidden(evaluate(form, answer, at).hidden, place);

export interface Choice {
  readonly field: FieldPath;
  readonly value: string | number;
  readonly label: LocalText;
}

/** The choice of the step that sends the flagged places ("Yêu cầu bổ sung"); found by the form's own rules. */
export function sendingChoice(form: Form, answer: Data, at: string): Choice | undefined {
  for (const { id, ui } of expand(form).fields.values()) {
    if (id.includes('[]')) continue;
    for (const { value, label } of ui.options ?? []) if (sendsFlags(form, changed(changed(answer, id, value), place, [{ target: 'field', path: 'a', remark: 'a' }]), at)) return { field: id, value, label };
  }
  return undefined;
}

/** Flagging before anything was decided decides for the supplement; a decision that was made stays. */
export function flagged(form: Form, answer: Data, target: Flag['target'], path: FieldPath, at: string): Data {
  const next = toggled(answer, target, path);
  const choice = flagsIn(next).length > 0 ? sendingChoice(form, next, at) : undefined;
  return choice && valueAt(next, choice.field) === undefined ? changed(next, choice.field, choice.value) : next;
}
