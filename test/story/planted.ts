import { readFileSync } from 'node:fs';
import type { APIRequestContext } from 'playwright-core';

const template = (path: string): string => readFileSync(new URL(`../../designer/templates/permit/${path}`, import.meta.url), 'utf8');

/** A change of one file of the template "permit": each text must stand there, once. */
export interface Fault {
  readonly file?: string;
  readonly from: readonly (readonly [was: string, is: string])[];
  /** Nodes that stand in the drawing too, where, and how big. */
  readonly drawn?: readonly (readonly [id: string, xml: string, x: number, y: number, width: number, height: number])[];
  /** Flows besides, drawn straight: from, to, and what they say inside. */
  readonly flows?: readonly (readonly [from: string, to: string, condition?: string])[];
}

const replaced = (text: string, [was, is]: readonly [string, string]): string => {
  if (text.split(was).length !== 2) throw new Error(`expected the template to hold ${was} once`);
  return text.replace(was, () => is);
};

/** The template's file with the fault in it. */
export const planted = ({ file = 'process.bpmn', from, drawn = [], flows = [] }: Fault): { readonly path: string; readonly text: string } => {
  let text = from.reduce(replaced, template(file));
  for (const [id, xml, x, y, width, height] of drawn) {
    text = text.replace('    <bpmn:sequenceFlow', () => `    ${xml}\n    <bpmn:sequenceFlow`);
    text = text.replace('</bpmndi:BPMNPlane>', `<bpmndi:BPMNShape id="${id}_shape" bpmnElement="${id}"><dc:Bounds x="${x}" y="${y}" width="${width}" height="${height}"/></bpmndi:BPMNShape></bpmndi:BPMNPlane>`);
  }
  const boxOf = (id: string) => /x="(\d+)" y="(\d+)" width="(\d+)" height="(\d+)"/.exec(text.slice(text.indexOf(`bpmnElement="${id}"`)))!.slice(1).map(Number) as [number, number, number, number];
  for (const [source, target, condition] of flows) {
    const [x, y, width, height] = boxOf(source);
    const [toX, toY, , toHeight] = boxOf(target);
    text = text.replace('    <bpmn:sequenceFlow', `    <bpmn:sequenceFlow id="${source}_${target}" sourceRef="${source}" targetRef="${target}">${condition === undefined ? '' : `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">=${condition}</bpmn:conditionExpression>`}</bpmn:sequenceFlow>\n    <bpmn:sequenceFlow`);
    text = text.replace('</bpmndi:BPMNPlane>', `<bpmndi:BPMNEdge id="${source}_${target}_edge" bpmnElement="${source}_${target}"><di:waypoint x="${x + width}" y="${y + height / 2}"/><di:waypoint x="${toX}" y="${toY + toHeight / 2}"/></bpmndi:BPMNEdge></bpmndi:BPMNPlane>`);
  }
  return { path: file, text };
};

/** Begins a procedure from the template and saves its draft with the fault. */
export const plant = async (ask: APIRequestContext, Origin: string, key: string, fault: Fault): Promise<void> => {
  const begun = await ask.post('/api/designer/procedures', { headers: { Origin }, data: { key, name: { vi: `Thử ${key}`, en: `Trial ${key}` }, from: { template: 'permit' } } });
  if (!begun.ok()) throw new Error(await begun.text());
  const { revision } = await begun.json() as { revision: number };
  const saved = await ask.put(`/api/designer/procedures/${key}/draft`, { headers: { Origin }, data: { revision, files: [planted(fault)] } });
  if (!saved.ok()) throw new Error(await saved.text());
};

const gateway = (kind: string, id: string, name: string) => `<bpmn:${kind}Gateway id="${id}" name="${name}" motcua:nameEn="${id}"/>`;

const person = (id: string, name: string, role: string) => `<bpmn:userTask id="${id}" name="${name}" motcua:nameEn="${id}" motcua:form="sign" motcua:role="${role}"/>`;

export const faults = {
  /** The examination waits for two ways in of which one comes first. */
  deadlock: {
    from: [
      ['id="issueReceipt_examine" sourceRef="issueReceipt" targetRef="examine"', 'id="issueReceipt_examine" sourceRef="issueReceipt" targetRef="together"'],
      ['sourceRef="signed" targetRef="examine"', 'sourceRef="signed" targetRef="together"'],
      ['      <bpmn:incoming>issueReceipt_examine</bpmn:incoming>\n      <bpmn:incoming>signed_examine</bpmn:incoming>\n', ''],
    ],
    drawn: [['together', gateway('parallel', 'together', 'Gộp lại'), 1150, 300, 50, 50]],
    flows: [['together', 'examine']],
  },
  /** Two ways side by side that nothing brings together before work is done. */
  twice: {
    from: [
      ['id="sendElectronic_returned" sourceRef="sendElectronic" targetRef="returned"', 'id="sendElectronic_returned" sourceRef="sendElectronic" targetRef="either"'],
      ['id="issuePermit_sendElectronic" sourceRef="issuePermit" targetRef="sendElectronic"', 'id="issuePermit_sendElectronic" sourceRef="issuePermit" targetRef="both"'],
      ['      <bpmn:incoming>issuePermit_sendElectronic</bpmn:incoming>\n', ''], ['      <bpmn:incoming>sendElectronic_returned</bpmn:incoming>\n', ''],
    ],
    drawn: [
      ['both', gateway('parallel', 'both', 'Cùng lúc'), 2100, 300, 50, 50], ['either', gateway('exclusive', 'either', 'Gộp lại'), 2400, 300, 50, 50],
      ['post', person('post', 'Gửi bưu điện', 'handler'), 2220, 400, 120, 80], ['hand', person('hand', 'Ghi sổ trả', 'handler'), 2500, 400, 120, 80],
    ],
    flows: [['both', 'sendElectronic'], ['both', 'post'], ['post', 'either'], ['either', 'hand'], ['hand', 'returned']],
  },
  /** A choice that leaves out an answer, and has no default. */
  gap: { from: [['name="Ký?" default="signed_examine"', 'name="Ký?"'], ['sourceRef="signed" targetRef="examine"/>', 'sourceRef="signed" targetRef="examine"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">=sign.outcome = "other"</bpmn:conditionExpression></bpmn:sequenceFlow>']] },
  /** As after a step of a person became a gateway. */
  roleOfGateway: { from: [['exclusiveGateway id="signed"', 'exclusiveGateway id="signed" motcua:role="signer" motcua:form="sign"']] },
  unnamedRole: { from: [[' motcua:form="sign" motcua:role="signer"', ' motcua:form="sign"']] },
  unknownForm: { from: [[' motcua:form="sign"', ' motcua:form="signing"']] },
  neverAsked: { from: [['=sign.outcome = "sign"', '=sign.outcom = "sign"']] },
  late: { from: [['motcua:form="examine" motcua:role="handler" motcua:timeLimit="2 working days"', 'motcua:form="examine" motcua:role="handler" motcua:timeLimit="6 working days"']] },
  /** What was accepted is asked whether it was refused. */
  dead: {
    from: [['sourceRef="received" targetRef="timeLimitRule"', 'sourceRef="received" targetRef="again"'], ['      <bpmn:incoming>received_timeLimitRule</bpmn:incoming>\n', '']],
    drawn: [['again', gateway('exclusive', 'again', 'Từ chối à?').replace('name=', 'default="again_timeLimitRule" name='), 700, 400, 50, 50], ['lost', person('lost', 'Bước bỏ quên', 'handler'), 800, 500, 120, 80]],
    flows: [['again', 'timeLimitRule'], ['again', 'lost', 'reception.outcome = "refuse"'], ['lost', 'timeLimitRule']],
  },
  /** A formula that is begun and says nothing. */
  unwritten: { file: 'decisions/fee.dmn', from: [['</definitions>', '<decision id="copies" name="copies" motcua:nameEn="Copies"><description>Số bản</description><variable id="copies_variable" name="copies"/><literalExpression id="copies_expression"><text>null</text></literalExpression></decision></definitions>']] },
  feeGap: { file: 'decisions/fee.dmn', from: [['<inputEntry id="fee_rule_1_in_1"><text>-</text></inputEntry>', '<inputEntry id="fee_rule_1_in_1"><text>"online", "counter"</text></inputEntry>']] },
} as const satisfies Record<string, Fault>;
