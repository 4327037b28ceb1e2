import { called, error, nodesOf, type Rule } from './rule.ts';

/** Every step of a person shows a form, and the form is there. */
export const stepForm: Rule = {
  name: 'step-form',
  *check(loaded) {
    for (const node of nodesOf(loaded)) {
      const { form } = node.step;
      if (node.kind === 'userTask' && form === undefined) yield error(node.id, `expected step ${called(loaded.definition, node)} to have a form, but it names none`);
      if (form !== undefined && !loaded.forms.has(form)) yield error(node.id, `expected a file forms/${form}.json for step ${called(loaded.definition, node)}, but the package has none`);
    }
  },
};
