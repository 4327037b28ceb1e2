/** Whether something waits on this device, known without opening its database: most visitors keep nothing. */
export const isAnythingKept = (): boolean => {
  try {
    return localStorage.getItem('motcua.kept') !== null;
  } catch {
    return false;
  }
};
