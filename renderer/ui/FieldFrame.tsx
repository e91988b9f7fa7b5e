import type { ReactNode } from "react";
import type { Refusal } from "../../shared/kernel/refusals.ts";
import { citedIn } from "../../shared/law/citedIn.ts";
import { useLanguage } from "./language.tsx";
import { UnverifiedMark } from "./Mark.tsx";
import { refusalText } from "./refusalText.ts";
import { UI_WORDS } from "./words.ts";

/** How a field stands with the journal: untouched, being saved, saved just now, or not saved and why. */
export type SaveState =
  | { readonly is: "quiet" }
  | { readonly is: "saving" }
  | { readonly is: "saved" }
  | { readonly is: "refused"; readonly refusal: Refusal };

type Props = {
  readonly id: string;
  readonly label: string;
  readonly source?: string | undefined;
  readonly isUnverified?: boolean;
  readonly isRequired?: boolean;
  readonly isInConflict?: boolean;
  readonly state: SaveState;
  /** "group" when the control is several buttons; they are then named together. */
  readonly role?: "group";
  readonly children: ReactNode;
};

/** The id of the line under a control that says how it stands; the control is described by it. */
export const noteIdOf = (id: string): string => `${id}-note`;

const Note = ({ id, state, isInConflict }: Pick<Props, "id" | "state" | "isInConflict">) => {
  const { language, t } = useLanguage();
  if (isInConflict)
    return (
      <span id={noteIdOf(id)} className="lad-note lad-bad">
        {t(UI_WORDS.inConflict)}
      </span>
    );
  if (state.is === "refused")
    return (
      <span id={noteIdOf(id)} role="alert" className="lad-note lad-bad">
        {t(UI_WORDS.notSaved)}：{refusalText(state.refusal, language)}
      </span>
    );
  const text = { quiet: "", saving: t(UI_WORDS.saving), saved: `✓ ${t(UI_WORDS.saved)}` }[state.is];
  return (
    <output id={noteIdOf(id)} className="lad-note">
      {text}
    </output>
  );
};

const Head = ({ id, label, source, isUnverified, isRequired, role }: Props) => {
  const { language } = useLanguage();
  const caption = (
    <>
      {label}
      {isRequired && (
        <span className="lad-required" aria-hidden="true">
          {" *"}
        </span>
      )}
    </>
  );
  return (
    <div className="lad-field-head">
      {role ? (
        <span id={`${id}-label`} className="lad-label">
          {caption}
        </span>
      ) : (
        <label htmlFor={id} className="lad-label">
          {caption}
        </label>
      )}
      {isUnverified && <UnverifiedMark />}
      {source !== undefined && (
        <span className="lad-source" title={citedIn(language, source)}>
          {citedIn(language, source)}
        </span>
      )}
    </div>
  );
};

/** Label above, control, and one quiet line below: saved, or why not. The article stands beside the label. */
export const FieldFrame = (props: Props) => {
  const { id, isInConflict, state, role, children } = props;
  return (
    <div className="lad-field" {...(role && { role, "aria-labelledby": `${id}-label` })}>
      <Head {...props} />
      {children}
      <Note id={id} state={state} isInConflict={isInConflict === true} />
    </div>
  );
};
