/**
 * Runs `work` as the only writer of this desk, whichever window or worker it is in: reading what is stored and writing
 * what follows from it must not be interleaved. Two installations on one origin do not wait for each other.
 */
export const asOnlyWriter = <T>(installId: string, work: () => Promise<T>): Promise<T> =>
  navigator.locks.request(`desk-write.${installId}`, work) as Promise<T>;
