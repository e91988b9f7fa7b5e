import { isPrivate } from "../../../shared/workflow/confidentiality.ts";
import { useDeskStore } from "../../state/deskStore.ts";
import { useLabel } from "../../ui/language.tsx";
import { RowsEditor } from "../../ui/RowsEditor.tsx";
import { SectionCard } from "../../ui/SectionCard.tsx";
import type { OpenFileView } from "./useFile.ts";
import { FILE_WORDS } from "./words.ts";

/** Whom the head lets read a private case beside those who handle it; shown to the head alone. */
export const Confidants = ({ file: { card } }: { readonly file: OpenFileView }) => {
  const t = useLabel();
  const roles = useDeskStore((store) => store.actor)?.roles ?? [];
  if (card.veil !== null || !roles.includes("HEAD") || !isPrivate(card.view)) return null;
  return (
    <SectionCard title={t(FILE_WORDS.confidants)} note={t(FILE_WORDS.confidantsNote)}>
      <RowsEditor record={card.view} f="confidants" />
    </SectionCard>
  );
};
