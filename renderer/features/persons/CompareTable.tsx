import { Tag } from "antd";
import { AID_FILE, type AidFactName } from "../../../shared/dictionary/aidFile.ts";
import { plainCertNo } from "../../../shared/kernel/citizenId.ts";
import type { FileCard } from "../../data/questions/files.ts";
import { hrefOf } from "../../parts/address.ts";
import { factText } from "../../ui/factText.ts";
import { useLanguage } from "../../ui/language.tsx";
import { MaskedText } from "../../ui/MaskedText.tsx";
import { MASKED_FACTS } from "../../ui/mask.ts";
import { filled } from "../../ui/words.ts";
import { PERSON_WORDS } from "./words.ts";

/** What tells one person from another, and one application from another. */
const COMPARED: readonly AidFactName[] = [
  "personName",
  "formerName",
  "certType",
  "certNo",
  "sex",
  "birthOn",
  "phone",
  "householdAddress",
  "residence",
  "employer",
  "guardianName",
  "proxyName",
  "matter",
  "receivedAt",
  "applicationNo",
  "caseNo",
];

type Props = { readonly files: readonly [FileCard, FileCard] };

const Cell = ({ file, f }: { readonly file: FileCard; readonly f: AidFactName }) => {
  const { language } = useLanguage();
  const value = file.view.facts[f];
  const mask = MASKED_FACTS[f];
  if (mask !== undefined && typeof value === "string")
    return <MaskedText kind={mask} value={value} what={f} record={file.view} />;
  return factText(AID_FILE[f], value, language);
};

const plain = (file: FileCard, f: AidFactName): string => {
  const value = file.view.facts[f];
  return f === "certNo" && typeof value === "string" ? plainCertNo(value) : JSON.stringify(value ?? "");
};

const Row = ({ files: [one, other], f }: Props & { readonly f: AidFactName }) => {
  const { language, t } = useLanguage();
  const known = [one, other].filter((file) => file.view.facts[f] !== undefined).length;
  if (known === 0) return null;
  const differs = known === 2 && plain(one, f) !== plain(other, f);
  return (
    <tr>
      <th scope="row">
        {AID_FILE[f].label[language]} {differs && <Tag color="orange">{t(PERSON_WORDS.differs)}</Tag>}
      </th>
      <td>
        <Cell file={one} f={f} />
      </td>
      <td>
        <Cell file={other} f={f} />
      </td>
    </tr>
  );
};

/** Both files fact by fact; numbers stay masked, and where the two differ the line says so. */
export const CompareTable = ({ files }: Props) => {
  const { t } = useLanguage();
  return (
    <table className="lad-table">
      <thead>
        <tr>
          <th scope="col">{t(PERSON_WORDS.item)}</th>
          {files.map((file, at) => (
            <th key={file.id} scope="col">
              {filled(t(PERSON_WORDS.file), { n: at + 1 })}{" "}
              <a href={hrefOf("aidFile", file.id)}>{t(PERSON_WORDS.open)}</a>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {COMPARED.map((f) => (
          <Row key={f} files={files} f={f} />
        ))}
      </tbody>
    </table>
  );
};
