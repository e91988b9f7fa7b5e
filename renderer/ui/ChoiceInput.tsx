import { Select } from "antd";
import { useState } from "react";
import { useLabel } from "./language.tsx";
import { useOptionFilter } from "./pinyinFilter.ts";
import { UI_WORDS } from "./words.ts";

export type Choice = { readonly value: string; readonly label: string };
type Props = {
  readonly id?: string | undefined;
  readonly label?: string | undefined;
  readonly describedBy?: string | undefined;
  readonly options: readonly Choice[];
  readonly disabled?: boolean | undefined;
  readonly isInvalid?: boolean | undefined;
  readonly placeholder?: string | undefined;
};
type OneProps = Props & {
  readonly value: string | undefined;
  readonly onPick: (value: string | null) => void;
};
type ManyProps = Props & {
  readonly values: readonly string[];
  readonly onPick: (values: readonly string[]) => void;
};

const useSelect = ({ id, label, describedBy, options, disabled, isInvalid, placeholder }: Props) => {
  const t = useLabel();
  const [wasOpened, setOpened] = useState(false);
  const filter = useOptionFilter(wasOpened);
  return {
    ...(id !== undefined && { id }),
    ...(label !== undefined && { "aria-label": label }),
    ...(describedBy !== undefined && { "aria-describedby": describedBy }),
    ...(isInvalid && { status: "error" as const }),
    options: options.map((option) => ({ ...option, title: option.label })),
    disabled: disabled === true,
    allowClear: true,
    showSearch: {
      filterOption: (typed: string, option?: Choice) => option !== undefined && filter(typed, option),
    },
    placeholder: placeholder ?? t(UI_WORDS.choose),
    onFocus: () => setOpened(true),
    className: "lad-wide",
  };
};

/** One of several; typing characters or pinyin initials narrows the list, arrows and Enter pick. */
export const ChoiceInput = ({ value, onPick, ...props }: OneProps) => (
  <Select
    {...useSelect(props)}
    value={value ?? null}
    onChange={(next: string | null | undefined) => onPick(next ?? null)}
  />
);

/** Any of several, kept in the order of the list. */
export const ChoicesInput = ({ values, onPick, ...props }: ManyProps) => (
  <Select
    {...useSelect(props)}
    mode="multiple"
    value={[...values]}
    onChange={(next: string[]) =>
      onPick(props.options.map((option) => option.value).filter((code) => next.includes(code)))
    }
  />
);
