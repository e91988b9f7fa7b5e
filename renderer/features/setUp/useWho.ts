import { useState } from "react";
import { done } from "../../../shared/kernel/result.ts";
import { useDesk } from "../../data/deskContext.ts";
import type { Card } from "../../data/questions/card.ts";
import { staff } from "../../data/questions/registers.ts";
import { useAnswer } from "../../data/useAnswer.ts";
import { useHostAnswer } from "../../state/useHostAnswer.ts";
import { useRefusal } from "../../ui/useRefusal.ts";

/** The staff in post as far as they have arrived, and the account that whoever joined makes for themself. */
export const useWho = () => {
  const desk = useDesk();
  const people = (useAnswer(staff(), []) ?? []).filter(({ facts }) => facts.isActive !== false);
  const users = useHostAnswer("user.list", {});
  const [chosen, setChosen] = useState<Card<"staff"> | null>(null);
  const [login, setLogin] = useState("");
  const [made, setMade] = useState("");
  const [isBusy, setBusy] = useState(false);
  const { refusal, tell } = useRefusal();
  const known = new Set(users?.ok === true ? users.value.users.map(({ staffId }) => staffId) : []);
  const choose = (id: string): void => {
    const card = people.find((each) => each.id === id) ?? null;
    tell(done(undefined));
    setChosen(card);
    setLogin(card?.facts.login ?? "");
  };
  const make = async (password: string): Promise<void> => {
    if (chosen === null || isBusy) return;
    setBusy(true);
    const added = tell(await desk.host["user.add"]({ login: login.trim(), password, staffId: chosen.id }));
    setBusy(false);
    if (added.ok) setMade(login.trim());
  };
  /** The host forgets the keys and the page loads again: the sign-in is what a closed desk shows. */
  const toSignIn = async (): Promise<void> => {
    await desk.host["user.lock"]({}).catch(reportError);
    location.reload();
  };
  const hasAccount = (staffId: string): boolean => known.has(staffId);
  return { people, hasAccount, chosen, choose, login, setLogin, made, isBusy, refusal, make, toSignIn };
};
