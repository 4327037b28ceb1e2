import { strict as assert } from 'node:assert';
import { readFolder } from '../../procedures/folder.ts';
import { publish, readyToPublish } from '../library/publish.ts';
import type { Services } from '../services.ts';

const blank = new URL('../../designer/templates/blank', import.meta.url).pathname;
const task = (id: string, vi: string, en: string, role: string): string => `<bpmn:userTask id="${id}" name="${vi}" motcua:nameEn="${en}" motcua:form="answer" motcua:role="${role}" motcua:timeLimit="1 working day" motcua:state="4"/>`;
const end = (id: string, vi: string, en: string, more = ''): string => `<bpmn:endEvent id="${id}" name="${vi}" motcua:nameEn="${en}" ${more}/>`;
const drawing = `<?xml version="1.0"?><bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:motcua="urn:motcua:bpmn:1" targetNamespace="urn:t">
  <bpmn:error id="Lost" errorCode="LOST"/><bpmn:escalation id="Hard" escalationCode="HARD"/>
  <bpmn:process id="inquiry" isExecutable="true"><bpmn:startEvent id="seen" name="Thấy việc" motcua:nameEn="Seen" motcua:role="handler" motcua:clock="start"/>
  ${task('look', 'Xem xét', 'Look at it', 'handler')}${task('find', 'Tìm hồ sơ gốc', 'Find the original', 'handler')}${task('know', 'Cho ý kiến', 'Give an opinion', 'section_head')}
  <bpmn:boundaryEvent id="lost" name="Không có hồ sơ gốc" motcua:nameEn="The original is not there" attachedToRef="look"><bpmn:errorEventDefinition errorRef="Lost"/></bpmn:boundaryEvent>
  <bpmn:boundaryEvent id="hard" name="Việc khó, cần ý kiến" motcua:nameEn="Hard, an opinion is needed" attachedToRef="look" cancelActivity="false"><bpmn:escalationEventDefinition escalationRef="Hard"/></bpmn:boundaryEvent>
  ${end('done', 'Xong', 'Done', 'motcua:clock="end"')}${end('known', 'Đã cho ý kiến', 'Opinion given')}
  ${[['seen', 'look'], ['look', 'done'], ['lost', 'find'], ['find', 'done'], ['hard', 'know'], ['know', 'known']].map(([from, to]) => `<bpmn:sequenceFlow id="${from}_${to}" sourceRef="${from}" targetRef="${to}"/>`).join('')}</bpmn:process></bpmn:definitions>`;
const form = {
  id: 'application', title: { vi: 'Việc của phường', en: 'Work of the ward' }, rules: [], sources: {},
  schema: { $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object', required: ['matter'], properties: { matter: { $ref: 'motcua:line' } }, additionalProperties: false },
  ui: { sections: { main: { vi: 'Việc', en: 'Work' } }, pages: [{ id: 'what', section: 'main', title: { vi: 'Việc gì?', en: 'What is it?' }, fields: ['matter'] }], fields: { matter: { label: { vi: 'Việc', en: 'Matter' } } } },
};

/** A small procedure of the office, from whose first step an error and an escalation may be reported. */
export async function inquiry(): Promise<ReadonlyMap<string, Uint8Array | string>> {
  const template = [...(await readFolder(blank))].filter(([path]) => !path.startsWith('scenarios/'));
  const { agency: _agency, components: _papers, ...told } = JSON.parse(new TextDecoder().decode(new Map(template).get('procedure.json') as Uint8Array)) as Record<string, unknown>;
  const procedure = {
    ...told, key: 'ward-inquiry', subject: 'matter', channels: ['office'], applicants: [{ kind: 'office', name: { vi: 'Cơ quan', en: 'The office' } }],
    agency: { name: { vi: 'Phường', en: 'Ward' }, level: 'commune', source: 'Thử', mark: 'design' },
    components: [{ code: 'C1', name: { vi: 'Phiếu', en: 'Slip' }, required: true, kind: 'form', originals: 0, copies: 0, source: 'Thử', mark: 'design' }],
  };
  return new Map([...template, ['procedure.json', JSON.stringify(procedure)], ['forms/application.json', JSON.stringify(form)], ['process.bpmn', drawing]] as const);
}

export async function publishInquiry({ files, store, now }: Services): Promise<void> {
  const ready = await readyToPublish(files, await inquiry());
  assert.ok('hash' in ready, JSON.stringify(ready));
  await store.transaction((tx) => publish(store, tx, ready, { account: 'system', at: now(), note: null }));
}
