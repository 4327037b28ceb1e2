const nameOf = (key: string) => `motcua.trial.${key}`;

/** The trial of a package that is open in this window: neither a look at another page nor a reload ends it. */
export const trialOf = (key: string): string | undefined => {
  try {
    return sessionStorage.getItem(nameOf(key)) ?? undefined;
  } catch {
    return undefined; // storage may be refused: the trial then lasts as long as its page
  }
};

export const keepTrial = (key: string, id: string | undefined) => {
  try {
    if (id === undefined) sessionStorage.removeItem(nameOf(key));
    else sessionStorage.setItem(nameOf(key), id);
  } catch {
    // nothing is lost but the way back
  }
};
