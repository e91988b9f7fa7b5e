import { createContext, type ReactNode, use, useMemo } from "react";
import type { Label } from "../../shared/dictionary/field.ts";

/** The two languages of every screen. */
export type Language = "zh" | "en";
type Words = { readonly language: Language; readonly t: (label: Label) => string };

const wordsOf = (language: Language): Words => ({ language, t: (label) => label[language] });
const LanguageContext = createContext<Words>(wordsOf("zh"));

/** Everything below speaks `language`. */
export const LanguageProvider = ({
  language,
  children,
}: {
  readonly language: Language;
  readonly children: ReactNode;
}) => {
  const words = useMemo(() => wordsOf(language), [language]);
  return <LanguageContext value={words}>{children}</LanguageContext>;
};

/** The language of the screen and `t`, which picks the side of a label that is spoken. */
export const useLanguage = (): Words => use(LanguageContext);

/** `t`: the text of a label in the language of the screen. */
export const useLabel = (): ((label: Label) => string) => use(LanguageContext).t;
