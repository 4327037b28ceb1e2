/** What the codes of incidents mean, in plain words. */
export const vi = {
  incidentWhyMissing: 'Bước này cần một dữ liệu mà hồ sơ chưa có. Bổ sung dữ liệu đó, hoặc chọn hướng đi thay cho hệ thống.',
  incidentWhyCondition: 'Một điều kiện rẽ nhánh không cho kết quả đúng hay sai.',
  incidentWhyNoWay: 'Không điều kiện nào đúng, nên hồ sơ không có hướng đi tiếp.',
  incidentWhyExpression: 'Hệ thống không tính được một giá trị mà bước này cần.',
  incidentWhyDecision: 'Bảng quyết định không cho kết quả với dữ liệu của hồ sơ này.',
  incidentWhyDeadlock: 'Không còn bước nào của hồ sơ đi tiếp được.',
  incidentWhyCrowded: 'Hồ sơ này có quá nhiều bước mở cùng lúc, nên các bước sau được giữ lại. Khi đã xong bớt, hãy thử lại.',
  incidentWhyRunaway: 'Quy trình lặp mãi không dừng, nên hệ thống đã dừng lại.',
  incidentWhyOutside: 'Hệ thống bên ngoài không trả lời sau nhiều lần thử.',
  incidentWhyTimer: 'Không tính được thời điểm hẹn giờ của bước này.',
  incidentWhyPackage: 'Gói thủ tục thiếu, hoặc ghi sai, phần mà bước này cần.',
  incidentWhyOther: 'Hệ thống không làm được bước này.',
} as const satisfies Readonly<Record<string, string>>;
