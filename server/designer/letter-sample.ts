import type { CompiledCalendar } from '../../engine/calendar/calendar.ts';
import type { Data, Json } from '../../engine/state.ts';
import { isObject } from '../../forms/field-path.ts';
import { procedureFacts } from '../../procedures/letters/local-facts.ts';
import type { LoadedProcedure } from '../../procedures/loaded.ts';
import { roleName } from '../../procedures/role.ts';
import { runScenario, type ScenarioRun } from '../../procedures/scenario-run.ts';
import type { IssuedLetter } from '../../procedures/scenario-session.ts';
import type { ReadScenario } from '../../procedures/test-package.ts';
import type { UnitRow } from '../../storage/tables/units.ts';
import { paperKinds } from '../letters/context.ts';
import { isSignedDigitally } from '../letters/sign-paper.ts';
import { capacityOf, markOf } from '../letters/signer.ts';
import { answerBy } from '../views/answer-by.ts';
import { applicationOf, fieldLabel } from '../views/answer.ts';
import { checklistOf } from '../views/checklist.ts';
import { resultKey, stepName } from '../views/step-name.ts';

/** What a sample takes from the house: a unit, its names on papers, and its calendar. */
export interface SampleHouse {
  readonly unit: UnitRow;
  readonly facts: Data;
  readonly calendar: CompiledCalendar;
}

type Playable = Extract<ReadScenario['play'], { readonly scenario: unknown }>;

/** All that a letter may name, as the dossier of a scenario has it when it comes to the letter; or at its end, when it never does. */
export function letterSample(loaded: LoadedProcedure, { scenario, application }: Playable, letter: string, house: SampleHouse): { readonly context: Data; readonly at: string } {
  const run = runScenario(loaded, scenario, application, house.calendar);
  const issued: Omit<IssuedLetter, 'letter'> = run.issued.find((one) => one.letter === letter) ?? { inputs: {}, at: run.at, data: run.data };
  const { inputs, at, data } = issued;
  const dossier = isObject(data['dossier']) ? data['dossier'] : {};
  const number = typeof inputs['number'] === 'string' ? inputs['number'] : `${String(dossier['code'])}/…`;
  return {
    at,
    context: {
      ...data, inputs, dossier,
      procedure: procedureFacts(loaded.procedure),
      unit: house.facts,
      letter: { number, issuedAt: at, code: 'XEM-TRUOC' },
      signer: { name: 'Nguyễn Văn Mẫu', title: isObject(data['sign']) ? capacityOf(house.unit, data, at) : 'CHUYÊN VIÊN', mark: markOf({ digital: isSignedDigitally(inputs), simulated: true }) },
      actor: { name: 'Trần Thị Mẫu' },
      supplement: asked(loaded, run, data, at, house.calendar),
      papers: papersOf(loaded, data, at),
      steps: stepsOf(loaded, run, scenario.filed.at, at),
    },
  };
}

/** What the last step that asked for a supplement by then asked for. */
function asked({ definition, forms, procedure }: LoadedProcedure, run: ScenarioRun, data: Data, at: string, calendar: CompiledCalendar): Json {
  const form = forms.get(procedure.forms.application);
  const requests = run.done.filter((step) => step.at <= at).flatMap(({ node }) => {
    const answer = data[resultKey(definition, node)];
    return isObject(answer) && Array.isArray(answer['items']) ? [{ node, items: answer['items'] as Json[] }] : [];
  });
  const last = requests.at(-1);
  if (last === undefined) return null;
  return {
    no: 1, respondBy: answerBy(definition, last.node, calendar, at)?.dueAt ?? null,
    items: last.items.filter(isObject).map(({ path, remark }) => ({ label: fieldLabel(form, String(path)).vi, remark: remark ?? null })),
  };
}

const papersOf = ({ procedure: { components } }: LoadedProcedure, data: Data, at: string): Json =>
  checklistOf(components, applicationOf(data), [], at).filter(({ needed }) => needed)
    .map(({ code, name }) => ({ name: name.vi, quantity: 1, kind: paperKinds[components.find((one) => one.code === code)?.kind ?? ''] ?? paperKinds['electronic'] ?? null }));

function stepsOf({ definition, procedure }: LoadedProcedure, { done }: ScenarioRun, filedAt: string, at: string): Json {
  return done.filter((step) => step.at <= at).map((step, index) => {
    const node = definition.nodes[step.node];
    const role = node?.step.role;
    return {
      name: node === undefined ? step.node : stepName(node).vi, who: role === undefined ? step.by : roleName(role, procedure.roles).vi,
      openedAt: done[index - 1]?.at ?? filedAt, completedAt: step.at, verdict: 'Trong hạn',
    };
  });
}
