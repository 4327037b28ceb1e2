import { date, decimal, timeLimit } from '../../../ui/format.ts';
import { quoted, type Shape, type Telling } from './shape.ts';

/** How values of the kinds that stand everywhere are said. */
export const valuesFor = ({ text, language }: Telling) => {
  const value = (say: (value: never) => string, absent?: string): Shape => ({ is: 'value', say: (one) => say(one as never), ...(absent !== undefined && { absent }) });
  return {
    value,
    prose: { is: 'prose' } as Shape,
    both: { is: 'both' } as Shape,
    code: { is: 'code' } as Shape,
    /** Nothing written means no, unless it is said to mean yes. */
    yesNo: (usual = false) => value((one: boolean) => text(one ? 'toldYes' : 'toldNo'), text(usual ? 'toldYes' : 'toldNo')),
    number: value((one: number) => decimal(one, language)),
    limit: value((one: string) => timeLimit(one, language)),
    day: value((one: string) => date(one)),
    /** One of few words, each with a sentence of its own in the words files. */
    oneOf: (word: (one: string) => string) => value(word),
    quoted: value((one: string) => quoted(String(one))),
    list: (say: (one: never) => string, isSet = true): Shape => ({ is: 'list', of: { is: 'code' }, id: (one) => String(one), item: say, isSet }),
  };
};
