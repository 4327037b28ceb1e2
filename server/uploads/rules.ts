import type { LocalText } from '../../engine/definition.ts';
import { takesFiles } from '../../forms/answer-files.ts';
import { expand } from '../../forms/expand.ts';
import { fieldOf } from '../../forms/field-path.ts';
import type { Form } from '../../forms/form.ts';
import type { Procedure } from '../../procedures/procedure.ts';
import { ProblemError } from '../http/problem-error.ts';
import type { Refused, UploadRules } from './receive.ts';

const usual = { accept: ['application/pdf', 'image/jpeg', 'image/png'], maxBytes: 20_000_000, maxFiles: 20 };
const limit = 100_000_000;

/** What is wrong with a file, said after its name. */
const reasons: { readonly [R in Refused['reason']]: LocalText } = {
  'too-large': { vi: 'lớn hơn mức cho phép', en: 'is larger than allowed' },
  'type': { vi: 'có nội dung không đúng loại tệp được nhận', en: 'does not hold what its kind of file should, or is of a kind that is not accepted' },
  'empty': { vi: 'không có nội dung', en: 'is empty' },
  'incomplete': { vi: 'tải lên chưa đủ; hãy gửi lại', en: 'did not come up completely; please send it again' },
  'no-copy': {
    vi: 'không tạo được bản đã xóa nơi chụp và máy ảnh, mà cán bộ chỉ được xem bản đó để giữ kín bạn là ai; hãy lưu ảnh lại thành JPG hoặc PNG rồi gửi',
    en: 'cannot be copied without where and with what it was taken, and officers see that copy alone, so that nobody learns who you are; please save it anew as JPG or PNG and send that',
  },
  'too-many': { vi: 'vượt quá số tệp cho phép', en: 'is more than the number of files allowed' },
};

/** A refused file in words. */
export const refusalOf = ({ name, reason }: Refused): LocalText => ({ vi: `Tệp “${name}” ${reasons[reason].vi}.`, en: `The file “${name}” ${reasons[reason].en}.` });

/** What a field of a procedure takes. Throws a problem when it takes no files. */
export function rulesOf({ protectsApplicant: copied = false }: Pick<Procedure, 'protectsApplicant'>, forms: readonly (Form | undefined)[], field: string): UploadRules {
  for (const form of forms) {
    const found = form === undefined ? undefined : expand(form).fields.get(fieldOf(field));
    if (found === undefined || !takesFiles(found)) continue;
    const most = found.schema['maxItems'];
    return { accept: found.ui.accept ?? usual.accept, maxBytes: Math.min(found.ui.maxBytes ?? usual.maxBytes, limit), maxFiles: typeof most === 'number' ? most : usual.maxFiles, copied };
  }
  throw new ProblemError('invalid', { errors: [{ path: 'field', message: field.slice(0, 100) }] });
}
