import type { Context } from 'koa';

/** The cookie that carries the session's secret. `__Host-` pins it to this host over https. */
export function sessionCookie(https: boolean) {
  const name = https ? '__Host-motcua' : 'motcua';
  const write = (context: Context, value: string, more: string): void => {
    context.append('Set-Cookie', `${name}=${value}; Path=/; HttpOnly; SameSite=Lax${https ? '; Secure' : ''}${more}`);
  };
  return {
    read(context: Context): string | undefined {
      const pairs = context.get('Cookie').split(';').map((pair) => pair.trim()).filter((pair) => pair.startsWith(`${name}=`));
      return pairs.length === 1 ? pairs[0]?.slice(name.length + 1) : undefined;
    },
    set: (context: Context, secret: string): void => write(context, secret, ''),
    clear: (context: Context): void => write(context, '', '; Max-Age=0'),
  };
}
