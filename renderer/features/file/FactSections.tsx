import { Tabs } from "antd";
import type { Json } from "../../../shared/kernel/canonicalJson.ts";
import { FactList } from "../../parts/FactList.tsx";
import { useLabel } from "../../ui/language.tsx";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { FACT_GROUPS } from "./factGroups.ts";
import type { OpenFileView } from "./useFile.ts";
import { FILE_WORDS } from "./words.ts";

/** What is known about the case, part by part; a part without facts is not offered. */
export const FactSections = ({ file }: { readonly file: OpenFileView }) => {
  const t = useLabel();
  const { view } = file.card;
  const groups = FACT_GROUPS.map((group) => ({
    ...group,
    known: group.names.flatMap((name): [string, Json][] =>
      view.facts[name] === undefined ? [] : [[name, view.facts[name] as Json]],
    ),
  })).filter(({ known }) => known.length > 0);
  return (
    <SectionCard title={t(FILE_WORDS.facts)}>
      {groups.length === 0 && <p className="lad-quiet">{t(FILE_WORDS.noFacts)}</p>}
      <Tabs
        size="small"
        items={groups.map(({ id, title, known }) => ({
          key: id,
          label: t(title),
          children: <FactList record={view} facts={known} />,
        }))}
      />
    </SectionCard>
  );
};
