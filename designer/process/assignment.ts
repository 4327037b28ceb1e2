import { isRoleCode } from '../../engine/bpmn/lane.ts';
import { stepUnit } from '../../engine/step-unit.ts';
import { feelIn, saidIn } from './bpmn/said.ts';
import { modelOf, setName, setText, together } from './editing.ts';
import { many, textIn, type Model } from './model.ts';
import { tool, type Drawing, type Element } from './drawing-tools.ts';
import { stepOf, type SetStep, type StepTexts } from './step.ts';
import { inside, stepsBefore } from './steps-before.ts';

/** Whose a step is: its one role, or several of which any may do it. */
export const rolesOf = ({ role, candidates }: Pick<StepTexts, 'role' | 'candidates'>): readonly string[] =>
  (role === '' ? candidates.split(',').map((one) => one.trim()).filter((one) => one !== '') : [role]);

/** Gives a step to one role, or to several; which of several the data choose is said of several only. */
export function setRoles(drawing: Drawing, element: Element, roles: readonly string[]): void {
  const [only, ...others] = roles;
  tool(drawing, 'modeling').updateProperties(element, {
    'motcua:role': others.length === 0 ? only : undefined, 'motcua:candidates': others.length === 0 ? undefined : roles.join(','),
    ...(others.length === 0 && { 'motcua:assignedRole': undefined }),
  });
}

/** Says one thing of a drawn step; a role takes the place of all that it had, and what was kept for its assignee alone is kept no more. */
export const setStep = (drawing: Drawing, element: Element): SetStep => (word) => (value) => {
  if (word === 'name') setName(drawing, element, value);
  else if (word === 'assignee') setAssignee(drawing, element, value);
  else if (word === 'role') setRoles(drawing, element, value === '' ? [] : [value]);
  else setText(drawing, element, word, value);
};

/** What the role of a person's step is by the lane around it, where neither it nor a nearer lane says another. */
export function laneRoleOf(model: Model): string | undefined {
  for (let at: Model | undefined = model; at; at = at.$parent) {
    const lanes = many(at.$parent ?? at, 'laneSets').flatMap(lanesIn);
    const holding = lanes.filter((lane) => many(lane, 'flowNodeRef').includes(at!));
    const role = holding.map((lane) => textIn(lane, 'motcua:role') || (isRoleCode(textIn(lane, 'name')) ? textIn(lane, 'name') : '')).findLast((said) => said !== '');
    if (role !== undefined) return role;
  }
  return undefined;
}

/** The lanes of a set, each before those within it. */
const lanesIn = (set: Model): readonly Model[] => many(set, 'lanes').flatMap((lane) => [lane, ...[lane.get('childLaneSet') as Model | undefined].flatMap((inner) => (inner ? lanesIn(inner) : []))]);

/** Under which attribute is kept who did a step, or began the dossier. */
const keeper = ({ $type }: Model): 'performer' | 'initiator' => ($type === 'bpmn:StartEvent' ? 'initiator' : 'performer');

/** The name under which who did a step is kept; blank where it is not. */
export const doerName = (model: Model): string => textIn(model, `motcua:${keeper(model)}`);

/** Steps of the office that may be done by then, whose doer another may be given to; a start too, where somebody of the office begins. */
export const doersBefore = (model: Model): readonly Model[] => stepsBefore(model).filter((before) => {
  const roles = rolesOf(stepOf(before));
  return before.$type === 'bpmn:UserTask' ? !roles.includes('applicant') : before.$type === 'bpmn:StartEvent' && roles.length > 0;
});

const processAround = (model: Model): Model => (model.$parent && model.$type !== 'bpmn:Process' ? processAround(model.$parent) : model);

/** Gives a step to whoever did another one: that it is kept who did that is said there, under a name that nothing else has. One step of undo. */
export function giveToDoer(drawing: Drawing, element: Element, doer: Element): void {
  const model = modelOf(doer);
  const taken = new Set(inside(processAround(model)).flatMap((one) => [one.id ?? '', doerName(one), textIn(one, 'motcua:result')]));
  const begin = freshName(model);
  let name = doerName(model) || begin;
  for (let number = 2; doerName(model) === '' && taken.has(name); number += 1) name = `${begin}${number}`;
  together(drawing, () => {
    if (doerName(model) === '') setText(drawing, doer, keeper(model), name);
    setAssignee(drawing, element, name);
  });
}

const freshName = (doer: Model): string => `${textIn(doer, 'motcua:result') || doer.id}By`;

/** Gives a step to another. That it is kept who did a step, as `giveToDoer` said it, goes when nobody asks for it any more: whoever looks through a list by arrow keys leaves nothing behind. */
function setAssignee(drawing: Drawing, element: Element, feel: string): void {
  const former = textIn(modelOf(element), 'motcua:assignee');
  const all = inside(processAround(modelOf(element)));
  const doer = former === '' || former === feel ? undefined : all.find((one) => doerName(one) === former && former.replace(/\d+$/, '') === freshName(one));
  const kept = doer?.id === undefined ? undefined : tool(drawing, 'elementRegistry').get(doer.id);
  together(drawing, () => {
    setText(drawing, element, 'assignee', feel);
    if (doer && kept && !all.some((one) => feelOf(one).some((text) => text.includes(former)))) setText(drawing, kept, keeper(doer), '');
  });
}

/** All FEEL that an element says. */
const feelOf = (model: Model): readonly string[] => {
  const { assignee, unit, assignedRole, script, inputs, outputs, keys } = stepOf(model);
  return [assignee, unit, assignedRole, script, textIn(model.get('conditionExpression') as Model | undefined, 'body'), ...[...inputs, ...outputs, ...keys].map(({ text }) => text), ...feelIn(model).map(({ holder, key }) => saidIn(holder, key))];
};

/** Which unit's people do a step, as one chooses it: blank is the competent one, an expression is written out. */
export function unitChoice(said: string): string {
  const unit = stepUnit(said === '' ? undefined : said);
  if (unit === 'competent') return '';
  if (unit === 'receiving') return unit;
  return 'kind' in unit ? `kind:${unit.kind}` : byFormula;
}

/** Stands for what FEEL says, in a list of what may be chosen. */
export const byFormula = '=';
