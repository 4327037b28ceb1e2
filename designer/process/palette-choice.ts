const name = 'motcua-full-palette';

/** Whether somebody asked for all of BPMN; remembered in this browser. A browser that keeps nothing forgets it. */
export const paletteIsFull = (): boolean => {
  try {
    return localStorage.getItem(name) === 'yes';
  } catch {
    return false;
  }
};

export const choosePalette = (full: boolean): void => {
  try {
    localStorage.setItem(name, full ? 'yes' : 'no');
  } catch {
    // it holds until the page is left
  }
};
