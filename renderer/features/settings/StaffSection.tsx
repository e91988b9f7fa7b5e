import { Button, Tag } from "antd";
import { useState } from "react";
import { codeLabel } from "../../../shared/dictionary/codeList.ts";
import { ROLES } from "../../../shared/dictionary/codes/roles.ts";
import { useDesk } from "../../data/deskContext.ts";
import type { Card } from "../../data/questions/card.ts";
import { staff } from "../../data/questions/registers.ts";
import { useAnswer } from "../../data/useAnswer.ts";
import { FactsForm } from "../../ui/FactsForm.tsx";
import { useLanguage } from "../../ui/language.tsx";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { filled } from "../../ui/words.ts";
import { AccountForm } from "./AccountForm.tsx";
import { StaffForm } from "./StaffForm.tsx";
import { SETTINGS_TEXTS } from "./texts.ts";
import { useIsAdmin } from "./useIsAdmin.ts";
import { useStaff } from "./useStaff.ts";

type Props = {
  readonly card: Card<"staff">;
  readonly isAdmin: boolean;
  readonly people: ReturnType<typeof useStaff>;
};

const Who = ({ card }: Pick<Props, "card">) => {
  const { language, t } = useLanguage();
  const { session } = useDesk();
  const { name, login, roles = [], section, isActive } = card.facts;
  return (
    <>
      <strong>{name}</strong>
      <span className="lad-quiet">
        {login} {card.id === session.staffId && t(SETTINGS_TEXTS.you)} {section}
      </span>
      {roles.map((role) => (
        <Tag key={role}>{codeLabel(ROLES, role, language)}</Tag>
      ))}
      {isActive === false && <Tag color="red">{t(SETTINGS_TEXTS.inactive)}</Tag>}
    </>
  );
};

const StaffLine = ({ card, isAdmin, people }: Props) => {
  const { t } = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const { name = "", login = "" } = card.facts;
  const hasAccount = people.hasAccount(card.id);
  const edit = { "aria-expanded": isOpen, "aria-label": filled(t(SETTINGS_TEXTS.editStaff), { name }) };
  const account = t(hasAccount ? SETTINGS_TEXTS.hasAccount : SETTINGS_TEXTS.noAccount);
  return (
    <li className="lad-staff">
      <div className="lad-due-file-head">
        <Who card={card} />
        {isAdmin && <span className="lad-quiet">{account}</span>}
        {isAdmin && (
          <Button {...edit} size="small" onClick={() => setOpen(!isOpen)}>
            {t(SETTINGS_TEXTS.edit)}
          </Button>
        )}
      </div>
      {isOpen && <FactsForm view={card.view} names={["name", "section", "isActive", "roles"]} columns={3} />}
      {isOpen && !hasAccount && (
        <AccountForm login={login} onCreate={(as, password) => people.addAccount(card.id, as, password)} />
      )}
    </li>
  );
};

/** Staff of the bureau with their roles, and who may sign in on this machine. Accounts are never shared or built in. */
export const StaffSection = () => {
  const { t } = useLanguage();
  const isAdmin = useIsAdmin();
  const people = useStaff();
  const all = useAnswer(staff(), []) ?? [];
  return (
    <>
      <SectionCard
        title={t(SETTINGS_TEXTS.staff)}
        note={t(isAdmin ? SETTINGS_TEXTS.separation : SETTINGS_TEXTS.onlyAdmin)}
      >
        {all.length === 0 && <p className="lad-quiet">{t(SETTINGS_TEXTS.noStaff)}</p>}
        <ul className="lad-due-files">
          {all.map((card) => (
            <StaffLine key={card.id} card={card} isAdmin={isAdmin} people={people} />
          ))}
        </ul>
      </SectionCard>
      {isAdmin && (
        <SectionCard title={t(SETTINGS_TEXTS.addStaff)}>
          <StaffForm onCreate={people.create} />
        </SectionCard>
      )}
    </>
  );
};
