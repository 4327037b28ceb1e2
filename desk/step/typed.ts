import type { Data } from '../../engine/state.ts';

const prefix = 'motcua.typed.';

/** A store of text by key: the tab's own, which ends with the tab. */
const store = (): Storage | undefined => {
  try {
    return typeof sessionStorage === 'undefined' ? undefined : sessionStorage;
  } catch {
    return undefined; // refused in private windows: what is typed then lives as long as the page
  }
};

const keyOf = (account: string, task: string) => `${prefix}${account}.${task}`;

/** What this person had typed for a step before the page was left, the session ran out or the tab crashed. */
export const readTyped = (account: string, task: string): Data | undefined => {
  const kept = store()?.getItem(keyOf(account, task));
  if (!kept) return undefined;
  try {
    return JSON.parse(kept) as Data;
  } catch {
    return undefined;
  }
};

export const keepTyped = (account: string, task: string, answer: Data): void => {
  try {
    store()?.setItem(keyOf(account, task), JSON.stringify(answer));
  } catch {
    // a full store: the page still holds the answer
  }
};

export const dropTyped = (account: string, task: string): void => store()?.removeItem(keyOf(account, task));

/** Leaves nothing behind for the next person at this machine. */
export const forgetTyped = (): void => {
  const kept = store();
  if (!kept) return;
  for (const key of Object.keys(kept)) if (key.startsWith(prefix)) kept.removeItem(key);
};
