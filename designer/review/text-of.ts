import { isProblem } from '../../ui/problem.ts';
import { fetchText } from '../package/together.ts';

/** The text of a file as a version has it, or as it is saved in the draft; nothing where there is no such file. */
export const textOf = async (key: string, path: string, version?: string): Promise<string | undefined> => {
  try {
    return (await fetchText(key, path, version)).text;
  } catch (error) {
    if (isProblem(error, 'not-found')) return undefined;
    throw error;
  }
};
