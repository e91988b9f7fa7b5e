import type { Label } from "../../shared/dictionary/field.ts";
import { type Html, html } from "./html.ts";
import { type Language, WORDS, type Word } from "./words.ts";

/** Whom a page is for: the language, and the signed-in person's CSRF token, if any. */
export type Reader = { readonly language: Language; readonly csrf?: string };

/** A text in the reader's language. */
export const say = ({ language }: Reader, word: Word): string => WORDS[word][language];
/** A label of the dictionary in the reader's language. */
export const labelOf = ({ language }: Reader, label: Label): string => label[language];

const OTHER: Readonly<Record<Language, Language>> = { zh: "en", en: "zh" };

/** A form of ours: same origin, with the token that only our own pages know. */
export const form = ({ csrf }: Reader, action: string, content: Html): Html =>
  html`<form method="post" action="${action}"><input type="hidden" name="csrf" value="${csrf ?? ""}">${content}</form>`;

/** A labelled input. */
export const input = (name: string, label: string, type: "text" | "password"): Html =>
  html`<label for="${name}">${label}</label><input id="${name}" name="${name}" type="${type}" maxlength="120" required autocomplete="${type === "password" ? "current-password" : "off"}">`;

const menu = (reader: Reader): Html =>
  reader.csrf === undefined
    ? html``
    : html`<a href="/console">${say(reader, "bureaus")}</a><a href="/console/statistics">${say(reader, "statistics")}</a><a href="/console/bundles">${say(reader, "bundles")}</a><a href="/console/reference">${say(reader, "reference")}</a><a href="/console/backups">${say(reader, "backups")}</a><a href="/console/hubs">${say(reader, "hubs")}</a>${form(reader, "/console/sign-out", html`<button class="plain">${say(reader, "signOut")}</button>`)}`;

/** A whole page. The title names the product only: addresses and titles end up in histories (security 35). */
export const page = (reader: Reader, heading: string, content: Html): string =>
  html`<!doctype html>
<html lang="${reader.language === "zh" ? "zh-CN" : "en"}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${say(reader, "title")}</title><link rel="stylesheet" href="/console/style.css"></head>
<body><header><strong>${say(reader, "title")}</strong><a href="?lang=${OTHER[reader.language]}">${say(reader, "language")}</a>${menu(reader)}</header>
<main><h1>${heading}</h1>${content}</main></body></html>`.safe;

const SHANGHAI_MS = 8 * 3_600_000;

/** A machine time as an office reads it: to the minute, China Standard Time; empty for none. */
export const localTime = (at: Date | string | null): string => {
  const ms = at === null ? Number.NaN : new Date(at).getTime();
  return Number.isNaN(ms) ? "" : new Date(ms + SHANGHAI_MS).toISOString().slice(0, 16).replace("T", " ");
};

const MINUTE_S = 60;
const HOUR_S = 3600;
const DAY_S = 86_400;

/** How long ago, in the largest whole unit. */
export const age = (reader: Reader, seconds: number): string => {
  if (seconds >= DAY_S) return `${Math.floor(seconds / DAY_S)} ${say(reader, "days")}`;
  if (seconds >= HOUR_S) return `${Math.floor(seconds / HOUR_S)} ${say(reader, "hours")}`;
  return `${Math.floor(seconds / MINUTE_S)} ${say(reader, "minutes")}`;
};
