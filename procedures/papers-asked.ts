import { officeDate } from '../engine/calendar/office-day.ts';
import { evaluate } from '../engine/expression/feel.ts';
import type { Data } from '../engine/state.ts';
import { isInForce } from './in-force.ts';
import type { Component } from './procedure.ts';

/** A paper that law in force knows, and whether it is asked for with these answers. */
export interface Asked { readonly component: Component; readonly needed: boolean }

/** The papers that law in force knows on the day of filing, `at` (UTC): what law asks for later does not touch a dossier. */
export const papersAsked = (components: readonly Component[], application: Data, at: string): readonly Asked[] =>
  components.filter((component) => isInForce(component, officeDate(at))).map((component) => {
    if (component.required === true) return { component, needed: true };
    const judged = evaluate(component.required.when, application, at);
    return { component, needed: 'value' in judged && judged.value === true };
  });
