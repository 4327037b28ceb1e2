import type { Said } from '../../engine/expression/said.ts';

/** Why a move by hand, or leaving a failed step, is refused (engine/modify.ts, engine/skip.ts, engine/statechart/move.ts), and the same in Vietnamese. */
export const moves: readonly Said[] = [
  ['expected a token {} to take away, but there is none: it may have moved on', 'không còn dấu {0} để lấy đi: hồ sơ có thể đã sang bước khác'],
  ['expected the whole of {} to be taken away, because the number of its turns is fixed, but got one of them', 'phải lấy đi cả {0}, vì số lượt của bước đã định, nhưng chỉ chọn một lượt'],
  ['expected a token that does not compensate, but {} does', '{0} đang bù trừ nên chưa lấy đi được'],
  ['expected a token within which nothing is being compensated, but {} waits for that: let it be done first', 'bên trong {0} đang có việc bù trừ: hãy để làm xong đã'],
  ['expected something to go on after the change, but nothing would; withdraw the dossier instead', 'sau khi chuyển, hồ sơ không còn bước nào để đi tiếp: muốn dừng hẳn thì hãy rút hồ sơ'],
  ['expected a flow of {}, but there is no {}', 'quy trình {#0} không có đường nối {#1}'],
  ['expected an element of {}, but there is no {}', 'quy trình {#0} không có bước {#1}'],
  ['expected a place where a token can begin, but {} is begun by its event alone', 'không bắt đầu được ở {0}: chỉ sự kiện của nó mới bắt đầu nó'],
  ['expected a place where a token can begin, but {} is begun by compensation alone', 'không bắt đầu được ở {0}: chỉ việc bù trừ mới bắt đầu nó'],
  ['expected a place where a token can begin, but {} joins its flows: name the one to come along ({})', 'không bắt đầu được ngay trước {0} vì ở đó các đường nhập lại: hãy chọn đường đi vào ({1})'],
  ['expected a place where a token can begin, but {} is left by the event that happens: name the flow', 'không bắt đầu được ngay sau {0} vì sự kiện nào xảy ra thì đi đường ấy: hãy chọn đường'],
  ['expected {} to go on, but it is cancelled and what was done in it is being compensated', '{0} đã bị hủy, những gì đã làm trong đó đang được bù trừ'],
  ['expected the scope to be named for {}, because {} are open', 'phải chọn phạm vi cho {#0}, vì đang mở {1}'],
  ['expected one of the open scopes ({}) for {}, but got {}', 'phạm vi cho {#1} phải là một trong các phạm vi đang mở ({0}), nhưng chọn {2}'],
  ['expected {} to be called at the time, but it is not: begin at the call activity', '{#0} hiện không được gọi: hãy bắt đầu ở bước gọi nó'],
  ['expected {} to be open, but it is not, and it cannot be opened in the middle', '{0} chưa mở, mà cũng không mở được từ giữa'],
  ['expected an element that can be left, but {} cannot watch for its events: mend the data', '{#0} không theo dõi được các sự kiện của nó nên không bỏ qua được: hãy sửa dữ liệu'],
  ['expected an element with one way to go on, but {} must choose: name its flows, or move the token', '{0} phải chọn lối đi nên không bỏ qua được: hãy chọn đường, hoặc chuyển bước'],
  ['expected a state of {} to enter, but there is no {}', 'biểu đồ {#0} không có trạng thái {#1}'],
  ['expected a state of {} to enter, but it is the whole', 'phải chọn một trạng thái trong biểu đồ {#0}, không phải cả biểu đồ'],
  ['expected state {} to be entered ("before"), because a statechart has no place {} a state', 'với trạng thái {#0} chỉ có thể vào ("before"), biểu đồ trạng thái không có chỗ “{1}” một trạng thái'],
  ['expected no scope for {}: a state is once in a statechart', 'không chọn phạm vi cho {#0}: trong biểu đồ mỗi trạng thái chỉ có một'],
  ['expected {} to have begun, but its first states wait for their data to be mended', 'biểu đồ {#0} chưa bắt đầu: các trạng thái đầu còn chờ sửa dữ liệu'],
  ['expected {} to be left for the states that are entered, but it stays: name a state beside it or around it to enter', 'vào các trạng thái ấy thì {#0} vẫn còn, không rời được: hãy chọn trạng thái ở cạnh hoặc bao quanh nó'],
];
