import type { Field } from './expand.ts';
import type { Widget } from './form.ts';
import { byteSize } from './media.ts';
import { formatNumber } from './number.ts';
import { inSentence, type Lang, type LocalText } from './text.ts';

type Params = Readonly<Record<string, unknown>>;
interface Named {
  readonly vi: string;
  readonly en: string;
  /** "Nhập tên chủ đầu tư": the field's name with the verb that fits its widget. */
  readonly ask: LocalText;
  readonly params: Params;
  /** Numbers are amounts, whose thousands stand apart; a year is none. */
  readonly isAmount: boolean;
}

const verbs: Partial<Record<Widget, LocalText>> = {
  radios: { vi: 'Chọn', en: 'Select' },
  select: { vi: 'Chọn', en: 'Select' },
  checkboxes: { vi: 'Chọn', en: 'Select' },
  files: { vi: 'Tải lên', en: 'Upload' },
};

function asking({ ui, widget }: Field): LocalText {
  const [vi, en] = [inSentence(ui.label.vi), inSentence(ui.label.en)];
  if (widget === 'yes-no') return { vi: `Chọn Có hoặc Không cho “${ui.label.vi}”`, en: `Select Yes or No for “${ui.label.en}”` };
  if (widget === 'declaration' || widget === 'checkbox') return { vi: `Đánh dấu để xác nhận “${ui.label.vi}”`, en: `Tick to confirm “${ui.label.en}”` };
  if (widget === 'rows') return { vi: `Thêm ít nhất một ${inSentence(ui.rowLabel?.vi ?? ui.label.vi)}`, en: `Add at least one ${inSentence(ui.rowLabel?.en ?? ui.label.en)}` };
  const verb = verbs[widget] ?? { vi: 'Nhập', en: 'Enter' };
  return { vi: `${verb.vi} ${vi}`, en: `${verb.en} the ${en}` };
}

const limit = ({ params, isAmount }: Named, lang: Lang) => (isAmount && typeof params.limit === 'number' ? formatNumber(params.limit, lang) : String(params.limit));
const bound = (vi: string, en: string) => (of: Named): LocalText => ({ vi: `${of.vi} phải ${vi} ${limit(of, 'vi')}`, en: `${of.en} must be ${en} ${limit(of, 'en')}` });
const unfit = (of: Named): LocalText => ({ vi: `${of.vi} chưa đúng; ${inSentence(of.ask.vi)} theo hướng dẫn`, en: `${of.en} is not right; ${inSentence(of.ask.en)} as described` });
const ask = (of: Named): LocalText => of.ask;

const formats: Readonly<Record<string, LocalText>> = {
  date: { vi: 'phải là ngày có thật, gồm ngày, tháng, năm, ví dụ 27/03/2026', en: 'must be a real date with day, month and year, like 27/03/2026' },
  email: { vi: 'phải có dạng ten@vidu.vn', en: 'must look like name@example.com' },
  time: { vi: 'phải là giờ và phút, ví dụ 08:30', en: 'must be hours and minutes, like 08:30' },
  'date-time': { vi: 'phải là thời điểm có ngày và giờ', en: 'must be a point in time with date and hour' },
};

function decimals({ vi, en, params }: Named): LocalText {
  const step = Number(params.multipleOf);
  const digits = Math.round(-Math.log10(step));
  if (step === 1) return { vi: `${vi} phải là số nguyên`, en: `${en} must be a whole number` };
  if (10 ** -digits === step && digits > 0) return { vi: `${vi} có nhiều nhất ${digits} chữ số sau dấu phẩy`, en: `${en} has at most ${digits} digits after the decimal point` };
  return { vi: `${vi} phải là bội số của ${formatNumber(step, 'vi')}`, en: `${en} must be a multiple of ${formatNumber(step, 'en')}` };
}

function wrongType(of: Named): LocalText {
  const { type } = of.params;
  if (type === 'integer') return { vi: `${of.vi} phải là số nguyên, ví dụ 12`, en: `${of.en} must be a whole number, like 12` };
  if (type === 'number') return { vi: `${of.vi} phải là số, ví dụ 75,5`, en: `${of.en} must be a number, like 75.5` };
  return unfit(of);
}

/** Our sentence for each keyword that can fail: ajv's, then our own. A test holds it against the keywords accepted. */
export const sentences = {
  required: ask,
  dependentRequired: ask,
  type: wrongType,
  enum: ask,
  const: ask,
  pattern: unfit,
  not: unfit,
  anyOf: unfit,
  oneOf: unfit,
  prefixItems: unfit,
  propertyNames: unfit,
  minProperties: unfit,
  maxProperties: unfit,
  format: (of) => {
    const words = formats[String(of.params.format)];
    return words ? { vi: `${of.vi} ${words.vi}`, en: `${of.en} ${words.en}` } : unfit(of);
  },
  minLength: (of) => (of.params.limit === 1 ? of.ask : { vi: `${of.vi} phải có ít nhất ${limit(of, 'vi')} ký tự`, en: `${of.en} must have at least ${limit(of, 'en')} characters` }),
  maxLength: (of) => ({ vi: `${of.vi} có nhiều nhất ${limit(of, 'vi')} ký tự`, en: `${of.en} has at most ${limit(of, 'en')} characters` }),
  minimum: bound('từ', 'at least'),
  maximum: bound('không quá', 'at most'),
  exclusiveMinimum: bound('lớn hơn', 'more than'),
  exclusiveMaximum: bound('nhỏ hơn', 'less than'),
  multipleOf: decimals,
  minItems: (of) => (of.params.limit === 1 ? of.ask : { vi: `${of.vi} cần ít nhất ${limit(of, 'vi')} mục`, en: `${of.en} needs at least ${limit(of, 'en')} entries` }),
  maxItems: (of) => ({ vi: `${of.vi} có nhiều nhất ${limit(of, 'vi')} mục`, en: `${of.en} takes at most ${limit(of, 'en')} entries` }),
  uniqueItems: (of) => ({ vi: `${of.vi} có mục viết hai lần; bỏ bớt một`, en: `${of.en} has an entry twice; remove one` }),
  contains: (of) => ({ vi: `${of.vi} còn thiếu một mục bắt buộc`, en: `${of.en} lacks an entry that is required` }),
  additionalProperties: ({ params }) => ({ vi: `Biểu mẫu không có trường “${String(params.additionalProperty)}”; hãy tải lại trang`, en: `The form has no field “${String(params.additionalProperty)}”; please reload the page` }),
  accept: (of) => ({ vi: `Tệp “${String(of.params.name)}” phải là ${String(of.params.kinds)}`, en: `The file “${String(of.params.name)}” must be ${String(of.params.kinds)}` }),
  maxBytes: (of) => ({ vi: `Tệp “${String(of.params.name)}” lớn hơn ${byteSize(Number(of.params.most), 'vi')}; hãy nén hoặc chia nhỏ tệp`, en: `The file “${String(of.params.name)}” is larger than ${byteSize(Number(of.params.most), 'en')}; compress or split it` }),
  catalogue: (of) => ({ vi: `${of.ask.vi} trong danh sách`, en: `${of.ask.en} from the list` }),
  notAfter: ({ vi, en }) => ({ vi: `${vi} phải là hôm nay hoặc trước hôm nay`, en: `${en} must be today or in the past` }),
  tooLarge: () => ({ vi: 'Nội dung gửi lên dài quá mức của một biểu mẫu; hãy rút bớt', en: 'What was sent is longer than a form can be; please shorten it' }),
} satisfies Record<string, (of: Named) => LocalText>;

/** What to do about a failed keyword, naming the field by its label; the form's own words for it come first. */
export function messageOf(keyword: string, params: Params, field: Field | undefined): LocalText {
  const own = field?.ui.messages?.[keyword] ?? field?.ui.messages?.any;
  if (own && keyword !== 'maxBytes' && keyword !== 'accept') return own;
  const label = field?.ui.label ?? { vi: 'Nội dung', en: 'The content' };
  const named: Named = { vi: label.vi, en: label.en, ask: field ? asking(field) : { vi: 'Điền nội dung', en: 'Fill this in' }, params, isAmount: field?.widget !== 'text' };
  const sentence = (sentences as Record<string, (of: Named) => LocalText>)[keyword] ?? unfit;
  return sentence(named);
}
