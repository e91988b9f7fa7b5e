import { useState } from "react";
import type { Refusal } from "../../shared/kernel/refusals.ts";
import type { Result } from "../../shared/kernel/result.ts";

/** The last refusal of an action, to be shown beside it; `tell` takes every answer and passes it on. */
export const useRefusal = () => {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const tell = <T>(result: Result<T>): Result<T> => {
    setRefusal(result.ok ? null : result.refusal);
    return result;
  };
  return { refusal, tell };
};
