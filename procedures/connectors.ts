/** Connectors that a service task may ask for; what they take and answer is in `server/connectors`. */
export const connectors = ['letter.issue', 'register.number', 'fee.request', 'notify', 'publish', 'follow'] as const;
