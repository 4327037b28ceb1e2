import type { Form } from '../../forms/form.ts';
import type { DesignerPackage } from '../../server/api/designer.ts';
import { freshKey } from '../letters/letter-files.ts';
import { benchNow, edit } from '../package/bench.ts';
import { filesIn } from '../package/files-in.ts';
import { keyOf } from '../../procedures/key-of.ts';
import { formFrom, type FormPattern } from './form-patterns.ts';
import { writeForm } from './read-form.ts';

/** Lays a new form on the bench; answers the key by which steps name it. */
export function addForm(opened: DesignerPackage, pattern: FormPattern, title: Form['title']): string {
  const key = freshKey(filesIn(opened, 'forms'), keyOf(title.vi) || pattern);
  const path = `forms/${key}.json`;
  // a form of that key may have been taken away before: then this is its new text
  edit(opened.key, path, writeForm(formFrom(pattern, key, title)), benchNow(opened.key).edits.get(path)?.origin ?? '');
  return key;
}
