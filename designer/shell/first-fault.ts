import { useEffect } from 'react';

const acts = '.button-main, .button-danger';
const wrong = '.field-error :is(input, select, textarea)';

/** Whoever sends what is not whole goes on at the first field that is told to lack something: in every form and dialog of the designer. */
export const useFirstFault = () => {
  useEffect(() => {
    const look = ({ target }: MouseEvent) => {
      const around = target instanceof Element ? target.closest(acts)?.closest('form, dialog, section') : undefined;
      // what is told stands there when the act has been drawn
      if (around) requestAnimationFrame(() => around.querySelector<HTMLElement>(wrong)?.focus());
    };
    document.addEventListener('click', look);
    return () => document.removeEventListener('click', look);
  }, []);
};
