import { fieldOf } from '../../forms/field-path.ts';
import type { Form } from '../../forms/form.ts';
import type { Upload } from '../../forms/ui/asking.ts';
import type { Uploaded } from '../../server/api/file.ts';
import { addressOf } from '../../ui/api.ts';
import { language } from '../../ui/language.ts';
import { shrink } from './shrink.ts';

/** An upload that was refused, with the server's own words about this file. */
class Refusal extends Error {
  readonly forPeople = true;
}

const read = (answer: string): Partial<Uploaded> & { detail?: string } => {
  try {
    return JSON.parse(answer) as Partial<Uploaded>;
  } catch {
    return {};
  }
};

/** Sends a file to where it belongs and tells how far it is: `fetch` cannot say that, XMLHttpRequest can. */
export const uploadTo = (target: { draft: string } | { task: string }, form: Form): Upload => async (path, file, progress) => {
  const body = new FormData();
  body.append('file', form.ui.fields[fieldOf(path)]?.original ? file : await shrink(file), file.name);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', addressOf('POST /api/files', {}, { ...target, field: path }));
    request.setRequestHeader('Accept-Language', language());
    request.upload.addEventListener('progress', ({ loaded, total }) => progress(total > 0 ? loaded / total : 0));
    request.addEventListener('error', () => reject(new Error('the network broke')));
    request.addEventListener('load', () => {
      const answer = read(request.responseText);
      const [kept] = answer.files ?? [];
      const said = answer.refused?.[0]?.message ?? answer.detail;
      if (kept) resolve(kept);
      else reject(said ? new Refusal(said) : new Error(`unexpected answer ${request.status}`));
    });
    request.send(body);
  });
};
