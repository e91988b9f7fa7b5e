import { Button, Tag } from "antd";
import { isInCustody } from "../../../shared/law/mayApply.ts";
import { isMinor } from "../../../shared/law/persons.ts";
import { priorityOf } from "../../../shared/law/priority.ts";
import { isPrivate } from "../../../shared/workflow/confidentiality.ts";
import { mayRead } from "../../../shared/workflow/writers.ts";
import { useDeskStore } from "../../state/deskStore.ts";
import { useLabel } from "../../ui/language.tsx";
import { MaskedText } from "../../ui/MaskedText.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { PriorityTag } from "../../ui/PriorityTag.tsx";
import { goTo } from "../../ui/route.ts";
import { StageBadge } from "../../ui/StageBadge.tsx";
import type { OpenFileView } from "./useFile.ts";
import { FILE_WORDS } from "./words.ts";

const Marks = ({ file: { facts, card, today } }: { readonly file: OpenFileView }) => {
  const t = useLabel();
  return (
    <>
      <PriorityTag priority={priorityOf(facts, today)} />
      {isPrivate(card.view) && <Tag color="magenta">{t(FILE_WORDS.privacy)}</Tag>}
      {isMinor(facts, today) && <Tag color="red">{t(FILE_WORDS.minor)}</Tag>}
      {isInCustody(facts) && <Tag color="red">{t(FILE_WORDS.custody)}</Tag>}
      {card.isDisputed && <Tag color="red">{t(FILE_WORDS.disputed)}</Tag>}
      {card.isContested && <Tag color="red">{t(FILE_WORDS.contested)}</Tag>}
      {card.isPending && <Tag>{t(FILE_WORDS.onlyHere)}</Tag>}
    </>
  );
};

/** Whose file it is, where each procedure stands, and what marks it: privacy, custody, conflict, not yet sent. */
export const CaseHeader = ({ file }: { readonly file: OpenFileView }) => {
  const t = useLabel();
  const { card, facts } = file;
  const roles = useDeskStore((store) => store.actor)?.roles ?? [];
  const isNotice = facts.origin === "NOTIFICATION";
  const stages = Object.entries(card.stages);
  return (
    <PageHeader
      title={facts.personName ?? t(FILE_WORDS.unnamed)}
      note={
        <span className="part-head-note">
          <span>{facts.caseNo ?? facts.applicationNo ?? t(FILE_WORDS.noNumber)}</span>
          {facts.certNo !== undefined && (
            <MaskedText kind="citizenId" value={facts.certNo} what="certNo" record={card.view} />
          )}
          {stages.length === 0 && <StageBadge lane="application" stage="" />}
          {stages.map(([lane, stage]) => (
            <StageBadge key={lane} lane={lane} stage={stage} />
          ))}
        </span>
      }
      tags={<Marks file={file} />}
      actions={
        <>
          {mayRead("look", roles) && (
            <Button onClick={() => goTo("looks", card.id)}>{t(FILE_WORDS.looks)}</Button>
          )}
          {card.veil === null && (
            <Button onClick={() => goTo("receipt", card.id)}>{t(FILE_WORDS.receipt)}</Button>
          )}
          {card.veil === null && (
            <Button onClick={() => goTo(isNotice ? "notices" : "intake", card.id)}>
              {t(isNotice ? FILE_WORDS.editNotice : FILE_WORDS.editIntake)}
            </Button>
          )}
        </>
      }
    />
  );
};
