import type { Description } from '../../procedures/described/description.ts';

/** A connector to begin from that passes every check: it asks one thing and answers one. */
export const blankConnector = (name: string, title: Description['title']): Description => ({
  format: 1,
  name,
  title,
  system: 'system',
  auth: { scheme: 'bearer', secret: 'token' },
  inputs: { type: 'object', required: ['code'], properties: { code: { type: 'string', title: 'Mã cần hỏi' } } },
  answer: { type: 'object', required: ['result'], properties: { result: { type: 'string' } } },
  call: {
    method: 'POST',
    path: '/requests',
    idempotency: { header: 'idempotency-key' },
    body: { dossier: 'dossier.code', code: 'inputs.code' },
    answers: [
      { status: 200, means: 'done', data: { result: 'body.result' } },
      { status: 422, means: 'error', code: 'rejected' },
    ],
    simulated: [{ status: 200, body: { result: '"ok"' } }],
  },
  samples: [{ title: { vi: 'Ví dụ thứ nhất', en: 'First sample' }, inputs: { code: '1' }, expect: { done: { result: 'ok' } } }],
  source: 'Đề xuất, chờ tài liệu kỹ thuật của bên có hệ thống',
  mark: 'design',
});
