import type { Data } from '../engine/state.ts';
import { isObject } from '../forms/field-path.ts';

/** Whether a paper of the dossier was signed with a pen though it was to come as a file (`letter.issue { byHand }`): then it is fetched at the counter. */
export const isFetched = (data: Data): boolean => Object.values(data).some((issued) => isObject(issued) && typeof issued['letter'] === 'string' && issued['byHand'] === true);
