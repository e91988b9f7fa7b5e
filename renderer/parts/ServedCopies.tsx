import { Button } from "antd";
import { useState } from "react";
import { type CodeList, codeLabel } from "../../shared/dictionary/codeList.ts";
import { SERVICE_METHODS, SERVICE_RELATIONS } from "../../shared/dictionary/codes/serviceCodes.ts";
import {
  type IssuedCopy,
  isServedToSomebody,
  issuedCopies,
  type LetterAddress,
  type LetterForm,
  letterOf,
  letterPart,
  type ServedCopy,
  servedCopies,
} from "../../shared/documents/letters.ts";
import type { RecordView } from "../../shared/ops/view.ts";
import { mayWrite } from "../../shared/workflow/writers.ts";
import { useDeskStore } from "../state/deskStore.ts";
import { useLanguage } from "../ui/language.tsx";
import { hrefTo } from "../ui/route.ts";
import { LETTER_PART_WORDS } from "./letterWords.ts";
import { ServiceForm } from "./ServiceForm.tsx";

type Props = { readonly view: RecordView; readonly form: LetterForm };
type CopyProps = Props & { readonly copy: IssuedCopy; readonly at: number };

const useServiceText = () => {
  const { t, language } = useLanguage();
  const label = (list: CodeList, code: string | undefined): string =>
    code !== undefined && Object.hasOwn(list, code) ? codeLabel(list, code, language) : "";
  return ({ servedOn, method, receiver, relation, isRefused, witness, note }: ServedCopy): string =>
    [
      `${t(LETTER_PART_WORDS.served)} ${servedOn ?? ""}`,
      label(SERVICE_METHODS, method),
      [receiver, label(SERVICE_RELATIONS, relation)].filter((part) => part).join(" "),
      isRefused === true ? t(LETTER_PART_WORDS.refused) : "",
      witness === undefined ? "" : `${t(LETTER_PART_WORDS.witness)}${witness}`,
      note ?? "",
    ]
      .filter((part) => part !== "")
      .join(" · ");
};

const Copy = ({ view, form, copy, at }: CopyProps) => {
  const { t } = useLanguage();
  const roles = useDeskStore((store) => store.actor)?.roles ?? [];
  const [isOpen, setOpen] = useState(false);
  const serviceText = useServiceText();
  const services = servedCopies(view).filter(({ pdfHash }) => pdfHash === copy.pdfHash);
  const proof = letterPart({ form: "FZ-022", t: view.t as LetterAddress["t"], about: String(at) });
  return (
    <li>
      <span>
        {copy.issuedAt?.slice(0, 10)} {copy.number}
      </span>{" "}
      {services.length === 0 && <span className="lad-quiet">{t(LETTER_PART_WORDS.notServed)}</span>}
      {services.map((service) => (
        <span key={`${service.servedOn}${service.method}`}>{serviceText(service)} </span>
      ))}{" "}
      <a href={hrefTo("letter", view.id, proof)}>{t(LETTER_PART_WORDS.proof)}</a>{" "}
      {mayWrite(view.t, roles) && !isOpen && (
        <Button size="small" onClick={() => setOpen(true)}>
          {t(LETTER_PART_WORDS.serve)}
        </Button>
      )}
      {isOpen && <ServiceForm view={view} form={form} copy={copy} onClose={() => setOpen(false)} />}
    </li>
  );
};

/** How each issued copy of a letter was served; recording it starts the period where the law counts from service. */
export const ServedCopies = ({ view, form }: Props) => {
  if (!isServedToSomebody(letterOf(form), view.t)) return null;
  const copies = issuedCopies(view)
    .map((copy, at) => ({ copy, at }))
    .filter(({ copy }) => copy.form === form);
  return copies.length === 0 ? null : (
    <ul className="part-copies">
      {copies.map(({ copy, at }) => (
        <Copy key={`${copy.pdfHash}${at}`} view={view} form={form} copy={copy} at={at} />
      ))}
    </ul>
  );
};
