import type { CompiledCalendar } from '../engine/calendar/calendar.ts';
import { deadline } from '../engine/calendar/deadline.ts';
import { officeDate } from '../engine/calendar/office-day.ts';
import type { Data, Json } from '../engine/state.ts';
import { Bench } from '../engine/testing/bench.ts';
import type { Command, Instance } from '../engine/testing/instance.ts';
import { ServiceError, unanswered, type Service } from '../engine/testing/service.ts';
import { handStarts } from '../engine/begun-by-hand.ts';
import { mayRaise } from '../engine/raisable.ts';
import { evaluation } from '../engine/evaluation.ts';
import { startConditions } from '../engine/self-started.ts';
import { startedBy } from '../engine/started-by.ts';
import { startByWord } from '../engine/words-between.ts';
import { firstRole } from '../engine/step-roles.ts';
import { changed, isObject } from '../forms/field-path.ts';
import { filingFacts } from './filing-facts.ts';
import { limitOn } from './in-force.ts';
import { preparedPaper } from './letters/prepared.ts';
import { templateFor } from './letters/variant.ts';
import type { LoadedProcedure } from './loaded.ts';
import { withoutLookUps } from './look-ups.ts';
import { localOf } from './parameters.ts';
import { judgeAnswer } from './scenario-answer.ts';
import { ScenarioDossier } from './scenario-dossier.ts';
import { rests, undoable, type ScenarioFault } from './scenario-fault.ts';
import { feeIn, pathOf, waitingAt } from './scenario-outcome.ts';
import type { ScenarioRun } from './scenario-run.ts';
import type { Scenario, ScenarioStep } from './scenario.ts';

/** How a dossier is filed: its application is a complete answer of the form. */
export interface Filing {
  readonly at: string;
  readonly channel: Scenario['filed']['channel'];
  readonly application: Data;
  readonly lookUps?: Scenario['filed']['lookUps'];
  readonly said?: Scenario['filed']['said'];
  readonly facts?: Scenario['filed']['facts'];
  readonly connectors?: Scenario['connectors'];
  readonly silent?: Scenario['silent'];
}

/** A paper as the scenario's dossier came to it: what the step handed along, and the data at that instant. */
export interface IssuedLetter {
  readonly letter: string;
  readonly inputs: Data;
  readonly at: string;
  readonly data: Data;
}

/** A step that a person has done. */
export interface DoneStep { readonly node: string; readonly by: string; readonly at: string }

/** A dossier in memory on a simulated clock: the engine itself, the package's forms, decisions and a calendar. */
export class ScenarioSession {
  /** What could not be done as written. */
  readonly problems: ScenarioFault[] = [];
  readonly bench: Bench;
  readonly instance: Instance;
  readonly #loaded: LoadedProcedure;
  readonly #calendar: CompiledCalendar;
  readonly #dossier: ScenarioDossier;
  readonly #letters: IssuedLetter[] = [];
  readonly #done: DoneStep[] = [];
  #seen = 0;
  /** What an applicant may correct now, by path. */
  #asked: readonly string[] | undefined;

  constructor(loaded: LoadedProcedure, { at, channel, application, lookUps, said, facts, connectors, silent }: Filing, calendar: CompiledCalendar) {
    this.#loaded = loaded;
    this.#calendar = calendar;
    this.#dossier = new ScenarioDossier(calendar, () => {
      const limit = this.bench.instances[0]?.data['timeLimit'];
      return typeof limit === 'string' ? limit : limitOn(loaded.procedure, officeDate(at)).limit;
    });
    this.bench = new Bench(loaded.definition, { at, services: this.#services(connectors, new Set(silent)), environment: loaded.environment, due: ({ value }, from) => deadline(calendar, from, value).dueAt });
    if (facts !== undefined) {
      this.instance = this.#begunBy(facts as Data, at, channel);
      this.#keep();
      return;
    }
    const answer = judgeAnswer(loaded, loaded.procedure.forms.application, application, at, this.problems);
    const delivery = answer['delivery'] ?? null;
    const [byHand] = handStarts(loaded.definition);
    if ((channel === 'office') !== (byHand !== undefined)) this.problems.push({ what: 'start', message: `expected a dossier that ${byHand === undefined ? 'somebody files' : 'the office begins'}, but the scenario says "${channel}"`, messageVi: byHand === undefined ? 'thủ tục này do người dân nộp, nhưng kịch bản để cơ quan tự mở' : 'thủ tục này do cơ quan tự mở, nhưng kịch bản để người dân nộp' });
    const [named] = said === undefined ? [] : startedBy(loaded.definition, said);
    const begun = named ?? startByWord(loaded.definition);
    if (said !== undefined && named === undefined) this.problems.push({ what: 'start', message: `expected the procedure to begin by ${said.kind} "${said.name}", but it does not`, messageVi: `thủ tục không bắt đầu từ ${said.kind === 'message' ? 'tin nhắn' : 'tín hiệu'} “${said.name}”` });
    this.instance = this.bench.start({
      by: begun === undefined ? (byHand?.roles[0] ?? 'applicant') : 'system', ...(begun ?? (byHand && { node: byHand.node })),
      data: {
        ...(loaded.procedure.parameters && { local: localOf(loaded.procedure.parameters) }),
        ...(loaded.procedure.lookUps && { lookUps: withoutLookUps(loaded, lookUps) }), application: answer,
        applicant: byHand === undefined ? { account: 'applicant', name: 'Người nộp giả định' } : null, filing: filingFacts(at, channel, delivery), dossier: this.#dossier.facts(at),
        ...(said?.data as Data | undefined), ...(begun && { origin: { dossier: 'another', code: 'H29.99.1-261120-0000' } }),
      },
    });
    this.#keep();
  }

  /** Does one step; throws with the reason when it is not possible. */
  perform(step: ScenarioStep): void {
    const when = 'wait' in step ? step.wait : step.at;
    if (when !== undefined) this.#passTo(when.startsWith('+') ? deadline(this.#calendar, this.bench.now, when.slice(1)).dueAt : new Date(when).toISOString());
    if ('message' in step) this.#say('message', step.message, { type: 'message', name: step.message, keys: this.#keysOf(step.message), data: (step.data ?? {}) as Data });
    if ('signal' in step) this.#say('signal', step.signal, { type: 'signal', name: step.signal, data: (step.data ?? {}) as Data });
    if ('begin' in step) this.#begin(step.begin, (step.data ?? {}) as Data);
    if ('fail' in step) {
      this.#mustBeOpen(step.fail);
      this.#mustBeDrawn(step.fail, step.error);
      this.instance.fail(step.fail, step.error);
    }
    if ('complete' in step) this.#complete(step.complete, step.answer as Data, step.by);
    this.#keep();
  }

  /** Time goes by from timer to timer: what each does is dated by the instant at which it was due, and the next finds the dossier as that left it. */
  #passTo(until: string): void {
    const { bench } = this;
    for (let due = bench.nextDue; due !== undefined && due < until; due = bench.nextDue) {
      bench.advance(due);
      this.#keep();
    }
    bench.advance(until);
    this.#keep();
  }

  /** Who completes a step when nobody is named: the only person of its (first) role. */
  personAt(id: string): string {
    const node = this.#loaded.definition.nodes[id];
    return (node && firstRole(node.step)) ?? 'nobody';
  }

  /** What has come of it so far. */
  outcome(): ScenarioRun {
    const { bench, instance } = this;
    return {
      path: pathOf(this.#loaded.definition, instance.visited),
      letters: this.#letters.map(({ letter }) => letter),
      issued: this.#letters,
      done: this.#done,
      at: bench.now,
      states: this.#dossier.states,
      status: instance.status,
      due: this.#dossier.due(bench.now),
      verdict: this.#dossier.verdict(bench.now),
      fee: feeIn(instance.data),
      data: instance.data,
      open: this.#open,
      visited: new Set(instance.visited),
      taken: new Set(instance.trace.filter(({ did }) => did === 'take').map(({ element }) => element)),
      // what caused the others first: an answer the fault, and the fault that the rest cannot be done
      problems: [...this.problems.filter(({ what }) => what !== 'deed'), ...instance.incidents.map(({ code, message, token }) => this.#stopped(code, message, token)), ...this.problems.filter(({ what }) => what === 'deed')],
    };
  }

  /** As in the house: a condition begins a dossier of the office's own, with the facts as its data. */
  #begunBy(facts: Data, at: string, channel: Filing['channel']): Instance {
    const { definition, environment, procedure } = this.#loaded;
    const conditions = startConditions(definition);
    const held = conditions.find(({ condition }) => {
      const answer = evaluation(environment, condition, facts, at);
      return !('failed' in answer) && answer.value === true;
    });
    if (channel !== 'office') this.problems.push({ what: 'start', message: `expected a dossier that facts begin to be the office's, but the scenario says "${channel}"`, messageVi: 'hồ sơ tự mở theo điều kiện không ai nộp: cách nộp phải là “cơ quan tự mở” (office)' });
    if (held === undefined) this.problems.push({ what: 'start', message: conditions.length === 0 ? 'expected the procedure to begin by a condition, but none of its start events has one' : `expected a condition by which the procedure begins to hold (${conditions.map(({ condition }) => condition.text).join(', ')}), but by these facts none does`, messageVi: conditions.length === 0 ? 'thủ tục này không có điểm bắt đầu theo điều kiện' : 'với các dữ kiện này, không điều kiện bắt đầu nào đúng' });
    const start = held ?? conditions[0] ?? startByWord(definition);
    return this.bench.start({
      by: 'system', ...(start && { node: start.node }),
      data: { ...(procedure.parameters && { local: localOf(procedure.parameters) }), ...facts, applicant: null, filing: filingFacts(at, 'office'), dossier: this.#dossier.facts(at) },
    });
  }

  get #open(): readonly string[] {
    return waitingAt(this.instance.state);
  }

  /** Where it stands, for a sentence that says that something else was expected. */
  #rests(): { readonly en: string; readonly vi: string } {
    return rests({ status: this.instance.status, open: this.#open });
  }

  #mustBeOpen(id: string): void {
    if (this.instance.tasks.some(({ element }) => element === id)) return;
    const { en, vi } = this.#rests();
    throw undoable(`expected an open task at (${id}), but ${en}`, `phải làm (${id}), nhưng ${vi}`, id);
  }

  /** As in the house: a person reports an error of a step only where the drawing has a way for it. */
  #mustBeDrawn(id: string, code: string): void {
    const { definition } = this.#loaded;
    if (definition.nodes[id]?.kind !== 'userTask' || mayRaise(definition, id, { kind: 'error', code })) return;
    throw undoable(`expected an event at the boundary of (${id}) that catches the error "${code}", but there is none`, `ở (${id}) phải có một sự kiện gắn vào bước để nhận lỗi “${code}”, nhưng bản vẽ chưa có`, id);
  }

  #say(kind: 'message' | 'signal', name: string, word: Extract<Command, { type: 'message' | 'signal' }>): void {
    const answer = this.instance.offer(word);
    if (!('rejected' in answer)) return;
    const { en, vi } = this.#rests();
    throw undoable(`expected the dossier to wait for the ${kind} "${name}", but ${en}: ${answer.message}`, `hồ sơ phải đang chờ ${kind === 'message' ? 'tin nhắn' : 'tín hiệu'} “${name}”, nhưng ${vi}`);
  }

  #begin(id: string, data: Data): void {
    try {
      this.instance.activate(id, data);
    } catch (error) {
      throw undoable((error as Error).message, `(${id}) phải bắt đầu được từ một nhóm việc đang mở, nhưng ${this.#rests().vi}`, id);
    }
  }

  #stopped(code: string, message: string, token: number): ScenarioFault {
    const element = this.instance.state.tokens.find(({ id }) => id === token)?.at;
    return { what: 'incident', message: `incident ${code}${element === undefined ? '' : ` at (${element})`}: ${message}`, messageVi: `hồ sơ dừng lại vì lỗi${element === undefined ? '' : ` ở (${element})`}, mã lỗi “${code}”`, ...(element !== undefined && { element }) };
  }

  /** A message that reaches this dossier brings the keys by which it waits. */
  #keysOf(message: string): Data {
    const waiting = this.instance.state.subscriptions.find(({ event }) => event.kind === 'message' && event.name === message)?.event;
    return waiting?.kind === 'message' ? waiting.keys : {};
  }

  /** What the runtime keeps beside the data follows what has happened. */
  #keep(): void {
    const instance = this.bench.instances[0];
    if (!instance) return;
    for (; this.#seen < instance.effects.length; this.#seen += 1) this.#dossier.take(instance.effects[this.#seen]!, this.bench.now);
    if (instance.status === 'active') instance.send({ type: 'data', data: { dossier: this.#dossier.facts(this.bench.now) } });
  }

  #services(given: Scenario['connectors'], silent: ReadonlySet<string>): Record<string, Service> {
    let numbers = 0;
    let told = 0;
    const answers: Record<string, (inputs: Data) => Data | typeof unanswered> = {
      'letter.issue': (inputs) => {
        const { letter, sign, byHand } = inputs;
        const prepared = preparedPaper(inputs);
        if (prepared !== undefined) throw new Error(prepared);
        // What is to be signed digitally first is no paper before that.
        if (sign === true && typeof byHand !== 'string' && silent.has('signature.sign')) return unanswered;
        const data = this.bench.instances[0]?.data ?? {};
        const application = isObject(data['application']) ? data['application'] : {};
        this.#letters.push({ letter: templateFor(this.#loaded.procedure, String(letter), application, this.bench.now), inputs, at: this.bench.now, data });
        return { letter: letter ?? null, id: `letter-${this.#letters.length}`, issuedAt: this.bench.now, byHand: typeof byHand === 'string' };
      },
      'register.number': ({ register }) => ({ number: `${String((numbers += 1)).padStart(2, '0')}/${this.#loaded.procedure.registers[String(register)]?.symbol ?? ''}` }),
      'fee.request': () => ({ state: 'pending' }),
      notify: () => ({ sent: true }),
      // As in the house (server/connectors/publish.ts): for so many minutes from now, or over at once.
      publish: ({ act, minutes }) => ({ id: 'alert', version: (told += 1), until: new Date(Date.parse(this.bench.now) + (act === 'publish' && typeof minutes === 'number' ? minutes : 0) * 60_000).toISOString(), at: this.bench.now }),
      // No other dossier is there to be followed, but where the scenario says so.
      follow: ({ code }) => {
        if (given?.['follow'] === undefined) throw new ServiceError('no-such-dossier');
        return { code: code ?? null };
      },
      // Programs and systems outside answer when the scenario says what; else their work waits.
      ...Object.fromEntries([...(this.#loaded.procedure.outside ?? []).map(({ topic }) => topic), ...this.#loaded.connectors.keys()].filter((name) => given?.[name] !== undefined).map((name) => [name, () => ({})])),
    };
    return Object.fromEntries(Object.entries(answers).filter(([name]) => !silent.has(name)).map(([name, answer]) => [name, (inputs: Data) => {
      this.#keep();
      const own = answer(inputs);
      return own === unanswered ? own : { ...own, ...(given?.[name] as Data | undefined) };
    }]));
  }

  /** As in the house: an applicant corrects what a step has asked for by `{ outcome: "supplement", items }`, once, and nothing else. */
  #mustBeAsked(id: string, changes: Data): void {
    const asked = this.#asked;
    if (asked === undefined) throw undoable(`expected the corrections at (${id}) to be asked for by a step before ({ outcome: "supplement", items }), but none was`, `những chỗ sửa ở (${id}) phải do một bước trước yêu cầu bổ sung, nhưng chưa bước nào yêu cầu`, id);
    const other = Object.keys(changes).find((path) => !asked.includes(path));
    if (other !== undefined) throw undoable(`expected only corrections at (${id}) that were asked for (${asked.join(', ')}), but ${other} was not`, `ở (${id}) chỉ được sửa những mục đã yêu cầu (${asked.join(', ')}), nhưng kịch bản sửa cả ${other}`, id);
    this.#asked = undefined;
  }

  #complete(id: string, given: Data, who: string | undefined): void {
    const { bench, instance } = this;
    this.#mustBeOpen(id);
    const step = this.#loaded.definition.nodes[id]?.step;
    const by = who ?? this.personAt(id);
    for (const other of step?.fourEyes ?? []) if (this.#done.findLast(({ node }) => node === other)?.by === by) throw undoable(`expected another person than ${by} at (${id}), who did (${other})`, `(${id}) phải do người khác làm: ${by} đã làm (${other})`, id);
    const answer = step?.form === undefined ? given : judgeAnswer(this.#loaded, step.form, given, bench.now, this.problems, id);
    const changes = step && firstRole(step) === 'applicant' ? answer['changes'] : undefined;
    if (isObject(changes)) {
      this.#mustBeAsked(id, changes);
      const application = Object.entries(changes).reduce((data, [path, value]) => changed(data, path, value), instance.data['application'] as Data);
      instance.send({ type: 'data', data: { application } });
    }
    if (answer['outcome'] === 'supplement' && Array.isArray(answer['items'])) this.#asked = (answer['items'] as readonly Json[]).flatMap((item) => (isObject(item) && typeof item['path'] === 'string' ? [item['path']] : []));
    instance.complete(id, answer, by);
    this.#done.push({ node: id, by, at: bench.now });
  }
}
