interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): { createScriptURL(url: string): string };
}

let made: Promise<ServiceWorkerRegistration | undefined> | undefined;

/**
 * Lets the browser keep the portal's shell for times without a network, and show what comes as a push (portal/public/sw.js).
 * The content security policy asks for Trusted Types: this one address is vouched for here.
 */
export const registerShell = (): Promise<ServiceWorkerRegistration | undefined> => {
  made ??= register().catch(() => undefined);
  return made;
};

const register = async (): Promise<ServiceWorkerRegistration | undefined> => {
  if (!('serviceWorker' in navigator)) return undefined;
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy('motcua-shell', { createScriptURL: () => '/sw.js' });
  return navigator.serviceWorker.register(policy?.createScriptURL('') ?? '/sw.js');
};
