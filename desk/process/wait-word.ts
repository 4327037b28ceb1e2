const waits = ['task', 'job', 'event', 'data', 'gateway', 'join', 'scope', 'incident'] as const;
type Waits = (typeof waits)[number];

/** The word for what a token waits for; an unknown one is an event. */
export const waitWord = (on: string): `wait_${Waits}` => `wait_${waits.find((each) => each === on) ?? 'event'}`;
