export const vi = {
  noticesTitle: 'Thông báo niêm yết',
  noticesLead: 'Văn bản mà luật buộc niêm yết công khai. Có ý kiến, hãy gửi đến cơ quan trong thời gian niêm yết.',
  noticesNone: 'Không có văn bản nào đang niêm yết.',
  noticeWhere: 'Đọc tại trụ sở {unit}.',
  noticeUntil: 'Niêm yết từ {from} đến {to}.',
  noticeNumber: 'Số {number}.',
  noticesAlerts: 'Kẹt xe, ngập nước ở trang khác:',
  noticesFeed: 'Theo dõi bằng RSS',
} as const satisfies Readonly<Record<string, string>>;
