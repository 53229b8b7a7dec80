// The hub's page: signs in, lists today's responses and the help calls. Whatever a customer or a terminal wrote
// only ever becomes text (textContent), never markup. Signing in sets a cookie that this script cannot read.
"use strict";

const kRefreshMs = 15000;
const kWords = {
  4: ["Bad", "Not great", "Good", "Lovely"],
  5: ["Bad", "Not great", "Okay", "Good", "Lovely"],
};
// Which of the five faces stands for a value on a scale of four.
const kFaceOfFour = [1, 2, 4, 5];

const byId = (id) => document.getElementById(id);
let site = null;
let timer = 0;
let callsShown = "";

function make(tag, className, text) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
}

async function ask(path, options) {
  const reply = await fetch(path, { credentials: "same-origin", ...options });
  if (reply.status === 401) throw new NotSignedIn(await reply.json());
  if (!reply.ok) throw new Error((await reply.json()).detail);
  return reply.status === 204 ? null : reply.json();
}

class NotSignedIn extends Error {
  constructor(problem) { super(problem.detail); }
}

function faceOf({ value, of }) {
  const number = of === 4 ? kFaceOfFour[value - 1] : value;
  const image = make("img");
  image.src = `/assets/face-${number}.svg`;
  image.alt = "";
  return image;
}

const wordOf = ({ value, of }) => (kWords[of] || [])[value - 1] || `${value} of ${of}`;
const timeOf = (response) =>
  new Intl.DateTimeFormat("en-GB", { timeStyle: "short", timeZone: site.time_zone }).format(new Date(response.started_at));

function asked(response) {
  const choice = response.recovery && response.recovery.choice;
  if (choice === "call") return "Asked for someone to come";
  if (choice === "contact") return "Asked for a reply";
  return "";
}

function responseItem(response) {
  const item = make("li", "card response");
  item.append(faceOf(response.satisfaction));
  const what = make("div", "what");
  const comment = response.change && response.change.comment;
  if (comment) {
    const said = make("p", "comment", comment);
    said.dir = "auto";
    if (response.language) said.lang = response.language;
    what.append(said);
  }
  const line = make("p", "line");
  line.append(make("b", "", wordOf(response.satisfaction)), make("span", "", timeOf(response)));
  for (const topic of (response.change && response.change.topics) || []) {
    line.append(make("span", "chip", Object.hasOwn(site.topics, topic) ? site.topics[topic] : topic));
  }
  if (asked(response)) line.append(make("span", "ask", asked(response)));
  what.append(line);
  item.append(what);
  return item;
}

async function todaysResponses() {
  const all = [];
  let cursor = "";
  do {
    const page = await ask(`/v1/responses?day=${site.today}&limit=1000${cursor}`);
    all.push(...page.responses);
    cursor = page.next ? `&cursor=${encodeURIComponent(page.next)}` : "";
  } while (cursor);
  return all.reverse();
}

function showFaces(responses) {
  const scale = responses.length && responses.every((one) => one.satisfaction.of === 4) ? 4 : 5;
  const items = kWords[scale].map((word, index) => {
    const satisfaction = { value: index + 1, of: scale };
    const count = responses.filter((one) => wordOf(one.satisfaction) === word).length;
    const item = make("li");
    const face = faceOf(satisfaction);
    face.width = face.height = 32;
    face.alt = word;
    item.append(face, make("span", "", String(count)));
    return item;
  });
  byId("faces").replaceChildren(...items);
}

const count = (number, one, many) => `${number} ${number === 1 ? one : many}`;

function showNotes() {
  const notes = [];
  if (site.terminals === 0) notes.push("No terminal is enrolled here yet. Make a code with farewell-hub pair.");
  if (site.cloned_terminals > 0) notes.push(`${count(site.cloned_terminals, "terminal looks", "terminals look")} cloned: two tablets answer as one. Enrol one of them again.`);
  if (site.quarantined_responses > 0) notes.push(`${count(site.quarantined_responses, "response", "responses")} could not be read and will not be lost: kept whole, apart from the others.`);
  byId("notes").replaceChildren(...notes.map((text) => make("p", "note", text)));
}

function callItem(call) {
  const item = make("div", `card call ${call.state}`);
  if (call.state !== "ringing") {
    item.append(make("p", "", `${call.by} is on the way to ${call.terminal}.`));
    return item;
  }
  item.append(make("p", "ask", `Somebody at ${call.terminal} would like you to come.`));
  const form = make("form");
  const name = make("input");
  name.required = true;
  name.maxLength = 60;
  name.placeholder = "Your name";
  name.setAttribute("aria-label", "Your name");
  const go = make("button", "primary", "I’m coming");
  form.append(name, go);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    await ask(`/v1/help-calls/${encodeURIComponent(call.id)}/accept`, { method: "POST", body: JSON.stringify({ by: name.value }) });
    refresh();
  });
  item.append(form);
  return item;
}

async function showCalls() {
  const { help_calls: calls } = await ask("/v1/help-calls");
  const now = JSON.stringify(calls);
  if (now === callsShown) return;  // what somebody is typing there stays
  callsShown = now;
  byId("calls").replaceChildren(...calls.map(callItem));
}

function headline(count) {
  if (count === 0) return "No answers yet today.";
  return count === 1 ? "One guest has answered today." : `${count} guests have answered today.`;
}

async function refresh() {
  clearTimeout(timer);
  try {
    site = await ask("/v1/site");
    const responses = await todaysResponses();
    byId("site").textContent = site.name;
    document.title = `${site.name}: today`;
    byId("headline").textContent = headline(responses.length);
    byId("date").textContent = new Intl.DateTimeFormat("en-GB", { dateStyle: "full", timeZone: "UTC" }).format(new Date(site.today));
    showNotes();
    showFaces(responses);
    byId("responses").replaceChildren(...responses.map(responseItem));
    byId("empty").hidden = responses.length > 0;
    await showCalls();
    byId("trouble").hidden = true;
    show("today");
  } catch (error) {
    if (error instanceof NotSignedIn) return show("door");
    byId("trouble").textContent = "The hub does not answer. This page tries again by itself.";
    byId("trouble").hidden = false;
  }
  timer = setTimeout(refresh, kRefreshMs);
}

function show(part) {
  for (const id of ["door", "today"]) byId(id).hidden = id !== part;
  byId("sign-out").hidden = part !== "today";
  if (part === "door") byId("token").focus();
}

byId("sign-in").addEventListener("submit", async (event) => {
  event.preventDefault();
  const field = byId("token");
  try {
    await ask("/v1/session", { method: "POST", body: JSON.stringify({ token: field.value.trim() }) });
    byId("refused").hidden = true;
    field.value = "";
    await refresh();
  } catch (error) {
    byId("refused").textContent = error instanceof NotSignedIn ? "This token does not open a shop here." : "The hub does not answer. Try again.";
    byId("refused").hidden = false;
  }
});

byId("sign-out").addEventListener("click", async () => {
  await ask("/v1/session", { method: "DELETE" }).catch(() => {});
  clearTimeout(timer);
  for (const id of ["responses", "calls", "notes"]) byId(id).replaceChildren();
  callsShown = "";
  show("door");
});

refresh();
