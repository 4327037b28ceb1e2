export const vi = {
  signInLead: 'Đăng nhập để nộp hồ sơ và xem hồ sơ của bạn.',
  signInToBegin: 'Đăng nhập để bắt đầu. Những gì bạn điền sẽ được tự động lưu, có thể làm tiếp trên máy khác.',
  signInWith: 'Đăng nhập bằng {name}',
  username: 'Tên đăng nhập',
  password: 'Mật khẩu',
  usernameMissing: 'Điền tên đăng nhập',
  passwordMissing: 'Điền mật khẩu',
  samplesAccounts: 'Tài khoản mẫu',
  samplesAccountsHint: 'Đây là hệ thống mẫu. Chọn một người giả định bên dưới để điền sẵn, rồi bấm Đăng nhập. Mật khẩu chung: {password}',
} as const satisfies Readonly<Record<string, string>>;
