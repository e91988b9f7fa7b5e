import { CalendarOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useRef } from "react";
import { Icon } from "./Icon.tsx";
import { useLabel } from "./language.tsx";
import { TextInput, type TextProps } from "./TextInput.tsx";
import { UI_WORDS } from "./words.ts";

type Props = Omit<TextProps, "max"> & { readonly withTime?: boolean };

/**
 * A date that is typed first and picked second: the text field takes 20260309 or 2026-3-9, the button opens the
 * calendar of the browser, which keyboards and screen readers know.
 */
export const DayInput = ({ withTime = false, ...props }: Props) => {
  const t = useLabel();
  const picker = useRef<HTMLInputElement>(null);
  const stored = withTime ? props.value.replace(" ", "T") : props.value;
  return (
    <span className="lad-day">
      <TextInput
        {...props}
        max={withTime ? 20 : 12}
        inputMode="numeric"
        placeholder={t(withTime ? UI_WORDS.instantHint : UI_WORDS.dayHint)}
      />
      <input
        ref={picker}
        type={withTime ? "datetime-local" : "date"}
        className="lad-native-day"
        tabIndex={-1}
        aria-hidden="true"
        value={stored}
        onChange={(event) => props.onCommit(event.target.value.slice(0, withTime ? 16 : 10))}
      />
      <Button
        icon={
          <Icon>
            <CalendarOutlined />
          </Icon>
        }
        aria-label={t(UI_WORDS.openCalendar)}
        disabled={props.disabled === true}
        onClick={() => picker.current?.showPicker()}
      />
    </span>
  );
};
