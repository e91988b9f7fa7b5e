import { html } from "./html.ts";
import { form, input, page, type Reader, say } from "./layout.ts";
import type { Word } from "./words.ts";

const notice = (reader: Reader, word: Word | undefined) =>
  word === undefined ? html`` : html`<p class="bad" role="alert">${say(reader, word)}</p>`;

/** The way in. */
export const signInPage = (reader: Reader, problem?: Word): string =>
  page(
    reader,
    say(reader, "signIn"),
    html`<div class="panel">${notice(reader, problem)}${form(
      reader,
      "/console/sign-in",
      html`${input("login", say(reader, "login"), "text")}${input("password", say(reader, "password"), "password")}<button>${say(reader, "signIn")}</button>`,
    )}</div>`,
  );

/** Where the first password is exchanged for a real one. */
export const passwordPage = (reader: Reader, problem?: Word): string =>
  page(
    reader,
    say(reader, "setPassword"),
    html`<div class="panel"><p>${say(reader, "firstTime")}</p>${notice(reader, problem)}${form(
      reader,
      "/console/password",
      html`${input("password", say(reader, "newPassword"), "password")}<button>${say(reader, "setPassword")}</button>`,
    )}</div>`,
  );

/** A page for what is not there, or no longer. */
export const messagePage = (reader: Reader, word: Word): string =>
  page(reader, say(reader, word), html`<p><a href="/console">${say(reader, "back")}</a></p>`);
