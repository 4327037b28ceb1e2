export const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** The simulated bank's page. It says on every line of sight that no money moves. */
export function bankPage(payment: { readonly reference: string; readonly amount: number; readonly open: boolean }): string {
  const amount = `${payment.amount.toLocaleString('vi-VN')} đ`;
  const form = payment.open
    ? `<form method="post"><button name="decision" value="pay">Thanh toán ${escaped(amount)} (mô phỏng)</button> <button name="decision" value="cancel">Hủy / Cancel</button></form>`
    : '<p>Khoản này không còn chờ thanh toán. / This payment is no longer open.</p>';
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Ngân hàng mô phỏng</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml"><link rel="stylesheet" href="/bank.css"></head>
<body><main><h1>Ngân hàng mô phỏng</h1>
<p><strong>Đây là trang mô phỏng: không có tiền nào được chuyển. / This is a simulation: no money moves.</strong></p>
<dl><dt>Nội dung / For</dt><dd>Phí, lệ phí hồ sơ</dd><dt>Mã thanh toán / Reference</dt><dd>${escaped(payment.reference)}</dd><dt>Số tiền / Amount</dt><dd>${escaped(amount)}</dd></dl>
${form}</main></body></html>`;
}

export const bankStyle = `body{font:1.125rem/1.5 system-ui,sans-serif;margin:0;color:#1d2433;background:#fff}main{max-width:32rem;margin:0 auto;padding:1rem}
button{font:inherit;min-height:3rem;padding:.5rem 1rem;margin:.25rem 0;border:2px solid #1d4f91;border-radius:.25rem;background:#1d4f91;color:#fff}button[value=cancel]{background:#fff;color:#1d4f91}
img{display:block;max-width:100%;height:auto}a{color:#1d4f91}dt{font-weight:600}dd{margin:0 0 .5rem;overflow-wrap:anywhere}`;
