import { office } from '../../people.ts';

/** Who decides what the rules of competence leave to the department of construction; in the stories it is only asked for its opinion. */
export const departments = office('xaydung', 'Nghiêm', 'construction-department');
