import type { Said } from '../../engine/expression/said.ts';

/** Why an expression of another engine is not translated (engine/bpmn/juel), and the same in Vietnamese. */
export const juel: readonly Said[] = [
  ['execution.{}(…) asks for what only the other engine knows', 'execution.{0}(…) hỏi điều chỉ hệ thống kia biết'],
  ['there is no function "{}"', 'không có hàm “{0}”'],
  ['"{}.{}(…)" is code of the other engine', '“{0}.{1}(…)” là mã của hệ thống kia'],
  ['there is no method "{}" with {} arguments', 'không có hàm “{0}” nhận {1} giá trị'],
  ['"{}" is no number that FEEL can write', '“{0}” không phải số viết được trong FEEL'],
  ['the expression ends too early', 'biểu thức hết giữa chừng'],
  ['did not expect "{}" at character {}', 'thừa hoặc sai ở “{0}” (ký tự thứ {1})'],
  ['it has more than {} levels of nesting', 'lồng nhau quá {0} tầng'],
  ['a brace is not closed', 'có dấu ngoặc nhọn chưa đóng'],
  ['as FEEL it would have more than {} characters', 'dịch sang FEEL thì dài quá {0} ký tự'],
  ['"{}" is an object of the other engine', '“{0}” là đối tượng của hệ thống kia'],
  ['"{}" cannot be a name in FEEL', '“{0}” không đặt tên được trong FEEL'],
];

/** Code of another engine, which is never run (engine/bpmn/foreign). */
export const foreignCode: readonly Said[] = [
  ['a listener (job type {})', 'trình lắng nghe (loại công việc {0})'],
  ['a listener ({})', 'trình lắng nghe ({0})'],
  ['an error thrown by the expression {}', 'lỗi do biểu thức {0} gây ra'],
  ['the built-in task "{}"', 'việc có sẵn “{0}”'],
  ['{} with a script in {}', '{0}, tính bằng mã {1}'],
  ['linked resources', 'tài nguyên liên kết'],
  ['an agent', 'tác tử'],
  ['the class {}', 'lớp {0}'],
  ['the delegate {}', 'mã ủy quyền {0}'],
  ['the script {}', 'đoạn mã {0}'],
  ['the case {}', 'vụ việc {0}'],
];
