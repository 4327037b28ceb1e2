import { evaluate } from '../expression/feel.ts';
import type { Node } from '../definition.ts';
import { instantOf, isoDue } from '../iso-timer.ts';
import { stepRoles } from '../step-roles.ts';
import { elementIs } from './camunda-elements.ts';
import { fieldsOf, selected, textOf, type Fields, type OpenedTask, type Played } from './camunda-selection.ts';

const sorted = (texts: readonly unknown[]): string => JSON.stringify(texts.toSorted());

/** For whom a task is by what its step saw when it was opened; the house looks besides whether that account may do it. */
const assigneeOf = ({ step: { assignee } }: Node, { seen, at }: OpenedTask): string | undefined => {
  const answer = assignee === undefined ? undefined : evaluate(assignee.replace(/^\s*=/, ''), seen, at);
  return answer && 'value' in answer && typeof answer.value === 'string' ? answer.value : undefined;
};

/** Until when it is to be done, or why a bench cannot know. */
const dueOf = ({ id, step: { dueDate, timeLimit } }: Node, { seen, at }: OpenedTask): { readonly due?: string } | { readonly unknown: string } => {
  if (timeLimit !== undefined) return { unknown: `its limit "${timeLimit}" is counted by a calendar, and a bench has none` };
  const answer = typeof dueDate === 'object' ? evaluate(dueDate.text, seen, at) : { value: dueDate };
  if ('failed' in answer) return { unknown: `the due date of ${id} has no value: ${answer.failed}` };
  const due = typeof answer.value === 'string' ? isoDue({ type: answer.value.startsWith('P') ? 'duration' : 'date', value: answer.value }, at) : undefined;
  return due === undefined ? {} : { due };
};

const assignment = (node: Node, task: OpenedTask, instruction: Fields): readonly string[] => {
  const problems: string[] = [];
  const [wanted, due] = [textOf(instruction, 'assignee'), textOf(instruction, 'dueDate')];
  const [assignee, found] = [assigneeOf(node, task), dueOf(node, task)];
  if (wanted !== '' && wanted !== assignee) problems.push(`expected ${node.id} to be assigned to ${wanted}, but it is to ${assignee ?? 'nobody'}`);
  if (due !== '' && 'unknown' in found) problems.push(`expected ${node.id} to be due ${due}, but ${found.unknown}`);
  else if (due !== '' && 'due' in found && found.due !== instantOf(due)) problems.push(`expected ${node.id} to be due ${due}, but it is ${found.due}`);
  else if (due !== '' && !('due' in found)) problems.push(`expected ${node.id} to be due ${due}, but it has no due date`);
  return problems;
};

/** What is wrong with the newest task of an element: its state, whose it is, its name. */
export const userTask = (played: Played, instruction: Fields): readonly string[] => {
  const selector = fieldsOf(instruction['userTaskSelector']);
  const [wanted, name, state] = [textOf(selector, 'elementId') || textOf(instruction, 'elementId'), textOf(selector, 'taskName'), textOf(instruction, 'state')];
  const instance = selected(played, selector);
  const node = Object.values(instance.definition.nodes).find(({ id, name: called, kind }) => kind === 'userTask' && (wanted === '' ? called === name : id === wanted));
  if (!node) return [`expected a user task ${wanted || name}, but ${instance.definition.id} has none`];
  const of: Readonly<Record<string, string>> = { IS_CREATED: 'IS_ACTIVE', IS_COMPLETED: 'IS_COMPLETED', IS_CANCELED: 'IS_TERMINATED' };
  const problem = state === '' ? undefined : elementIs(instance, node.id, of[state]!);
  const task = played.opened.findLast((each) => each.instance === instance && each.element === node.id);
  if (problem === undefined && !task) return [`expected a user task ${node.id}, but none was opened`];
  const [groups, roles, called] = [instruction['candidateGroups'], stepRoles(node.step), textOf(instruction, 'name')];
  return [
    ...(problem === undefined ? [] : [problem]),
    ...(task ? assignment(node, task, instruction) : []),
    ...(Array.isArray(groups) && sorted(groups) !== sorted(roles) ? [`expected candidate groups ${groups.join(', ')} of ${node.id}, but they are ${roles.join(', ') || 'none'}`] : []),
    ...(called !== '' && called !== node.name ? [`expected ${node.id} to be named "${called}", but it is "${node.name ?? ''}"`] : []),
  ];
};
