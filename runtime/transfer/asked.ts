import { isDeepStrictEqual } from 'node:util';
import { resultName } from '../../engine/result-name.ts';
import type { Data, Json } from '../../engine/state.ts';
import type { Form } from '../../forms/form.ts';
import type { TransferReason } from '../../storage/tables/transfers.ts';
import type { RunnableProcedure } from '../procedure.ts';
import type { Flown, Versions } from './verdict.ts';

/** Of one form; whoever must answer more has enough to begin with. */
const mostFaults = 20;

/** What of a form decides which answers are right: how it is worded and laid out does not. */
const asking = (form: Form | undefined): unknown => form && [
  form.schema, form.rules, form.ui.pages.map(({ fields, when }) => [fields, when]),
  Object.entries(form.ui.fields).map(([id, { widget, options = [], catalogue, accept, maxBytes }]) => [id, widget, options.map(({ value }) => value), catalogue, accept, maxBytes]),
];

/** Whether both versions take the same answers by the form of this name. */
export const asksAlike = (former: RunnableProcedure, target: RunnableProcedure, form: string | undefined): boolean =>
  form === undefined || isDeepStrictEqual(asking(former.forms?.get(form)), asking(target.forms?.get(form)));

/** An application that was right by the former form may lack what the new one asks for. What was wrong by both is no matter of the change. */
export function ofApplication({ dossier: { data } }: Flown, versions: Versions): readonly TransferReason[] {
  return newFaults(versions, ['application', 'application'], data['application'] ?? {}, data).map(({ path, ...fault }) => ({ code: 'application', element: path, field: path, ...fault }));
}

/** Steps that were done are not done again: what their form asks besides nobody has answered. */
export function ofStepsDone({ dossier: { data }, tasks }: Flown, versions: Versions): readonly TransferReason[] {
  const done = new Set(tasks.filter(({ status }) => status === 'completed').map(({ node }) => node));
  return [...done].flatMap((id): TransferReason[] => {
    const was = versions.former.definition.nodes[id];
    const now = versions.target.definition.nodes[versions.mapping[id] ?? id];
    const answer = was && data[resultName(was)];
    // Several turns, and answers that a drawing maps, are kept in other ways.
    if (was?.step.form === undefined || now?.step.form === undefined || typeof answer !== 'object' || answer === null || Array.isArray(answer)) return [];
    return newFaults(versions, [was.step.form, now.step.form], answer, data).map(({ path, ...fault }) => ({ code: 'answered', element: id, field: path, ...fault }));
  });
}

function newFaults({ former, target }: Versions, [was, is]: readonly [string, string], answer: Json, data: Data) {
  if (former.forms !== undefined && was === is && asksAlike(former, target, is)) return [];
  const before = new Set(former.check?.(was, answer, data).map(({ path }) => path));
  const faults = target.check?.(is, answer, data) ?? [];
  return faults.filter(({ path }) => !before.has(path)).slice(0, mostFaults);
}
