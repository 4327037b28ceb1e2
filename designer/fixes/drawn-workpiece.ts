import { setStep } from '../process/assignment.ts';
import { tool, type Drawing } from '../process/drawing-tools.ts';
import { feelIn, saidIn, say } from '../process/bpmn/said.ts';
import { elementOf, modelOf, setCondition, setNamed, setScript, setText, setTimer, together } from '../process/editing.ts';
import { one, textIn } from '../process/model.ts';
import { namedIn, stepOf, type StepWord } from '../process/step.ts';
import type { Workpiece } from './workpiece.ts';

/** A drawing as fixes change it. */
export const drawnWorkpiece = (drawing: Drawing): Workpiece => ({
  stepAt: (id) => {
    const element = elementOf(drawing, id);
    return element && stepOf(modelOf(element));
  },
  steps: () => tool(drawing, 'elementRegistry').filter(({ type }) => type === 'bpmn:UserTask').map((element) => stepOf(modelOf(element))),
  setTexts: (texts) => together(drawing, () => {
    for (const [id, said] of Object.entries(texts)) {
      const element = elementOf(drawing, id);
      if (element) for (const [word, text] of Object.entries(said)) setStep(drawing, element)(word as StepWord)(text);
    }
  }),
  rewrite: (id, put) => {
    const element = elementOf(drawing, id);
    if (!element) return;
    const model = modelOf(element);
    const step = stepOf(model);
    together(drawing, () => {
      const condition = textIn(one(model, 'conditionExpression'), 'body');
      if (condition !== put(condition)) setCondition(drawing, element, put(condition));
      if (step.script !== put(step.script)) setScript(drawing, element, put(step.script));
      for (const kind of ['motcua:Input', 'motcua:Output', 'motcua:Key'] as const) setNamed(drawing, element, kind, namedIn(model, kind).map(({ name, text }) => ({ name, text: put(text) })));
      for (const { holder, key } of feelIn(model)) if (saidIn(holder, key) !== put(saidIn(holder, key))) say(drawing, element, holder, key, put(saidIn(holder, key)));
      for (const name of ['assignee', 'unit', 'assignedRole'] as const) if (step[name] !== put(step[name])) setText(drawing, element, name, put(step[name]));
      if (step.timer && step.timer.text !== put(step.timer.text)) setTimer(drawing, element, step.timer.type, put(step.timer.text));
    });
  },
});
