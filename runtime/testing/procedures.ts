import { compiled } from '../../engine/testing/compiled.ts';
import { diagram, flows } from '../../engine/testing/diagram.ts';
import type { Definition } from '../../engine/definition.ts';
import type { RunnableProcedure } from '../procedure.ts';
import { chartPermit, nextChartPermit } from './chart.ts';
import { permit } from './permit.ts';

const of = (key: string, definition: Definition, hash = `${key}-1`): RunnableProcedure => ({ key, hash, name: { vi: key, en: key }, definition, environment: {} });

const outside = `<signal id="news" name="news"/><message id="question" name="question"/><message id="answer" name="answer"/>`;
const keyed = (id: string, message: string): string => `<receiveTask id="${id}" messageRef="${message}"><extensionElements><motcua:key name="about">application.about</motcua:key></extensionElements></receiveTask>`;

/** Says something to everyone, asks one, and waits for the answer. */
const speaker = await compiled(diagram(`<startEvent id="start"/><userTask id="write"/><intermediateThrowEvent id="announce"><signalEventDefinition signalRef="news"/></intermediateThrowEvent>
  <sendTask id="ask" messageRef="question"><extensionElements><motcua:key name="about">application.about</motcua:key></extensionElements></sendTask>${keyed('reply', 'answer')}<userTask id="thank"/><endEvent id="end"/>
  ${flows('start -> write -> announce -> ask -> reply -> thank -> end')}`, outside), 'p');

/** Hears the news, then waits for a question about its own matter, and answers it. */
const hearer = await compiled(diagram(`<startEvent id="start"/><intermediateCatchEvent id="hear"><signalEventDefinition signalRef="news"/></intermediateCatchEvent><userTask id="read"/>${keyed('asked', 'question')}
  <sendTask id="tell" messageRef="answer"><extensionElements><motcua:key name="about">application.about</motcua:key></extensionElements></sendTask><userTask id="done"/><endEvent id="end"/>${flows('start -> hear -> read -> asked -> tell -> done -> end')}`, outside), 'p');

/** Begins by the news. */
const newborn = await compiled(diagram(`<startEvent id="start"><signalEventDefinition signalRef="news"/></startEvent><userTask id="note"/><endEvent id="end"/>${flows('start -> note -> end')}`, outside), 'p');

/** Several opinions at once, steps in any order in turns, work that can be taken back, a condition on the data, a called process. */
const council = await compiled(diagram(`<startEvent id="start"/>
  <userTask id="opinion" motcua:unit="member"><multiInstanceLoopCharacteristics motcua:collection="members" motcua:element="member"/></userTask>
  <adHocSubProcess id="visit"><multiInstanceLoopCharacteristics isSequential="true"><loopCardinality>1</loopCardinality></multiInstanceLoopCharacteristics><userTask id="look"/><userTask id="measure"/></adHocSubProcess>
  <callActivity id="called" calledElement="inner"/>
  <userTask id="book"/><boundaryEvent id="undo" attachedToRef="book"><compensateEventDefinition/></boundaryEvent><userTask id="unbook" isForCompensation="true"/><association id="to" sourceRef="undo" targetRef="unbook"/>
  <intermediateCatchEvent id="agreed"><conditionalEventDefinition><condition>agreed</condition></conditionalEventDefinition></intermediateCatchEvent>
  <intermediateThrowEvent id="takeBack"><compensateEventDefinition/></intermediateThrowEvent><scriptTask id="sum"><script>first + second</script></scriptTask><endEvent id="end"/>
  ${flows('start -> opinion -> visit -> called -> book -> agreed -> takeBack -> sum -> end')}`,
`<process id="inner"><startEvent id="in"/><userTask id="inside"/><endEvent id="out"/>${flows('in -> inside -> out')}</process>`), 'p');

/** Its applicant may take it back, and is written to. */
const leaver = await compiled(diagram(`<startEvent id="start"/><userTask id="weigh" motcua:role="handler"/><endEvent id="end"/>
  <subProcess id="takenBack" triggeredByEvent="true"><startEvent id="leave" motcua:result="withdrawal"><messageEventDefinition messageRef="leaving"/></startEvent>
    <serviceTask id="farewell" motcua:connector="letter.issue"><extensionElements><motcua:input name="reason">withdrawal.reason</motcua:input></extensionElements></serviceTask><endEvent id="gone"/>${flows('leave -> farewell -> gone')}</subProcess>
  ${flows('start -> weigh -> end')}`, '<message id="leaving" name="dossier.withdraw"/>'), 'p');

/** Drawn for Camunda 7: a group, a due date, and work that no connector here does. */
const foreign = await compiled(diagram(`<startEvent id="start"/><userTask id="approve" camunda:candidateGroups="handler" camunda:dueDate="\${dateTime().plusDays(3)}"/>
  <serviceTask id="archive" camunda:type="external" camunda:topic="archive"/><boundaryEvent id="full" attachedToRef="archive"><errorEventDefinition errorRef="E"/></boundaryEvent><userTask id="sort"/><endEvent id="end"/>
  ${flows('start -> approve -> archive -> end; full -> sort')}`, '<error id="E" errorCode="FULL"/>').replace(' xmlns:motcua="urn:motcua:bpmn:1"', ' xmlns:camunda="http://camunda.org/schema/1.0/bpmn"'), 'p');

const changed = JSON.parse(JSON.stringify(permit.definition).replaceAll('"examination"', '"appraisal"').replace('PT48H', 'PT72H').replace('4 working hours', '8 working hours')) as Definition;

/** The permit's next version: a step has another id, a timer and two limits are longer. */
export const nextPermit: RunnableProcedure = { ...permit, hash: 'permit-2', definition: changed, timeLimit: () => '10 working days' };

/** The office's own: every hour, three times, and whenever a program outside reports an alarm or sounds the siren. */
const round = await compiled(diagram(`<startEvent id="hourly"><timerEventDefinition><timeCycle>R3/2026-11-25T10:00:00.000Z/PT1H</timeCycle></timerEventDefinition></startEvent>
  <startEvent id="alarmed"><messageEventDefinition messageRef="alarm"/></startEvent><startEvent id="roused"><signalEventDefinition signalRef="siren"/></startEvent><userTask id="walk"/><endEvent id="end"/>${flows('hourly -> walk -> end; alarmed -> walk; roused -> walk')}`, '<message id="alarm" name="alarm"/><signal id="siren" name="siren"/>'), 'p');

export const roundProcedure: RunnableProcedure = { ...of('round', round), office: 'H29.45.12' };

/** Oldest first. */
export const procedures: readonly RunnableProcedure[] = [permit, nextPermit, of('speaker', speaker), of('hearer', hearer), of('newborn', newborn), of('council', council), of('foreign', foreign), of('leaver', leaver), roundProcedure, chartPermit, nextChartPermit];
