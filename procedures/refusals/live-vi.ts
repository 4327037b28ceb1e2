import type { Said } from '../../engine/expression/said.ts';

/** Why a live dossier is not changed as asked, besides what `move-vi.ts` says: choices, incidents, and the way to another version (engine/precondition.ts, engine/migrate.ts, runtime/commands); and the same in Vietnamese. */
export const live: readonly Said[] = [
  ['expected data to be a JSON object, but got {}', 'dữ liệu phải là một đối tượng JSON, nhưng nhận được {0}'],
  ['expected names in the data, but "__proto__" cannot be one', 'dữ liệu không được có tên “__proto__”'],
  ['expected a reason, but it is empty', 'hãy ghi lý do'],
  ['expected a reason for the change of data, but it is empty', 'hãy ghi lý do sửa dữ liệu'],
  ['expected an exclusive or inclusive gateway, but got {}', 'chỉ chọn đường được ở điểm rẽ một lối hoặc nhiều lối, không phải ở {0}'],
  ['expected {} of {} out of {}, but got {}', 'đường chọn phải là đường đi ra từ {2}: {#1}'],
  ['expected a token that cannot choose at {}, but there is none', 'không có hồ sơ nào đang chờ chọn đường ở {0}'],
  ['expected a gateway, but {} is a statechart, which has none', 'biểu đồ trạng thái {#0} không có điểm rẽ'],
  ['expected a state that can be left, but {} waits for its data to be mended', '{#0} đang chờ sửa dữ liệu nên chưa bỏ qua được'],
  ['expected a version {} to go to, but there is none', 'không có phiên bản {0} để chuyển sang'],
  ['expected another version of {}', 'phải chọn một phiên bản khác của thủ tục {0}'],
  ['expected a step or flow of the one version and one of the other, but got "{}" and "{}"', 'phải ghép một bước hoặc đường của phiên bản này với một của phiên bản kia, nhưng nhận được “{0}” và “{1}”'],
];

/** What keeps a dossier under its version, said of an element (`userTask a: expected …`). */
export const obstaclesVi: readonly Said[] = [
  ['expected an active instance, but it is {}', 'hồ sơ không còn đang giải quyết ({0})'],
  ['expected no compensation to be under way, but it is', 'đang có việc bù trừ, hãy để làm xong đã'],
  ['expected the called process {} in the new version, but it is not there', 'phiên bản mới không có quy trình được gọi {#0}'],
  ['expected the flows it went on with in the new version, but {} are not all there', 'phiên bản mới không còn đủ các đường đã đi: {#0}'],
  ['expected its scope in the new version, but it is not there', 'phiên bản mới không có phạm vi của bước này'],
  ['expected this step in the new version, but it is not there: say which step takes its place, or move the token first', 'phiên bản mới không có bước này: hãy nói bước nào thay nó, hoặc chuyển hồ sơ sang bước khác trước'],
  ['expected a {} in the new version, but {} is a {}', 'ở phiên bản mới phải là {0}, nhưng {1} là {2}'],
  ['expected {} to stand in {}, but it stands in {}', '{0} phải nằm trong {#1}, nhưng nằm trong {#2}'],
  ['expected it to be done as many times as in the former version, but that has changed', 'số lần làm phải như ở phiên bản cũ, nhưng đã đổi'],
  ['expected the new version to ask for "{}" too, but it asks for "{}": wait until it is done', 'phiên bản mới phải vẫn gọi “{0}”, nhưng gọi “{1}”: hãy đợi làm xong'],
  ['expected the flow {} to lead to {}, but it does not', 'đường nối {#0} không dẫn tới {1}'],
  ['expected what was done here to be compensable in the new version, but it is not there', 'phiên bản mới không bù trừ được việc đã làm ở đây'],
  ['expected two diagrams or two statecharts, but one is a diagram and the other a statechart', 'phải là hai sơ đồ hoặc hai biểu đồ trạng thái, nhưng một bên là sơ đồ, bên kia là biểu đồ trạng thái'],
  ['expected this state in the new version, but it is not there: say which state takes its place, or move the dossier first', 'phiên bản mới không có trạng thái này: hãy nói trạng thái nào thay nó, hoặc chuyển hồ sơ đi trước'],
  ['expected a {} ({}) in the new version, but {} is a {} ({})', 'ở phiên bản mới phải là {0} ({1}), nhưng {2} là {3} ({4})'],
  ['expected the regions of the former version, but {} is a new one: move the dossier out of {} first', 'các vùng phải như ở phiên bản cũ, nhưng {0} là vùng mới: hãy chuyển hồ sơ ra khỏi {#1} trước'],
  ['expected what failed here to be mended first, because the state has another name in the new version', 'hãy sửa chỗ hỏng ở đây trước, vì trạng thái có tên khác ở phiên bản mới'],
];

/** What an element waits for cannot be told from the data (engine/elements/ask.ts, engine/correlation.ts). */
export const askedVi: readonly Said[] = [
  ['expected {} "{}" to be valid FEEL, but {}', 'biểu thức “{1}” chưa tính được: {2}'],
  ['expected {} "{}" to find its data, but there is no {}', 'chưa có dữ liệu mà biểu thức “{1}” cần: {#2}'],
  ['expected {} "{}" to be true or false, but it is {}', 'biểu thức “{1}” phải cho đúng hoặc sai, nhưng cho {2}'],
  ['expected {} of {} "{}" to be text, but it is {}', 'biểu thức “{2}” của {1} phải cho chữ, nhưng cho {3}'],
  ['expected input "{}" of {} "{}" to be valid FEEL, but {}', 'dữ liệu vào “{0}” của {1}: biểu thức “{2}” chưa tính được: {3}'],
  ['expected message "{}" of {} to bring {} of correlation key {}, but it does not', 'tin “{0}” của {1} phải mang {2} của khóa nối {3}, nhưng không có'],
  ['expected message "{}" of {} to bring the {} of its conversation, {}, but it brings {}', 'tin “{0}” của {1} phải mang đúng {2} của cuộc trao đổi, {3}, nhưng mang {4}'],
];

/** A timer that failed cannot be set again (engine/calendar/limit.ts, runtime/timer-due.ts). */
export const timersVi: readonly Said[] = [
  ['expected a time limit such as {}, but got {}{}', 'thời hạn phải viết như {0}, nhưng là {1}'],
  ['expected a time limit above 0 and of at most ten years, but got {}', 'thời hạn phải trên 0 và không quá mười năm, nhưng là {0}'],
  ['expected whole calendar days, but got {}; write hours, or working days', 'số ngày phải là số nguyên, nhưng là {0}: hãy viết theo giờ, hoặc theo ngày làm việc'],
  ['expected a cycle such as "R3/PT1H", but got "{}"', 'chu kỳ phải viết như "R3/PT1H", nhưng là “{0}”'],
];
