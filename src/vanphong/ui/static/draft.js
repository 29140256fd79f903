/* The form of a draft: another line without a round trip, groups of recipients at one click,
   drafts about nearly the same while the subject is typed. Without this module the buttons
   post the form, and the server says the same on sending. */

const form = document.getElementById("vp-draft");

/* lines */

function empty(row) {
  return !row.querySelector("input:not([type=hidden])").value.trim();
}

function addLine(rows) {
  const last = rows.lastElementChild;
  const row = last.cloneNode(true);
  row.querySelectorAll("ul.list-box").forEach((list) => list.remove());
  for (const field of row.querySelectorAll("input, select")) {
    field.name = field.name.replace(/\d+$/, (n) => Number(n) + 1);
    const into = field.dataset.completeInto;
    if (into) field.dataset.completeInto = into.replace(/\d+$/, (n) => Number(n) + 1);
    if (field.tagName === "INPUT") field.value = "";
  }
  rows.append(row);
  row.dispatchEvent(new CustomEvent("vp-added", { bubbles: true }));
  return row;
}

function spareLine(rows) {
  const spare = [...rows.children].filter(empty);
  return spare[0] ?? addLine(rows);
}

form.addEventListener("input", (event) => {
  const rows = event.target.closest("[data-rows]");
  if (rows && !empty(rows.lastElementChild)) addLine(rows);
});

form.addEventListener("click", (event) => {
  const button = event.target.closest("button[name=add]");
  if (!button) return;
  event.preventDefault();
  const rows = button.closest("fieldset").querySelector("[data-rows]");
  const name = button.dataset.addName;
  if (!name) {
    addLine(rows).querySelector("input").focus();
    return;
  }
  const there = [...rows.querySelectorAll("[name^=r-name-]")].find((field) => field.value === name);
  if (there) {
    there.focus();
    return;
  }
  const row = spareLine(rows);
  row.querySelector("[name^=r-name-]").value = name;
  row.querySelector("[name^=r-what-]").value = button.value;
  if (row === rows.lastElementChild) addLine(rows);
  form.dispatchEvent(new Event("change", { bubbles: true }));
});

/* drafts about nearly the same */

const note = form.querySelector("[data-similar]");
const subject = form.elements.subject;
let asked = null;
let timer = 0;

function tell(found) {
  const list = note.querySelector("[data-similar-list]");
  list.replaceChildren(...found.map((one) => {
    const item = document.createElement("li");
    const stage = document.createElement("span");
    stage.className = "bdg";
    stage.textContent = one.stage;
    item.append(`${one.subject} `, stage);
    return item;
  }));
  note.hidden = found.length === 0;
}

async function askForSimilar() {
  asked?.abort();
  asked = new AbortController();
  const url = new URL(note.dataset.similar);
  url.searchParams.set("subject", subject.value);
  url.searchParams.set("document", note.dataset.document ?? "");
  try {
    const answer = await fetch(url, { signal: asked.signal, headers: { Accept: "application/json" } });
    if (answer.ok) tell(await answer.json());
  } catch (error) {
    if (error.name !== "AbortError") throw error;
  }
}

if (note) {
  form.addEventListener("vp-refused", (event) => {
    if (event.detail.similar?.length) tell(event.detail.similar);
  });
  subject.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(askForSimilar, 400);
  });
  if (subject.value) askForSimilar();
}
