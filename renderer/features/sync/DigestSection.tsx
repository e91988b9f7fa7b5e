import { Button } from "antd";
import { useState } from "react";
import { useDesk } from "../../data/deskContext.ts";
import { stateOfBook } from "../../data/stateOfBook.ts";
import { useLabel } from "../../ui/language.tsx";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { SYNC_TEXTS } from "./texts.ts";

/** The state hash of the book as this desk knows it: two people compare it by telephone with the province's page (I10). */
export const DigestSection = () => {
  const t = useLabel();
  const desk = useDesk();
  const [hash, setHash] = useState("");
  const [isBusy, setBusy] = useState(false);
  const compute = async (): Promise<void> => {
    setBusy(true);
    setHash("");
    setHash(await stateOfBook(desk).finally(() => setBusy(false)));
  };
  return (
    <SectionCard title={t(SYNC_TEXTS.stateHash)} note={t(SYNC_TEXTS.stateHashNote)}>
      <Button loading={isBusy} onClick={() => void compute()}>
        {t(SYNC_TEXTS.compute)}
      </Button>{" "}
      <output aria-label={t(SYNC_TEXTS.stateHash)}>
        <code>{hash}</code>
      </output>
    </SectionCard>
  );
};
