/** Someone at a browser: keeps the cookie, says its origin and language as browsers do. */
export class Visitor {
  readonly url: string;
  readonly language: string;
  cookie = '';

  constructor(url: string, language: string) {
    this.url = url;
    this.language = language;
  }

  /** Any request; `init` goes before what a browser says by itself. */
  async fetch(method: string, path: string, init: { readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> } = {}): Promise<Response> {
    const { body } = init;
    const raw = typeof body === 'string' || body instanceof FormData || body instanceof Uint8Array || body instanceof URLSearchParams;
    const answer = await fetch(`${this.url}${path}`, {
      method, redirect: 'manual',
      headers: {
        'Accept-Language': this.language,
        ...(method === 'GET' ? {} : { Origin: new URL(this.url).origin }),
        ...(this.cookie === '' ? {} : { Cookie: this.cookie }),
        ...(body === undefined || body instanceof FormData || body instanceof URLSearchParams ? {} : { 'Content-Type': 'application/json' }),
        ...init.headers,
      },
      ...(body === undefined ? {} : { body: raw ? (body as BodyInit) : JSON.stringify(body) }),
    });
    for (const set of answer.headers.getSetCookie()) {
      const pair = set.split(';')[0] ?? '';
      if (pair.startsWith('motcua=')) this.cookie = pair === 'motcua=' ? '' : pair;
    }
    return answer;
  }

  /** A request whose answer is JSON, of whatever status. */
  async json(method: string, path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}): Promise<{ readonly status: number; readonly body: Record<string, never> }> {
    const answer = await this.fetch(method, path, { ...(body === undefined ? {} : { body }), headers });
    const text = await answer.text();
    return { status: answer.status, body: (text === '' ? {} : JSON.parse(text)) as Record<string, never> };
  }

  /** The answer of an act that must succeed. */
  async done(method: string, path: string, body?: unknown): Promise<Record<string, never>> {
    const answer = await this.json(method, path, body);
    if (answer.status >= 300) throw new Error(`expected ${method} ${path} to succeed, but it answered ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  async signIn(username: string, password: string): Promise<this> {
    await this.done('POST', '/api/session', { username, password });
    return this;
  }
}
