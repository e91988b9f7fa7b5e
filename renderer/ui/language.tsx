import { createContext, type ReactNode, use, useEffect, useMemo } from "react";
import type { Label } from "../../shared/dictionary/field.ts";

/** The two languages of every screen. */
export type Language = "zh" | "en";
type Words = {
  readonly language: Language;
  readonly t: (label: Label) => string;
  readonly speak: (language: Language) => void;
};

const wordsOf = (language: Language, speak: Words["speak"]): Words => ({
  language,
  t: (label) => label[language],
  speak,
});
const LanguageContext = createContext<Words>(wordsOf("zh", () => undefined));

type Props = {
  readonly language: Language;
  readonly onSpeak?: (language: Language) => void;
  readonly children: ReactNode;
};

const HTML_LANG = { zh: "zh-CN", en: "en" };
const nothing = (): void => undefined;

/** Everything below speaks `language`; the page says so to screen readers and fonts. */
export const LanguageProvider = ({ language, onSpeak = nothing, children }: Props) => {
  const words = useMemo(() => wordsOf(language, onSpeak), [language, onSpeak]);
  useEffect(() => {
    document.documentElement.lang = HTML_LANG[language];
  }, [language]);
  return <LanguageContext value={words}>{children}</LanguageContext>;
};

/** The language of the screen, `t` for labels in it, and `speak` to change it. */
export const useLanguage = (): Words => use(LanguageContext);

/** `t`: the text of a label in the language of the screen. */
export const useLabel = (): ((label: Label) => string) => use(LanguageContext).t;
