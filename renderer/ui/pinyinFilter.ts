import { useEffect, useState } from "react";

type Option = { readonly value: string; readonly label: string };
/** Whether a typed text finds an option. */
export type OptionFilter = (typed: string, option: Option) => boolean;

const has = (text: string, typed: string): boolean => text.toLowerCase().includes(typed);

const byText: OptionFilter = (typed, { label }) => has(label, typed.trim().toLowerCase());

/** Finds by the characters, by full pinyin and by its initials: "ldj" finds 劳动纠纷. */
const byPinyin = async (): Promise<OptionFilter> => {
  const { pinyin } = await import("pinyin-pro");
  const known = new Map<string, string>();
  const sheet = (label: string): string => {
    const found = known.get(label);
    if (found !== undefined) return found;
    const full = pinyin(label, { toneType: "none", type: "array" });
    const text =
      `${label} ${full.join("")} ${full.map((syllable) => syllable.charAt(0)).join("")}`.toLowerCase();
    known.set(label, text);
    return text;
  };
  return (typed, { label }) => has(sheet(label), typed.trim().toLowerCase());
};

let loading: Promise<OptionFilter> | undefined;

/** The filter of every choice: by text at once, by pinyin as soon as its table is loaded (it is large, so not at start). */
export const useOptionFilter = (isWanted: boolean): OptionFilter => {
  const [filter, setFilter] = useState<OptionFilter>(() => byText);
  useEffect(() => {
    if (!isWanted) return;
    let isHere = true;
    loading ??= byPinyin();
    void loading.then((loaded) => (isHere ? setFilter(() => loaded) : undefined));
    return () => {
      isHere = false;
    };
  }, [isWanted]);
  return filter;
};
