import { chart } from '../../engine/testing/chart.ts';
import type { RunnableProcedure } from '../procedure.ts';

const step = (role: string, more: object = {}): object => ({ task: { role, ...more } });

/** The small permit as a statechart: steps, a pause, timers, connectors in two regions, a message, a signal, and a way back to where it was held up. */
const machine = {
  id: 'chart', initial: 'handling', context: { reminded: 0 },
  states: {
    handling: {
      initial: 'reception', on: { 'police.hold': '#held' },
      states: {
        reception: {
          meta: step('receptionist', { unit: 'receiving', timeLimit: '4 working hours' }),
          on: { 'task.complete.reception': [{ guard: 'reception.outcome = "supplement"', target: 'ask' }, { guard: 'reception.outcome = "accept"', target: 'number' }] },
        },
        ask: { meta: { ...step('applicant'), clock: 'pause:supplement', state: 5 }, on: { 'task.complete.ask': 'reception' }, after: { '10 working days': '#stopped' } },
        number: { meta: { clock: 'start', state: 2 }, invoke: { src: 'register.number', input: { register: '"receipt"' }, onDone: 'both' } },
        both: {
          type: 'parallel', onDone: 'examination',
          states: {
            paper: { initial: 'print', states: { print: { invoke: { src: 'letter.issue', input: { letter: '"receipt"' }, onDone: 'printed' } }, printed: { type: 'final' } } },
            fee: { initial: 'pay', states: { pay: { meta: { messages: { 'payment.settled': { dossier: 'dossier.id' } } }, on: { 'payment.settled': 'paid' } }, paid: { type: 'final' } } },
          },
        },
        examination: {
          meta: { ...step('handler', { timeLimit: '3 working days' }), state: 4, signals: ['news'] },
          on: { 'task.complete.examination': 'signing', 'news': { actions: { type: 'assign', params: { heard: 'true' } } } },
          after: { PT48H: { actions: { type: 'assign', params: { reminded: 'reminded + 1' } } } },
        },
        signing: { meta: step('signer', { fourEyes: ['examination'] }), on: { 'task.complete.signing': '#done' } },
        back: { type: 'history', history: 'deep', target: 'reception' },
      },
    },
    held: { on: { 'police.release': '#back' } },
    stopped: { type: 'final', meta: { state: 8 } },
    done: { type: 'final', meta: { clock: 'end', state: 9 } },
  },
};

export const chartPermit: RunnableProcedure = {
  key: 'chart', hash: 'chart-1', name: { vi: 'Giấy phép theo trạng thái (dữ liệu giả định)', en: 'Permit as a statechart (fictional)' }, definition: chart(machine), environment: {}, timeLimit: () => '7 working days',
};

/** Its next version: a step has another id, a timer is longer. */
export const nextChartPermit: RunnableProcedure = {
  ...chartPermit, hash: 'chart-2', definition: chart(JSON.parse(JSON.stringify(machine).replaceAll('examination', 'appraisal').replace('PT48H', 'PT72H')) as object),
};
