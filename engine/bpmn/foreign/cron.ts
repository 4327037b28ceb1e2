import type { ModdleElement } from 'bpmn-moddle';
import { dayNames } from '../../cron.ts';
import { one, words } from '../moddle.ts';

/** Short words of Camunda 8 (those of Spring) for cycles. */
const macros: Readonly<Record<string, string>> = {
  '@yearly': '0 0 0 1 1 *', '@annually': '0 0 0 1 1 *', '@monthly': '0 0 0 1 * *', '@weekly': '0 0 0 * * SUN', '@daily': '0 0 0 * * *', '@midnight': '0 0 0 * * *', '@hourly': '0 0 * * * *',
};

const nameOf = (number: number): string => dayNames[number] ?? String(number);

/** Camunda 7 counts days of the week from Sunday as 1 (Quartz) and may name the year; its last day of the week is Saturday. */
const camunda7 = (text: string): string => {
  const fields = text.split(/\s+/);
  if (fields.length === 7 && fields[6] === '*') fields.pop();
  return weekdays(fields, (field) => (/^L$/i.test(field) ? 'SAT' : field.replaceAll(/(?<![\d#/])\d+(?!\d)/g, (number) => nameOf(Number(number) - 1))));
};

/** Camunda 8 counts them from Sunday as 0 or 7 (Spring). A step from a number leaves open whether that is one Sunday or two. */
const camunda8 = (text: string): string =>
  weekdays((macros[text.toLowerCase()] ?? text).split(/\s+/), (field) => (/(^|,)\d\//.test(field) ? field : field.replaceAll(/(?<![\d#/])\d+(?!\d)/g, (number) => nameOf(Number(number) === 7 ? 0 : Number(number)))));

const weekdays = (fields: readonly string[], named: (field: string) => string): string => fields.map((field, index) => (index === 5 ? named(field) : field)).join(' ');

/** Writes cycles for cron with days of the week by name, which mean the same wherever days are counted from; what cannot be run is refused where timers are read. */
export const nameWeekdays = (engine: 'camunda' | 'zeebe', elements: readonly ModdleElement[]): void => {
  for (const element of elements) {
    const cycle = element.$type === 'bpmn:TimerEventDefinition' ? one(element, 'timeCycle') : undefined;
    const text = cycle && words(cycle, 'body')?.trim();
    if (text !== undefined && !/^=|^R\d*\/|[$#]\{/.test(text)) cycle!.set('body', engine === 'camunda' ? camunda7(text) : camunda8(text));
  }
};
