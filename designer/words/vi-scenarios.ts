export const scenarios = {
  placeScenarios: 'Kịch bản',
  noScenarios: 'Chưa có kịch bản nào',
  noScenariosHint: 'Kịch bản là một hồ sơ mẫu: ai làm gì, lúc nào, và phải ra kết quả gì. Đặt tệp trong thư mục scenarios/ của thủ tục.',
  scenariosHint: 'Thủ tục có {count} kịch bản. Chạy thử trên bản đang sửa, theo lịch làm việc, không đụng đến hồ sơ thật.',
  playScenarios: 'Chạy các kịch bản',
  cannotPlay: 'Chưa chạy được: thủ tục còn lỗi, xem phần Kiểm tra.',
  scenariosOutcome: 'Đúng {passed}, sai {failed}',
  scenarioPassed: 'đúng như mong đợi',
  scenarioFailed: 'khác mong đợi',
  coverage: 'Các kịch bản đi qua những đâu',
  coverageOf: '{nodes} trong {allNodes} bước, {flows} trong {allFlows} đường nối.',
  notPassed: 'Chưa kịch bản nào đi qua:',
} as const satisfies Readonly<Record<string, string>>;
