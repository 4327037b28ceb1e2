import type { Kind } from '../definition.ts';
import { adHocSubProcess } from './ad-hoc-sub-process.ts';
import { boundaryEvent } from './boundary-event.ts';
import { businessRuleTask } from './business-rule-task.ts';
import { callActivity } from './call-activity.ts';
import { complexGateway } from './complex-gateway.ts';
import type { Element } from './element.ts';
import { endEvent } from './end-event.ts';
import { eventBasedGateway } from './event-based-gateway.ts';
import { eventSubProcess } from './event-sub-process.ts';
import { exclusiveGateway } from './exclusive-gateway.ts';
import { inclusiveGateway } from './inclusive-gateway.ts';
import { intermediateCatchEvent } from './intermediate-catch-event.ts';
import { intermediateThrowEvent } from './intermediate-throw-event.ts';
import { manualTask } from './manual-task.ts';
import { parallelGateway } from './parallel-gateway.ts';
import { receiveTask } from './receive-task.ts';
import { scriptTask } from './script-task.ts';
import { sendTask } from './send-task.ts';
import { serviceTask } from './service-task.ts';
import { startEvent } from './start-event.ts';
import { state } from './state.ts';
import { subProcess } from './sub-process.ts';
import { task } from './task.ts';
import { transaction } from './transaction.ts';
import { userTask } from './user-task.ts';

/** The only registry: a kind without its element does not compile. */
const elements = {
  startEvent, endEvent, intermediateCatchEvent, intermediateThrowEvent, boundaryEvent,
  userTask, manualTask, serviceTask, scriptTask, businessRuleTask, sendTask, receiveTask, task,
  subProcess, eventSubProcess, transaction, adHocSubProcess, callActivity,
  exclusiveGateway, parallelGateway, inclusiveGateway, complexGateway, eventBasedGateway,
  state,
} satisfies { [K in Kind]: Element<K> };

export const kinds = Object.keys(elements) as readonly Kind[];

export const elementOf = (kind: Kind): Element<Kind> => elements[kind] as unknown as Element<Kind>;
