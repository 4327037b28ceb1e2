interface Table {
  readonly policy: string;
  readonly aggregation?: string;
  readonly inputs: readonly { readonly text: string; readonly type: string; readonly values?: string }[];
  readonly outputs: readonly { readonly name: string; readonly values?: string; readonly otherwise?: string }[];
  /** Input cells, then output cells. */
  readonly rules: readonly (readonly string[])[];
}

const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const element = (name: string, text: string | undefined) => (text === undefined ? '' : `<${name}><text>${escape(text)}</text></${name}>`);

export const xml = (body: string) => `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="model" name="Model" namespace="https://motcua.example">${body}</definitions>`;

/** The XML of one decision "Answer" with rules rule1, rule2, … */
export function table({ policy, aggregation, inputs, outputs, rules }: Table): string {
  const columns = inputs.map(({ text, type, values }, index) => `<input id="in${index}"><inputExpression id="in${index}x" typeRef="${type}"><text>${text}</text></inputExpression>${element('inputValues', values)}</input>`);
  const results = outputs.map(({ name, values, otherwise }, index) => `<output id="out${index}" name="${name}">${element('outputValues', values)}${element('defaultOutputEntry', otherwise)}</output>`);
  const lines = rules.map((cells, row) => `<rule id="rule${row + 1}">${cells.map((cell, index) => element(index < inputs.length ? 'inputEntry' : 'outputEntry', cell)).join('')}</rule>`);
  return `<decision id="answer" name="Answer"><decisionTable id="table" hitPolicy="${policy}"${aggregation ? ` aggregation="${aggregation}"` : ''}>${columns.join('')}${results.join('')}${lines.join('')}</decisionTable></decision>`;
}
