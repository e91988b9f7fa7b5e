import { useState } from "react";
import { useLabel } from "./language.tsx";
import { TextInput, type TextProps } from "./TextInput.tsx";
import { UI_WORDS } from "./words.ts";

/** A password. Says when Caps Lock is on, which is why most of them fail. */
export const PasswordInput = (props: TextProps) => {
  const t = useLabel();
  const [isCaps, setCaps] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only watches the state of a lock key
    <div onKeyUp={(event) => setCaps(event.getModifierState("CapsLock"))}>
      <TextInput {...props} kind="password" />
      {isCaps && (
        <span className="lad-note lad-bad" role="status">
          {t(UI_WORDS.capsLock)}
        </span>
      )}
    </div>
  );
};
