import { useState } from "react";
import type { EntityType } from "../../../shared/dictionary/entities.ts";
import { ENTITIES } from "../../../shared/dictionary/entities.ts";
import { titleOf } from "../../../shared/dictionary/titles.ts";
import type { Json } from "../../../shared/kernel/canonicalJson.ts";
import { mayRead } from "../../../shared/workflow/writers.ts";
import type { Card } from "../../data/questions/card.ts";
import { search } from "../../data/questions/search.ts";
import { useAnswer } from "../../data/useAnswer.ts";
import { addressOf } from "../../parts/address.ts";
import { useDeskStore } from "../../state/deskStore.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { FileList, type ListLine } from "../../ui/FileList.tsx";
import { type Language, useLanguage } from "../../ui/language.tsx";
import { masked } from "../../ui/mask.ts";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { HeadStageBadge } from "../../ui/StageBadge.tsx";
import { TextInput } from "../../ui/TextInput.tsx";
import { filled } from "../../ui/words.ts";
import { SEARCH_TEXTS } from "./texts.ts";

/** As many as one would read; a longer answer means that the question was too short. */
const LIMIT = 100;

const textOf = (value: Json | undefined): string => (typeof value === "string" ? value : "");
const firstOf = (card: Card<EntityType>, names: readonly string[]): string =>
  names.map((name) => textOf(card.view.facts[name])).find((text) => text !== "") ?? "";

const detailOf = (card: Card<EntityType>, language: Language): string => {
  const phone = textOf(card.view.facts.phone);
  const certNo = textOf(card.view.facts.certNo);
  const parts = [
    ENTITIES[card.t].label[language],
    firstOf(card, ["caseNo", "applicationNo", "noticeLetterNo", "licenceNo"]),
    certNo === "" ? "" : masked("citizenId", certNo),
    phone === "" ? "" : `${SEARCH_TEXTS.phone[language]} ${masked("phone", phone)}`,
    firstOf(card, ["causeOfAction", "suspectedCharge", "section"]),
  ];
  return parts.filter((part) => part !== "").join(" · ");
};

/** One found record as a line of the list. Numbers are masked here as in every list. */
const lineOf = (card: Card<EntityType>, language: Language): ListLine => ({
  key: `${card.t}/${card.id}`,
  ...addressOf(card.t, card.id),
  title:
    firstOf(card, ["personName", "name", "noticeOrgan"]) ||
    titleOf(card.view) ||
    SEARCH_TEXTS.unnamed[language],
  detail: detailOf(card, language),
  isGrave: card.isGrave,
  ...(Object.keys(card.stages).length > 0 && { badge: <HeadStageBadge stages={card.stages} /> }),
  ...(card.dueOn !== null && { aside: card.dueOn }),
});

const Found = ({ text }: { readonly text: string }) => {
  const { language, t } = useLanguage();
  const roles = useDeskStore((store) => store.actor)?.roles ?? [];
  const found = useAnswer(search(text, LIMIT), [text])?.filter((card) => mayRead(card.t, roles));
  if (text.trim() === "") return <EmptyState text={t(SEARCH_TEXTS.start)} />;
  if (found === undefined) return null;
  if (found.length === 0) return <EmptyState text={t(SEARCH_TEXTS.none)} />;
  const count = found.length >= LIMIT ? SEARCH_TEXTS.first : SEARCH_TEXTS.found;
  return (
    <>
      <p role="status" className="lad-quiet">
        {filled(t(count), { n: found.length })}
      </p>
      <FileList
        lines={found.map((card) => lineOf(card, language))}
        label={t(SEARCH_TEXTS.results)}
        height="calc(100vh - 280px)"
      />
    </>
  );
};

/** One box for everything; results change with every character. What is typed is kept nowhere. */
export const SearchPage = () => {
  const { t } = useLanguage();
  const [text, setText] = useState("");
  return (
    <>
      <PageHeader title={t(SEARCH_TEXTS.title)} note={t(SEARCH_TEXTS.note)} />
      <div className="lad-card">
        <TextInput
          value={text}
          onText={setText}
          onCommit={setText}
          label={t(SEARCH_TEXTS.box)}
          placeholder={t(SEARCH_TEXTS.box)}
          kind="search"
          max={80}
          autoFocus
        />
        <Found text={text} />
      </div>
    </>
  );
};
