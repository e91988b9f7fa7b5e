import { useEffect, useState } from "react";
import type { HostCall, HostInput, HostOutput } from "../../shared/host/contract.ts";
import type { Result } from "../../shared/kernel/result.ts";
import { host } from "../host.ts";

type Answer<C extends HostCall> = Result<HostOutput<C>>;

/** The host's answer to a question that changes nothing, asked when the screen opens and whenever `turn` changes. */
export const useHostAnswer = <C extends HostCall>(
  call: C,
  input: HostInput<C>,
  turn = 0,
): Answer<C> | undefined => {
  const [answer, setAnswer] = useState<Answer<C> | undefined>(undefined);
  const [bug, setBug] = useState<unknown>(undefined);
  if (bug !== undefined) throw bug;
  const asked = JSON.stringify(input);
  // biome-ignore lint/correctness/useExhaustiveDependencies: turn means "ask again"
  useEffect(() => {
    let isHere = true;
    const ask = host[call] as (input: HostInput<C>) => Promise<Answer<C>>;
    ask(JSON.parse(asked)).then((got) => (isHere ? setAnswer(got) : undefined), setBug);
    return () => {
      isHere = false;
    };
  }, [call, asked, turn]);
  return answer;
};
