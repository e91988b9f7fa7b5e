import { openSupplements } from "../../data/questions/supplements.ts";
import { useAnswer } from "../../data/useAnswer.ts";
import { useLabel } from "../../ui/language.tsx";
import { hrefTo } from "../../ui/route.ts";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { CONFLICT_TEXTS } from "./texts.ts";

/** Supplements to files that another agency referred here, to be gone through. Nothing while there are none. */
export const SupplementSection = () => {
  const t = useLabel();
  const open = useAnswer(openSupplements(), []) ?? [];
  if (open.length === 0) return null;
  return (
    <SectionCard title={t(CONFLICT_TEXTS.supplements)} note={t(CONFLICT_TEXTS.supplementsNote)}>
      <ul>
        {open.map(({ transfer: { id, facts }, parcel }) => (
          <li key={id}>
            <a href={hrefTo("file", facts.fileId ?? "")}>
              {facts.personName ?? ""} {facts.fromOrgan ?? ""}
            </a>{" "}
            {parcel.receivedAt?.replace("T", " ")} {parcel.what ?? ""}
          </li>
        ))}
      </ul>
    </SectionCard>
  );
};
