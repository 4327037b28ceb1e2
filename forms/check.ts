import { faultVi } from '../engine/expression/fault-vi.ts';
import { check as feelFault, variables } from '../engine/expression/feel.ts';
import { compile } from './compile.ts';
import { expand, type ExpandedForm, type Field } from './expand.ts';
import { feelName } from './field-path.ts';
import type { Form } from './form.ts';
import { formFaults } from './form-schema.ts';
import { inner } from './limits.ts';
import { orderOf } from './order.ts';
import type { LocalText } from './text.ts';

/** `element` is the field, page or rule ("rules.3") the finding is about. */
export interface FormFinding {
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  readonly element: string;
  readonly message: string;
  readonly messageVi: string;
}

/** Everything that is wrong with a form file, or nothing. Takes any JSON; never throws. */
export function checkForm(file: unknown): FormFinding[] {
  const shape = formFaults(file);
  if (shape.length > 0) return shape;
  const form = file as Form;
  const findings: FormFinding[] = [];
  const add = (severity: FormFinding['severity']) => (rule: string, element: string, message: string, messageVi: string) => void findings.push({ rule, severity, element, message, messageVi });
  const error = add('error');
  const warning = add('warning');
  let expanded: ExpandedForm;
  try {
    expanded = expand(form);
    compile(form);
  } catch (fault) {
    error('schema', 'schema', (fault as Error).message, 'phần mô tả dữ liệu của biểu mẫu (schema) viết chưa đúng');
    return findings;
  }
  browserPatterns(expanded.schema, error);
  pages(expanded, error);
  fields(expanded, error, warning);
  rules(expanded, error);
  sources(expanded, error, warning);
  translations(form, error);
  return findings;
}

type Report = (rule: string, element: string, message: string, messageVi: string) => void;

/** A field as its author knows it in Vietnamese. */
const asked = ({ fields }: ExpandedForm, id: string): string => `“${fields.get(id)?.ui.label.vi.trim() || id}”`;

/** The browser matches with its own engine, so a pattern must be one there too. */
function browserPatterns(schema: ExpandedForm['schema'], error: Report): void {
  if (typeof schema.pattern === 'string') {
    try {
      RegExp(schema.pattern, 'u');
    } catch (fault) {
      error('pattern', schema.pattern, `expected a pattern that browsers read too, but: ${(fault as Error).message}`, `khuôn “${schema.pattern}” trình duyệt không đọc được: hãy viết lại`);
    }
  }
  for (const [, one] of inner(schema)) browserPatterns(one, error);
}

const isPart = ({ fields }: ExpandedForm, { parent }: Field) => parent !== undefined && fields.get(parent)?.kind !== 'group';

function pages(expanded: ExpandedForm, error: Report): void {
  const { form, fields } = expanded;
  const twice = (ids: readonly string[]) => new Set(ids.filter((id, index) => ids.indexOf(id) !== index));
  for (const id of twice(form.ui.pages.map((page) => page.id))) error('duplicate-id', id, `expected each page id once, but "${id}" names several pages`, `nhiều trang cùng mang mã “${id}”: mỗi trang cần một mã riêng`);
  for (const id of twice(form.ui.pages.flatMap((page) => page.fields))) error('duplicate-field', id, `expected each field on one page, but "${id}" is asked twice`, `${asked(expanded, id)} được hỏi hai lần: mỗi câu hỏi chỉ đứng ở một trang`);
  for (const page of form.ui.pages) {
    if (!Object.hasOwn(form.ui.sections, page.section)) error('unknown-section', page.id, `expected a section of ui.sections, but page "${page.id}" names "${page.section}"`, `trang “${page.title.vi}” thuộc phần “${page.section}”, mà biểu mẫu không có phần ấy`);
    for (const id of page.fields) {
      const field = fields.get(id);
      if (!field) error('unknown-field', id, `page "${page.id}" asks for "${id}", which the schema does not have`, `trang “${page.title.vi}” hỏi “${id}”, mà biểu mẫu không có câu hỏi ấy`);
      else if (field.kind === 'group') error('group-on-page', id, `page "${page.id}" names the group "${id}"; name its fields, or give it a widget`, `trang “${page.title.vi}” nêu cả nhóm ${asked(expanded, id)}: hãy nêu từng câu hỏi trong nhóm`);
      else if (isPart(expanded, field)) error('part-on-page', id, `page "${page.id}" names "${id}", which is asked with "${field.parent}"; name that`, `${asked(expanded, id)} được hỏi cùng ${asked(expanded, field.parent ?? '')}: trang “${page.title.vi}” chỉ cần nêu câu hỏi sau`);
    }
  }
}

function fields(expanded: ExpandedForm, error: Report, warning: Report): void {
  const { form } = expanded;
  for (const field of expanded.fields.values()) {
    const { id, kind, ui, schema } = field;
    const computed = form.rules.some((rule) => 'compute' in rule && rule.compute === id);
    if (kind !== 'group' && !isPart(expanded, field) && field.pages.length === 0 && !computed) error('field-on-no-page', id, `no page asks for "${id}"`, `chưa trang nào hỏi ${asked(expanded, id)}: hãy đặt câu hỏi vào một trang, hoặc xóa đi`);
    if (kind !== 'group' && ui.label.vi === id) error('missing-label', id, `expected ui.fields["${id}"].label in Vietnamese and English`, `câu hỏi “${id}” chưa có lời hỏi tiếng Việt và tiếng Anh`);
    if (computed && field.required) error('computed-required', id, `"${id}" is computed, so the schema cannot require it`, `${asked(expanded, id)} do máy tính ra, nên không thể bắt người khai điền`);
    if (ui.wanted && field.required) error('wanted-required', id, `the schema requires "${id}", so it cannot be merely wished for`, `${asked(expanded, id)} đã là bắt buộc, nên không thể chỉ là mong có`);
    const values = schema.enum ?? schema.items?.enum;
    for (const value of values ?? []) if (!ui.options?.some((option) => option.value === value) && !ui.catalogue) error('missing-option', id, `expected ui.fields["${id}"].options to name the value "${String(value)}"`, `${asked(expanded, id)}: lựa chọn “${String(value)}” chưa có lời`);
    for (const option of ui.options ?? []) if (values && !values.includes(option.value)) error('unknown-option', id, `the option "${option.value}" of "${id}" is not in the schema's enum`, `${asked(expanded, id)}: lựa chọn “${option.label.vi}” không có trong danh sách giá trị của dữ liệu`);
    if (ui.options && !values && schema.const === undefined) warning('open-options', id, `"${id}" offers options, but its schema takes any value; list them in enum`, `${asked(expanded, id)} cho chọn, nhưng dữ liệu nhận giá trị bất kỳ: hãy liệt kê các giá trị`);
    if (ui.prefill) syntax(ui.prefill, id, error);
  }
  for (const id of Object.keys(form.ui.fields)) if (!expanded.fields.has(id)) error('unknown-field', id, `ui.fields names "${id}", which the schema does not have`, `có lời cho câu hỏi “${id}”, mà biểu mẫu không có câu hỏi ấy`);
}

function rules(expanded: ExpandedForm, error: Report): void {
  const { form } = expanded;
  const all = [...expanded.fields.values()].map(({ id, kind }) => ({ name: feelName(id), inside: kind !== 'group' && kind !== 'rows' }));
  const isKnown = (name: string) => all.some((one) => one.name === name || (one.inside && name.startsWith(`${one.name}.`)));
  const text = (feelText: string, element: string, rows?: string) => {
    syntax(feelText, element, error);
    for (const name of variables(feelText)) {
      const asked = rows !== undefined && name.startsWith('row.') ? `${rows}.${name.slice(4)}` : name;
      if (!isKnown(asked)) error('unknown-name', element, `"${feelText}" asks for "${name}", which the form does not have`, `điều kiện “${feelText}” hỏi tới “${name}”, mà biểu mẫu không có câu hỏi ấy`);
    }
  };
  form.rules.forEach((rule, index) => {
    const element = `rules.${index}`;
    const target = Object.entries(rule).find(([key]) => ['show', 'require', 'compute', 'warn', 'refuse'].includes(key))?.[1] as string;
    const known = expanded.fields.has(target) || ('show' in rule && form.ui.pages.some((page) => page.id === target));
    if (!known) error('rule-on-unknown', element, `the rule is about "${target}", which the form does not have`, `quy tắc nói về “${target}”, mà biểu mẫu không có câu hỏi hay trang ấy`);
    text('compute' in rule ? rule.value : rule.when, element, target.includes('[]') ? feelName(target.slice(0, target.lastIndexOf('[]'))) : undefined);
  });
  for (const page of form.ui.pages) if (page.when) text(page.when, page.id);
  const order = orderOf(expanded);
  if ('cycle' in order) error('rule-cycle', order.cycle[0] ?? '', `expected rules that do not wait for each other, but these do: ${order.cycle.join(' → ')}`, `các quy tắc chờ nhau thành vòng: ${order.cycle.join(' → ')}`);
}

function syntax(text: string, element: string, error: Report): void {
  const why = feelFault(text);
  if (why) error('feel', element, `expected a FEEL expression, but "${text}" is not: ${why}`, `biểu thức “${text}” viết chưa đúng: ${faultVi(why)}`);
}

/** A mark of where a text was read is no name of it. */
const onlyWhereRead = /^(gh:\d+[\s,;]*)+$/;

function sources(expanded: ExpandedForm, error: Report, warning: Report): void {
  const { form, fields } = expanded;
  for (const id of Object.keys(form.sources)) if (!fields.has(id)) error('unknown-field', id, `sources names "${id}", which the schema does not have`, `có căn cứ pháp lý cho “${id}”, mà biểu mẫu không có câu hỏi ấy`);
  for (const [id, { basis }] of Object.entries(form.sources)) if (fields.has(id) && onlyWhereRead.test(basis)) warning('no-legal-basis', id, `expected sources["${id}"] to name the law, but "${basis}" is only where it was read`, `${asked(expanded, id)} chỉ ghi nơi đã đọc (“${basis}”): hãy ghi tên văn bản`);
  for (const field of fields.values()) {
    const covered = [...fields.values()].some((one) => Object.hasOwn(form.sources, one.id) && (field.id === one.id || field.id.startsWith(`${one.id}.`) || field.id.startsWith(`${one.id}[]`)));
    if (field.kind !== 'group' && !covered) warning('no-legal-basis', field.id, `expected the question "${field.ui.label.en}" (${field.id}) to say on which legal basis it is asked, or that the office itself proposes it`, `${asked(expanded, field.id)} chưa nói hỏi theo căn cứ pháp lý nào: hãy ghi căn cứ, hoặc ghi là đề xuất của đơn vị`);
  }
}

function translations(form: Form, error: Report): void {
  const missing = (text: LocalText | undefined, element: string) => {
    for (const lang of ['vi', 'en'] as const) if (text && text[lang].trim() === '') error('missing-translation', element, `expected a text in ${lang === 'vi' ? 'Vietnamese' : 'English'}`, `“${text.vi.trim() || text.en.trim() || element}” chưa có lời ${lang === 'vi' ? 'tiếng Việt' : 'tiếng Anh'}`);
  };
  missing(form.title, 'title');
  for (const [id, text] of Object.entries(form.ui.sections)) missing(text, id);
  for (const page of form.ui.pages) for (const text of [page.title, page.intro]) missing(text, page.id);
  for (const [id, ui] of Object.entries(form.ui.fields)) {
    const texts = [ui.label, ui.hint, ui.unit, ui.rowLabel, ui.statement, ...(ui.options ?? []).flatMap((option) => [option.label, option.hint]), ...Object.values(ui.messages ?? {})];
    for (const text of texts) missing(text, id);
  }
  form.rules.forEach((rule, index) => missing('message' in rule ? rule.message : undefined, `rules.${index}`));
}
