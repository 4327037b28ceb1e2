interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): { createScriptURL(url: string): string };
}

/**
 * Lets the browser keep the portal's shell for times without a network (public/sw.js).
 * The content security policy asks for Trusted Types: this one address is vouched for here.
 */
export const registerShell = () => {
  if (!('serviceWorker' in navigator)) return;
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy('motcua-shell', { createScriptURL: () => '/sw.js' });
  navigator.serviceWorker.register(policy?.createScriptURL('') ?? '/sw.js').catch(() => undefined);
};
