/** More work than any of our files under a code asks for; a stranger's could ask for gigabytes and minutes. */
const WORK_MAX = 17;
/** How every file under a passphrase begins (age v1); the last number is its work, as a power of two (scrypt). */
const AGE_HEAD = /^age-encryption\.org\/v1\n-> scrypt [A-Za-z0-9+/]{22} ([0-9]{1,2})\n/;
const HEAD_BYTES = 100;

/** Whether an age file is one under a code that may be tried: what it costs to try is the file's own wish. */
export const mayTryCode = (sealed: Uint8Array): boolean => {
  const head = AGE_HEAD.exec(Buffer.from(sealed.subarray(0, HEAD_BYTES)).toString("latin1"));
  return head !== null && Number(head[1]) <= WORK_MAX;
};
