/** Roles that a step may name, by the codes of the one-stop mechanism. `applicant` is the citizen who filed. */
export const roles = [
  'applicant', 'receptionist', 'centre_head', 'handler', 'section_head', 'signer', 'clerk', 'result_officer', 'consulted_agency',
] as const;

export type StepRole = (typeof roles)[number];
export const isRole = (name: string): name is StepRole => (roles as readonly string[]).includes(name);
