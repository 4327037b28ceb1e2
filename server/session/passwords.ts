import { hash, verify } from '@node-rs/argon2';

// OWASP's least cost for argon2id: 19 MiB, two passes, one lane.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const together = 4;

/** A hash of a password nobody has, to spend the same time on unknown names. */
const decoy = '$argon2id$v=19$m=19456,t=2,p=1$0LgYjz4h2VOBnRrxN8ajjA$IpwETlSn2q7YSnlcnFwcop5AicDDVTHQ8ti7pEnhWzo';

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFC'), cost);

/** Checks passwords, a few at a time, as long for an unknown name as for a known one. */
export function passwordChecker(): (kept: string | null | undefined, password: string) => Promise<boolean> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (kept, password) => {
    if (running < together) running += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      const right = await verify(kept ?? decoy, password.normalize('NFC'));
      return right && typeof kept === 'string';
    } finally {
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
