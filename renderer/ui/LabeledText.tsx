import { useId } from "react";
import { PasswordInput } from "./PasswordInput.tsx";
import { TextInput, type TextProps } from "./TextInput.tsx";

type Props = Omit<TextProps, "id" | "label" | "onCommit" | "onText" | "describedBy"> & {
  readonly title: string;
  readonly hint?: string;
  readonly isPassword?: boolean;
  readonly onText: (text: string) => void;
};

/** A text outside the dictionary (a login, an address, a code) with its label above and a hint below. */
export const LabeledText = ({ title, hint, isPassword = false, onText, ...rest }: Props) => {
  const id = useId();
  const Input = isPassword ? PasswordInput : TextInput;
  return (
    <div className="lad-simple">
      <label htmlFor={id} className="lad-label">
        {title}
      </label>
      <Input
        {...rest}
        id={id}
        onText={onText}
        onCommit={onText}
        describedBy={hint === undefined ? undefined : `${id}-hint`}
      />
      {hint !== undefined && (
        <span id={`${id}-hint`} className="lad-quiet lad-hint">
          {hint}
        </span>
      )}
    </div>
  );
};
