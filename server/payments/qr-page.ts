import { toString as drawn } from 'qrcode';
import { escaped } from './bank-page.ts';
import type { Way } from './provider.ts';

interface Shown { readonly reference: string; readonly amount: number; readonly open: boolean; readonly back: string; readonly title: string }

/** The page with a QR code that the payer's bank reads. It looks again every ten seconds, until the money is there. */
export async function qrPage({ reference, amount, open, back, title }: Shown, way: Extract<Way, { readonly qr: string }> | undefined): Promise<string> {
  const money = `${amount.toLocaleString('vi-VN')} đ`;
  const picture = way === undefined ? '' : `<img alt="Mã QR để nộp ${escaped(money)} / QR code to pay ${escaped(money)}" width="288" height="288" src="data:image/svg+xml;base64,${Buffer.from(await drawn(way.qr, { type: 'svg', errorCorrectionLevel: 'M' })).toString('base64')}">`;
  const to = way?.to === undefined ? '' : `<dt>Số tài khoản / Account</dt><dd>${escaped(way.to.account)} (${escaped(way.to.bank)})</dd><dt>Người nhận / Beneficiary</dt><dd>${escaped(way.to.holder)}</dd>`;
  const body = open && way !== undefined
    ? `<p>Mở ứng dụng ngân hàng và quét mã này. Trang tự cập nhật khi tiền đến. / Scan this with your bank's app. The page updates when the money arrives.</p>${picture}
<dl><dt>Số tiền / Amount</dt><dd>${escaped(money)}</dd><dt>Nội dung chuyển khoản, giữ nguyên / Content of the transfer, unchanged</dt><dd>${escaped(reference)}</dd>${to}</dl>`
    : '<p role="status">Khoản này không còn chờ nộp. / This payment is no longer open.</p>';
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Nộp phí, lệ phí</title>${open ? '<meta http-equiv="refresh" content="10">' : ''}
<link rel="icon" href="/icon.svg" type="image/svg+xml"><link rel="stylesheet" href="/bank.css"></head>
<body><main><h1>Nộp phí, lệ phí / Pay the fee</h1><p>${escaped(title)}</p>
${body}<p><a href="${escaped(back)}">Về hồ sơ / Back to the dossier</a></p></main></body></html>`;
}
