import { evaluate } from '../../engine/expression/feel.ts';
import type { Json } from '../../engine/state.ts';
import type { DossierRow } from '../../storage/tables/dossiers.ts';
import type { FileValue } from '../api/file.ts';
import type { AnswerGiven } from '../api/nearby.ts';
import type { Package } from '../library/package.ts';
import { isPhoto } from '../pictures/clean-picture.ts';
import { isFileValue } from '../views/files-view.ts';

const mostPictures = 10;

/** What the applicant is told at the end, as the procedure says it; nothing yet where its text is none. */
export function answerGiven({ procedure }: Pick<Package, 'procedure'>, { data }: Pick<DossierRow, 'data'>, at: string): AnswerGiven | null {
  const text = procedure.answer === undefined ? null : asked(procedure.answer.text, data, at);
  return typeof text === 'string' && text !== '' ? { text, pictures: picturesIn(procedure.answer?.pictures, data, at) } : null;
}

/** Pictures of an open dossier that others may see. */
export const picturesShown = ({ procedure }: Pick<Package, 'procedure'>, { data }: Pick<DossierRow, 'data'>, at: string): FileValue[] => picturesIn(procedure.similar?.pictures, data, at);

function picturesIn(text: string | undefined, data: DossierRow['data'], at: string): FileValue[] {
  const given = text === undefined ? null : asked(text, data, at);
  return (Array.isArray(given) ? (given as readonly Json[]) : []).filter(isFileValue).filter(({ type }) => isPhoto(type)).slice(0, mostPictures);
}

function asked(text: string, data: DossierRow['data'], at: string): Json {
  const result = evaluate(text, data, at);
  return 'value' in result ? result.value : null;
}
