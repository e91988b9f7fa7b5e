import { Button, Radio, Tag } from "antd";
import { type FormEvent, useState } from "react";
import { codeLabel } from "../../../shared/dictionary/codeList.ts";
import { ROLES } from "../../../shared/dictionary/codes/roles.ts";
import { useDesk } from "../../data/deskContext.ts";
import { BookLoading } from "../../parts/BookLoading.tsx";
import { useDeskStore } from "../../state/deskStore.ts";
import { useHostAnswer } from "../../state/useHostAnswer.ts";
import { GateCard } from "../../ui/GateCard.tsx";
import { LabeledText } from "../../ui/LabeledText.tsx";
import { useLabel, useLanguage } from "../../ui/language.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { useNeeded } from "../../ui/useNeeded.ts";
import { WaitingButton } from "../../ui/WaitingButton.tsx";
import { filled } from "../../ui/words.ts";
import { SET_UP_TEXTS } from "./texts.ts";
import { useWho } from "./useWho.ts";

type Who = { readonly who: ReturnType<typeof useWho> };

const People = ({ who: { people, hasAccount, chosen, choose } }: Who) => {
  const { language, t } = useLanguage();
  return (
    <Radio.Group
      aria-label={t(SET_UP_TEXTS.whoTitle)}
      vertical
      value={chosen?.id}
      onChange={(event) => choose(String(event.target.value))}
    >
      {people.map(({ id, facts: { name, section, roles = [] } }) => (
        <Radio key={id} value={id} disabled={hasAccount(id)}>
          <strong>{name}</strong> <span className="lad-quiet">{section}</span>{" "}
          {roles.map((role) => (
            <Tag key={role}>{codeLabel(ROLES, role, language)}</Tag>
          ))}
          {hasAccount(id) && <span className="lad-quiet">{t(SET_UP_TEXTS.whoHas)}</span>}
        </Radio>
      ))}
    </Radio.Group>
  );
};

const NEW_PASSWORD = { max: 200, isPassword: true, autoComplete: "new-password" } as const;

/** The password, typed twice; whether both agree is told with it. */
const usePassword = () => {
  const t = useLabel();
  const [password, setPassword] = useState("");
  const [again, setAgain] = useState("");
  const differ = again !== "" && again !== password;
  const fields = [
    {
      title: t(SET_UP_TEXTS.password),
      hint: t(SET_UP_TEXTS.passwordHint),
      value: password,
      onText: setPassword,
    },
    {
      title: t(SET_UP_TEXTS.again),
      value: again,
      onText: setAgain,
      ...(differ && { hint: t(SET_UP_TEXTS.differ), isInvalid: true }),
    },
  ];
  return { password, again, fields };
};

const OwnAccount = ({ who }: Who) => {
  const t = useLabel();
  const { password, again, fields } = usePassword();
  const needed = useNeeded();
  const empty = needed(
    [t(SET_UP_TEXTS.login), who.login.trim() !== ""],
    [t(SET_UP_TEXTS.password), password !== ""],
    [t(SET_UP_TEXTS.again), again !== ""],
  );
  const waitsFor = empty || (password === again ? "" : t(SET_UP_TEXTS.differ));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (waitsFor === "") void who.make(password);
  };
  return (
    <form onSubmit={submit}>
      <div className="lad-form lad-columns-3">
        <LabeledText
          title={t(SET_UP_TEXTS.login)}
          value={who.login}
          onText={who.setLogin}
          max={40}
          autoComplete="username"
        />
        {fields.map((field) => (
          <LabeledText key={field.title} {...NEW_PASSWORD} {...field} />
        ))}
      </div>
      <RefusalNotice refusal={who.refusal} />
      <WaitingButton type="primary" size="large" htmlType="submit" loading={who.isBusy} waitsFor={waitsFor}>
        {t(SET_UP_TEXTS.whoMake)}
      </WaitingButton>
    </form>
  );
};

const Made = ({ who }: Who) => {
  const t = useLabel();
  return (
    <GateCard title={t(SET_UP_TEXTS.whoTitle)} isWide>
      <p role="status">{filled(t(SET_UP_TEXTS.whoMade), { login: who.made })}</p>
      <Button type="primary" size="large" onClick={() => void who.toSignIn()}>
        {t(SET_UP_TEXTS.whoSignIn)}
      </Button>
    </GateCard>
  );
};

const BY_FILE = ["whoByFile1", "whoByFile2", "whoByFile3", "whoByFile4"] as const;

/** Where the list comes from: the first sync, or the answer to the first file of a desk that no network reaches. */
const Waiting = ({ onSkip }: { readonly onSkip: () => void }) => {
  const t = useLabel();
  const { session } = useDesk();
  const status = useHostAnswer("center.status", {});
  if (status?.ok !== true) return null;
  if (status.value.url !== "") return <p role="status">{t(SET_UP_TEXTS.whoWaiting)}</p>;
  const toFiles = (): void => {
    location.hash = "#/sync";
    onSkip();
  };
  return (
    <>
      <p>{t(SET_UP_TEXTS.whoByFile)}</p>
      <ol>
        {BY_FILE.map((step) => (
          <li key={step}>{filled(t(SET_UP_TEXTS[step]), { login: session.login })}</li>
        ))}
      </ol>
      <p>
        <Button type="primary" onClick={toFiles}>
          {t(SET_UP_TEXTS.whoToFile)}
        </Button>
      </p>
    </>
  );
};

/**
 * Asks whoever joined a bureau which of its staff they are: only somebody in its register can enter what its book takes.
 * The list fills by itself as the first sync brings it; without a network it comes with a file.
 */
export const WhoAreYou = ({ onSkip }: { readonly onSkip: () => void }) => {
  const t = useLabel();
  const { session } = useDesk();
  const who = useWho();
  const isLoading = useDeskStore(({ loading }) => loading !== null);
  if (who.made !== "") return <Made who={who} />;
  return (
    <GateCard
      title={t(SET_UP_TEXTS.whoTitle)}
      {...(who.people.length > 0 && { note: t(SET_UP_TEXTS.whoNote) })}
      isWide
    >
      {/* nothing is typed here before the list has come */}
      <BookLoading />
      {who.people.length > 0 && <People who={who} />}
      {who.people.length === 0 && !isLoading && <Waiting onSkip={onSkip} />}
      {who.people.length > 0 && <p className="lad-quiet">{t(SET_UP_TEXTS.whoMissing)}</p>}
      {who.chosen !== null && <OwnAccount key={who.chosen.id} who={who} />}
      <p className="lad-quiet">{filled(t(SET_UP_TEXTS.whoAdmin), { login: session.login })}</p>
      <Button onClick={onSkip}>{t(SET_UP_TEXTS.whoSkip)}</Button>
    </GateCard>
  );
};
