export interface DeviceCopy<T> {
  readonly value: T;
  readonly revision: number;
}

const nameOf = (draft: string) => `motcua.draft.${draft}`;

/** Keeps what could not be sent yet on this device; `undefined` forgets it. */
export const keepOnDevice = <T>(draft: string, copy: DeviceCopy<T> | undefined): void => {
  try {
    if (copy) localStorage.setItem(nameOf(draft), JSON.stringify(copy));
    else localStorage.removeItem(nameOf(draft));
  } catch {
    // storage is full or refused: the page itself still holds the answers
  }
};

/** What this device kept of a draft, if the server has not moved on since. */
export const keptOnDevice = <T>(draft: string, revision: number): T | undefined => {
  try {
    const copy = JSON.parse(localStorage.getItem(nameOf(draft)) ?? 'null') as DeviceCopy<T> | null;
    return copy?.revision === revision ? copy.value : undefined;
  } catch {
    return undefined;
  }
};

/** Whoever signs out leaves nothing on a shared device. */
export const forgetOnDevice = (): void => {
  try {
    for (const name of Object.keys(localStorage).filter((each) => each.startsWith('motcua.draft.'))) localStorage.removeItem(name);
  } catch {
    // nothing was kept where storage is refused
  }
};
