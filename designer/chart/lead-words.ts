import { parseTimeLimit } from '../../engine/calendar/limit.ts';
import { timeLimit } from '../../ui/format.ts';
import type { Language } from '../../ui/language.ts';
import type { Text } from '../words.ts';
import type { Spot } from './leads.ts';
import type { Places } from './places.ts';

const work = 'task.complete.';

/** A limit in working time in the reader's words; any other time as it is written. */
const timeWords = (key: string, language: Language): string => {
  try {
    parseTimeLimit(key);
    return timeLimit(key, language);
  } catch {
    return key;
  }
};

/** What a transition waits for, as people say it; `isOpen`: it has no condition. */
export function eventWords(text: Text, language: Language, from: string, places: Places, { list, key }: Pick<Spot, 'list' | 'key'>, nameOf: (id: string) => string, isOpen = false): string {
  switch (list) {
    case 'on': {
      if (!key.startsWith(work)) return text('when_messageOf', { name: key });
      const id = key.slice(work.length);
      return id === from ? text('when_done') : text('when_doneOf', { step: nameOf(id) });
    }
    case 'after': return key.startsWith('=') ? `${text('when_afterFeel')}: ${key.slice(1).trim()}` : text('when_afterTime', { time: timeWords(key, language) });
    case 'onDone': return text(places.get(from)?.state.invoke ? 'when_machineDone' : 'when_insideDone');
    case 'onError': return text('when_error');
    case 'always': return text(isOpen ? 'when_atOnce' : 'when_always');
  }
}
