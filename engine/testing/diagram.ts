const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * Sequence flows in short: `a -> b -> c; b -> d if amount > 5`. A flow's id is `a-b`.
 * Parts are separated by `;` or line ends.
 */
export const flows = (text: string): string =>
  text.split(/;|\n/).filter((part) => part.trim() !== '').map((part) => {
    const [path = '', condition] = part.split(/ if (.*)/s);
    const stops = path.split('->').map((stop) => stop.trim());
    return stops.slice(1).map((target, index) => {
      const source = stops[index]!;
      const inside = condition === undefined ? '' : `<conditionExpression>${escape(condition.trim())}</conditionExpression>`;
      return `<sequenceFlow id="${source}-${target}" sourceRef="${source}" targetRef="${target}">${inside}</sequenceFlow>`;
    }).join('');
  }).join('');

/** A BPMN document with one process `p`: `body` in the BPMN namespace without prefix, `outside` beside the process. */
export const diagram = (body: string, outside = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:motcua="urn:motcua:bpmn:1" targetNamespace="urn:motcua:test">
${outside}<process id="p" isExecutable="true">${body}</process></definitions>`;
