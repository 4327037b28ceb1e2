import type { Context } from 'koa';
import type { Journey } from './openid.ts';

/** Ten minutes' cookie that ties the answer of the OpenID provider to the browser that left for it. */
export function journeyCookie(https: boolean) {
  const name = 'motcua-openid';
  const write = (context: Context, value: string, seconds: number): void => {
    context.append('Set-Cookie', `${name}=${value}; Path=/api/session/openid; HttpOnly; SameSite=Lax; Max-Age=${seconds}${https ? '; Secure' : ''}`);
  };
  return {
    set: (context: Context, journey: Journey): void => write(context, Buffer.from(JSON.stringify(journey)).toString('base64url'), 600),
    /** Reads and forgets it: it serves once. */
    take(context: Context): Journey | undefined {
      const kept = context.get('Cookie').split(';').map((pair) => pair.trim()).find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
      write(context, '', 0);
      if (kept === undefined || kept === '') return undefined;
      try {
        const read = JSON.parse(Buffer.from(kept, 'base64url').toString('utf8')) as Partial<Journey>;
        const { verifier, state, nonce, returnTo } = read;
        if (typeof verifier !== 'string' || typeof state !== 'string' || typeof nonce !== 'string') return undefined;
        return { verifier, state, nonce, returnTo: typeof returnTo === 'string' && /^\/([^/\\].*)?$/.test(returnTo) ? returnTo : '/' };
      } catch {
        return undefined;
      }
    },
  };
}
