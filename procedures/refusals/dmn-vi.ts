import { faultVi } from '../../engine/expression/fault-vi.ts';
import { sayingBy, type Said } from '../../engine/expression/said.ts';
import { sayXml } from './xml-vi.ts';

/** What the reader of decisions (engine/decision) says, and the same in Vietnamese. */
export const dmn: readonly Said[] = [
  ['in the decision table "{}": {}', 'trong bảng quyết định “{0}”: {1}'],
  ['in the import "{}", {}: {}', 'trong tệp được nhập “{0}”, ở {1}: {2}'],
  ['expected a hit policy of DMN, but came "{}"', 'cách chọn dòng “{0}” không có trong DMN'],
  ['expected SUM, MIN, MAX or COUNT, but came "{}"', 'phép gộp phải là SUM, MIN, MAX hoặc COUNT, không phải “{0}”'],
  ['expected an aggregation with the hit policy COLLECT only, but came "{}" with "{}"', 'phép gộp “{0}” chỉ dùng với cách chọn dòng COLLECT, không dùng với “{1}”'],
  ['expected at least one output column, but the table has none', 'bảng chưa có cột trả lời nào'],
  ['expected one output column to take the {} of, but the table has {}', 'phép gộp {0} cần đúng một cột trả lời, nhưng bảng có {1}'],
  ['expected {} input and {} output cells, but the rule has {} and {}', 'dòng phải có {0} ô điều kiện và {1} ô trả lời, nhưng có {2} và {3}'],
  ['requires the {} "{}", which is not in the file', 'cần {0} “{1}”, nhưng tệp không có'],
  ['expected every id once in the file, but "{}" stands there again', 'mỗi mã chỉ được dùng một lần trong tệp, nhưng “{0}” có hai lần'],
  ['requires the {} "{}", which is not in the model "{}"', 'cần {0} “{1}”, nhưng tệp được nhập “{2}” không có'],
  ['requires the {} "{}" of the model "{}", which the file does not import', 'cần {0} “{1}” của “{2}”, nhưng tệp không nhập tệp đó'],
  ['expected "{}" to be given and to answer what stands in this file, but "{}" is of the model "{}"', '“{0}” chỉ nhận và trả lời những gì có trong tệp này, nhưng “{1}” thuộc “{2}”'],
  ['names the {} "{}", which is not in the file', 'nêu {0} “{1}”, nhưng tệp không có'],
  ['expected a type of FEEL, or one that the file defines or imports, but "{}" is none', 'kiểu dữ liệu “{0}” không có trong FEEL, trong tệp này hay tệp được nhập'],
  ['expected every type once in the file, but "{}" stands there again', 'mỗi kiểu dữ liệu chỉ được khai báo một lần trong tệp, nhưng “{0}” có hai lần'],
  ['the type "{}" is made of itself: {}', 'kiểu dữ liệu “{0}” chứa chính nó: {1}'],
  ['the type "{}" has more than {} parts', 'kiểu dữ liệu “{0}” có hơn {1} phần'],
  ['expected "{}" to have an output decision of this file, but it has none', '“{0}” chưa nêu quyết định nào của tệp này để trả lời'],
  ['expected "{}" to have logic, but it has none', '“{0}” chưa có cách tính'],
  ['expected {} cells in each row of the relation, but one has {}', 'mỗi dòng của bảng dữ liệu phải có {0} ô, nhưng có dòng {1} ô'],
  ['expected {}, but there is none that is executed', 'thiếu {0}'],
  ['expected a function in FEEL, but this one is of the kind "{}", and functions of other languages are never run', 'hàm phải viết bằng FEEL; hàm loại “{0}” của ngôn ngữ khác không bao giờ được chạy'],
  ['expected an import of DMN, but "{}" is of the type "{}", which is not executed', 'chỉ nhập được tệp DMN, nhưng “{0}” là loại “{1}”'],
  ['the models import each other in a circle: {}', 'các tệp nhập lẫn nhau thành vòng: {0}'],
  ['expected a file with the namespace "{}" beside this one, but there is none{}', 'không có tệp nào bên cạnh mang namespace “{0}”{1}'],
  [' among those that can be read; of another, {}', ' trong số tệp đọc được; tệp khác thì {0}'],
  ['expected a DMN 1.2 to 1.5 file, but {}', 'tệp không phải là DMN 1.2 đến 1.5: {0}'],
  ['expected at least one decision, or knowledge or types for others to import, but the file has none', 'tệp chưa có quyết định nào, cũng không có phép tính hay kiểu dữ liệu để tệp khác nhập'],
  ['expected FEEL, but {} in "{}"', 'phải viết bằng FEEL, nhưng {0} viết bằng “{1}”'],
  ['the decisions require each other in a circle: {}', 'các quyết định cần lẫn nhau thành vòng: {0}'],
  ['the file has {} characters of at most {}', 'tệp dài {0} ký tự, nhiều nhất là {1}'],
  ['it declares a document type', 'tệp khai báo DOCTYPE, không được phép'],
  ['it has more than {} levels', 'tệp lồng nhau quá {0} tầng'],
  ['it ends too early', 'tệp hết giữa chừng'],
  ['it has no definitions in a namespace of DMN 1.2 to 1.5', 'thẻ ngoài cùng không phải là <definitions> của DMN 1.2 đến 1.5'],
];

const part = (name: string): string => `biểu thức trong “${name}”`;

/** Words that the reader fills into its sentences. */
const terms: Readonly<Record<string, string>> = {
  decision: 'quyết định', input: 'dữ liệu vào', element: 'phần tử', 'the expression is': 'biểu thức', 'the expressions of the file are': 'các biểu thức của tệp',
  'an expression as the body of the function': 'biểu thức làm thân hàm', 'an expression for each parameter': 'biểu thức cho mỗi tham số', 'an expression in each entry of a context': 'biểu thức trong mỗi mục',
};

const inVietnamese = (value: string): string => {
  const [, within] = /^an expression in "(.+)"$/.exec(value) ?? [];
  if (within !== undefined) return part(within);
  return Object.hasOwn(terms, value) ? terms[value]! : say(value) ?? sayXml(value) ?? faultVi(value);
};

const say = sayingBy(dmn, inVietnamese);

/** What the reader of decisions says, in Vietnamese; also why an expression in one is none. */
export const decisionVi = (message: string): string => say(message) ?? faultVi(message);
