import { Input } from "antd";
import { useDraft } from "./useDraft.ts";

/** What every text control takes. `label` names it for people who cannot see the text beside it. */
export type TextProps = {
  readonly value: string;
  readonly onCommit: (value: string) => void;
  readonly onText?: ((value: string) => void) | undefined;
  readonly onEnter?: (() => void) | undefined;
  readonly id?: string;
  readonly label?: string;
  readonly describedBy?: string | undefined;
  readonly max?: number | undefined;
  readonly disabled?: boolean | undefined;
  readonly isInvalid?: boolean | undefined;
  readonly placeholder?: string | undefined;
  readonly autoFocus?: boolean;
  readonly autoComplete?: string;
};
type InputProps = TextProps & {
  readonly kind?: "text" | "password" | "search";
  readonly inputMode?: "text" | "numeric" | "decimal" | "tel";
  readonly suffix?: string;
};

const shared = ({ id, label, describedBy, max, disabled, isInvalid, placeholder, autoFocus }: TextProps) => ({
  ...(id !== undefined && { id }),
  ...(label !== undefined && { "aria-label": label }),
  ...(describedBy !== undefined && { "aria-describedby": describedBy }),
  ...(max !== undefined && { maxLength: max }),
  ...(isInvalid === true && { "aria-invalid": true, status: "error" as const }),
  ...(placeholder !== undefined && { placeholder }),
  ...(autoFocus === true && { autoFocus }),
  disabled: disabled === true,
});

/** One line of text that Chinese input methods can type into. Commits on blur, Enter and after a rest. */
export const TextInput = (props: InputProps) => {
  const draft = useDraft(props);
  return (
    <Input
      {...shared(props)}
      {...draft}
      type={props.kind ?? "text"}
      inputMode={props.inputMode ?? "text"}
      autoComplete={props.autoComplete ?? "off"}
      spellCheck={false}
      suffix={props.suffix}
    />
  );
};

/** Several lines of text; grows with its content. Enter makes a new line. */
export const TextArea = ({ rows = 3, ...props }: TextProps & { readonly rows?: number }) => {
  const draft = useDraft({ value: props.value, onCommit: props.onCommit, onText: props.onText });
  return (
    <Input.TextArea
      {...shared(props)}
      value={draft.value}
      onChange={draft.onChange}
      onCompositionStart={draft.onCompositionStart}
      onCompositionEnd={draft.onCompositionEnd}
      onBlur={draft.onBlur}
      autoSize={{ minRows: rows, maxRows: 12 }}
      spellCheck={false}
    />
  );
};
