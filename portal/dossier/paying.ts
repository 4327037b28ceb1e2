const name = 'motcua.paying';

/** Remembers, while the citizen is at the bank, which payment they left for. */
export const leaveToPay = (payment: string): void => {
  try {
    sessionStorage.setItem(name, payment);
  } catch {
    // then the page says nothing special on the way back; the payment's own state still shows
  }
};

/** The payment the citizen left for, told once. */
export const backFromPaying = (): string | null => {
  try {
    const payment = sessionStorage.getItem(name);
    sessionStorage.removeItem(name);
    return payment;
  } catch {
    return null;
  }
};
