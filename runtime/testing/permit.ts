import type { Json } from '../../engine/state.ts';
import type { FieldFault } from '../answer.ts';
import type { RunnableProcedure } from '../procedure.ts';
import { drawn } from './definition.ts';

const none = { kind: 'none' } as const;

/** A small permit with everything the runtime has to carry: steps, a supplement, timers, connectors, a message, four eyes. */
const definition = drawn('permit', {
  begin: { kind: 'startEvent', event: none },
  reception: { kind: 'userTask', name: 'Tiếp nhận', step: { nameEn: 'Reception', form: 'reception', role: 'receptionist', unit: 'receiving', assignee: 'application.officer', timeLimit: '4 working hours' } },
  decide: { kind: 'exclusiveGateway' },
  ask: { kind: 'userTask', name: 'Bổ sung', step: { nameEn: 'Supplement', form: 'supplement', role: 'applicant', clock: 'pause:supplement', state: 5 } },
  tooLate: { kind: 'boundaryEvent', attachedTo: 'ask', interrupting: true, event: { kind: 'timer', timer: { type: 'duration', value: '10 working days' } } },
  stopped: { kind: 'endEvent', event: none, step: { state: 8 } },
  number: { kind: 'serviceTask', name: 'Vào sổ', step: { connector: 'register.number', inputs: { register: { text: '"receipt"' } }, clock: 'start', state: 2 } },
  fork: { kind: 'parallelGateway' },
  print: { kind: 'serviceTask', name: 'In giấy hẹn', step: { connector: 'letter.issue', inputs: { letter: { text: '"receipt"' } } } },
  pay: { kind: 'receiveTask', name: 'Chờ nộp phí', event: { kind: 'message', name: 'payment.settled', keys: [{ name: 'dossier', value: { text: 'dossier.id' } }] } },
  join: { kind: 'parallelGateway' },
  examination: { kind: 'userTask', name: 'Thẩm định', step: { nameEn: 'Examination', role: 'handler', timeLimit: '3 working days', state: 4 } },
  remind: { kind: 'boundaryEvent', attachedTo: 'examination', interrupting: false, event: { kind: 'timer', timer: { type: 'duration', value: 'PT48H' } } },
  reminded: { kind: 'endEvent', event: none },
  signing: { kind: 'userTask', name: 'Ký', step: { nameEn: 'Signing', role: 'signer', fourEyes: ['examination'] } },
  done: { kind: 'endEvent', event: none, step: { clock: 'end', state: 9 } },
}, [
  'begin -> reception', 'reception -> decide', 'decide -> ask: reception.outcome = "supplement"', 'decide -> *number', 'ask -> reception', 'tooLate -> stopped',
  'number -> fork', 'fork -> print', 'fork -> pay', 'print -> join', 'pay -> join', 'join -> examination', 'remind -> reminded', 'examination -> signing', 'signing -> done',
]);

export const permit: RunnableProcedure = {
  key: 'permit', hash: 'permit-1', name: { vi: 'Giấy phép (dữ liệu giả định)', en: 'Permit (fictional)' }, definition, environment: {}, timeLimit: () => '7 working days',
  check: (form, answer) => (form === 'application' ? footprint(answer) : []),
};

function footprint(answer: Json): FieldFault[] {
  const work = (answer as { work?: { footprint?: unknown } }).work;
  return typeof work?.footprint === 'number' ? [] : [{ path: 'work.footprint', message: 'expected a number' }];
}
