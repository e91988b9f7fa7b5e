import { useState } from "react";

type Props = {
  /** Read out, and found by tests. */
  readonly label: string;
  /** What the system's dialog offers, as in HTML: ".docx,.pdf". */
  readonly accept: string;
  readonly onPick: (file: File | undefined) => void;
};

/**
 * The system's own dialog for one file; works under every shell, also where pages may not open files themselves. What
 * the browser writes beside such a field is in the browser's language, so the button and the name are ours.
 */
export const FilePicker = ({ label, accept, onPick }: Props) => {
  const [name, setName] = useState("");
  return (
    <span className="lad-picker">
      <label className="lad-picker-button">
        {label}
        <input
          type="file"
          accept={accept}
          aria-label={label}
          onChange={({ target: { files } }) => {
            setName(files?.[0]?.name ?? "");
            onPick(files?.[0]);
          }}
        />
      </label>
      {name !== "" && <span className="lad-quiet">{name}</span>}
    </span>
  );
};
