import type { Static } from 'typebox';
import type { IntakeTaken } from '../api/intake.ts';
import { escaped } from '../payments/bank-page.ts';
import type { SampleMessage } from './sample-messages.ts';

/** What came of the message that was just sent. */
export type Said = { readonly taken: Static<typeof IntakeTaken> } | { readonly refused: readonly string[] };

/** The page of the simulated national portal. It says on every line of sight that nothing real is filed. */
export function portalPage(samples: readonly SampleMessage[], said: Said | undefined): string {
  const choices = samples.map(({ title }, index) => `<p><button name="sample" value="${index}">${escaped(title.vi)}</button> <span lang="en">${escaped(title.en)}</span></p>`).join('\n');
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Cổng Dịch vụ công quốc gia mô phỏng</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml"><link rel="stylesheet" href="/bank.css"></head>
<body><main><h1>Cổng Dịch vụ công quốc gia mô phỏng</h1>
<p><strong>Đây là trang mô phỏng: người nộp và giấy tờ đều là giả định. / This is a simulation: people and papers are made up.</strong></p>
${said === undefined ? '' : outcome(said)}
<h2>Nộp một hồ sơ mẫu / File a sample dossier</h2>
<form method="post">${choices}</form></main></body></html>`;
}

function outcome(said: Said): string {
  if ('refused' in said) return `<section role="alert"><h2>Hồ sơ bị từ chối / Refused</h2><ul>${said.refused.map((reason) => `<li>${escaped(reason)}</li>`).join('')}</ul></section>`;
  const { code, portalCode, trackUrl } = said.taken;
  return `<section role="status"><h2>Đã chuyển hồ sơ / The dossier was handed over</h2>
<dl><dt>Mã trên Cổng / Code at the portal</dt><dd>${escaped(portalCode)}</dd><dt>Mã tại cơ quan / Code at the office</dt><dd>${escaped(code)}</dd></dl><p><a href="${escaped(trackUrl)}">Theo dõi / Track it</a></p></section>`;
}
