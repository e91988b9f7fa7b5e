type Props = {
  /** Read out, and found by tests. */
  readonly label: string;
  /** What the system's dialog offers, as in HTML: ".docx,.pdf". */
  readonly accept: string;
  readonly onPick: (file: File | undefined) => void;
};

/** The system's own dialog for one file; works under every shell, also where pages may not open files themselves. */
export const FilePicker = ({ label, accept, onPick }: Props) => (
  <input
    type="file"
    accept={accept}
    aria-label={label}
    onChange={({ target }) => onPick(target.files?.[0])}
  />
);
