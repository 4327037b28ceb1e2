import type { Context, Middleware } from 'koa';

const page = [
  "default-src 'none'", "script-src 'self'", "img-src 'self' data: blob:", "font-src 'self' data:", "connect-src 'self'",
  "frame-src 'self' blob:", "manifest-src 'self'", "worker-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'", "object-src 'none'",
];

/** The diagram editor writes style attributes; no other page may. */
const policies = {
  app: [...page, "style-src 'self'", "require-trusted-types-for 'script'"].join('; '),
  designer: [...page, "style-src 'self' 'unsafe-inline'"].join('; '),
  data: "default-src 'none'; frame-ancestors 'none'",
  shown: "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'self'",
} as const;

/** `app`, `designer`: a page of ours. `data`: an answer that is no page. `shown`: a PDF or picture inside our own page. */
export function setPolicy(context: Context, kind: keyof typeof policies): void {
  context.set('Content-Security-Policy', policies[kind]);
  context.set('X-Frame-Options', kind === 'shown' ? 'SAMEORIGIN' : 'DENY');
}

/** Headers of every answer; `https` adds HSTS. */
export const securityHeaders = (https: boolean): Middleware => async (context, next) => {
  setPolicy(context, 'data');
  context.set('X-Content-Type-Options', 'nosniff');
  context.set('Referrer-Policy', 'same-origin');
  context.set('Cross-Origin-Opener-Policy', 'same-origin');
  context.set('Cross-Origin-Resource-Policy', 'same-origin');
  context.set('Permissions-Policy', 'camera=(self), geolocation=(self), microphone=(), payment=(), usb=()');
  if (https) context.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
  await next();
};
