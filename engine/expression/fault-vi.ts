import { placeInVietnamese, sayingBy, type Said } from './said.ts';

/** Why an expression is none, or has no value: every sentence of a refusal. */
export const faults: readonly Said[] = [
  // reading
  ['expected at most {} characters, but the expression has {}', 'biểu thức dài {1} ký tự, nhiều nhất là {0}'],
  ['expected an expression, but it is empty', 'chưa viết gì'],
  ['expected an expression, but there is none', 'chưa có biểu thức nào'],
  ['expected at most {} levels of nesting, but the expression has more at {}', 'lồng nhau quá {0} tầng, ở {1}'],
  ['expected the expression to go on, but it ends at {}', 'biểu thức chưa hết, dừng ở {0}'],
  ['did not expect "{}" at {}', 'thừa hoặc sai ở “{0}” ({1})'],
  ['"{}" ({}) is not executed, at {}', 'không dùng được “{0}” ({1}), ở {2}'],
  ['expected a number that can be held, but came {}', 'số {0} lớn quá hoặc nhiều chữ số quá'],
  ['expected a name of an entry, but "__proto__" is not allowed', 'không được đặt tên “__proto__”'],
  ['expected a type of FEEL after "instance of", but came "{}"', 'sau “instance of” phải là một kiểu của FEEL, không phải “{0}”'],
  ['expected a type inside "{}"', 'thiếu kiểu bên trong “{0}”'],
  ['functions of other languages ("external") are never run', 'hàm của ngôn ngữ khác (“external”) không bao giờ được chạy'],
  // working it out
  ['there is no function "{}"', 'không có hàm “{0}”'],
  ['{}() expects at most {} arguments, but has {}', '{0}() nhận nhiều nhất {1} giá trị, nhưng có {2}'],
  ['{}() has no parameter "{}"; it has {}', '{0}() không có tham số “{1}”, chỉ có {2}'],
  ['expected a date, a time or a duration in ISO 8601, but @"{}" is none', '@“{0}” không phải là ngày, giờ hay khoảng thời gian theo ISO 8601'],
  ['expected an instant such as 2026-01-31T08:00:00Z, but came "{}"', 'thời điểm phải như 2026-01-31T08:00:00Z, không phải “{0}”'],
  ['expected a loop from one whole number or date to another, such as 1..10', 'vòng lặp phải đi từ một số nguyên hay một ngày tới một số nguyên hay một ngày, ví dụ 1..10'],
  ['expected an expression of at most {} steps, but this one needs more: shorten its lists or loops', 'biểu thức cần quá {0} bước tính: hãy rút ngắn danh sách hoặc vòng lặp'],
  ['expected at most {} nested function calls, but this expression needs more: a function calls itself without end', 'hàm gọi lồng nhau quá {0} lần: có hàm tự gọi mình không dứt'],
  ['expected a pattern of at most {} characters, but it has {}', 'mẫu chữ dài {1} ký tự, nhiều nhất là {0}'],
  ['expected a text of at most {} characters, but the expression builds a longer one', 'biểu thức ghép ra chữ dài quá {0} ký tự'],
  ['expected a value of at most 100 levels, but the result is deeper', 'kết quả lồng nhau quá 100 tầng'],
  ['expected a value, but the result is a range', 'kết quả là một khoảng, không phải một giá trị'],
  ['expected a value, but the result is a function: call it with parentheses', 'kết quả là một hàm: hãy gọi nó bằng dấu ngoặc'],
  ['expected a value of FEEL, but the result is something else', 'kết quả không phải là một giá trị của FEEL'],
  ['expected a finite number, but the result is {}', 'kết quả không phải là một số hữu hạn: {0}'],
  ['the number {} has more digits than data can keep: string() keeps it as a text', 'số {0} có nhiều chữ số hơn mức dữ liệu giữ được: dùng string() để giữ thành chữ'],
];

const say = sayingBy(faults, placeInVietnamese);

/** Why an expression is wrong, in Vietnamese; as it is where it says something else. */
export const faultVi = (why: string): string => say(why) ?? why;
