/** The machine's own key store, where it has one (Electron's safeStorage). Never the only way to the data key (row 33). */
export type Keychain = {
  /** False for stores that only pretend to protect, such as Electron's "basic_text". */
  readonly isTrustworthy: () => boolean;
  readonly wrap: (secret: Uint8Array) => Promise<Uint8Array>;
  readonly unwrap: (wrapped: Uint8Array) => Promise<Uint8Array>;
};
