/* Order by drag or Alt with the arrows: tr[data-step] within a tbody, data-place counts from 0;
   data-up and data-down say why a row cannot go there, empty when it can. Both press the
   row's own buttons or send "place", so the server decides and the page comes back.
   [data-rt-trial]: its form asks again as soon as something is chosen. */

const says = document.querySelector("[data-rt-says]");
const rowOf = (element) => element?.closest?.("tr[data-step]");

document.querySelectorAll("[data-rt-hint]").forEach((hint) => (hint.hidden = false));

document.addEventListener("keydown", (event) => {
  if (!event.altKey || !["ArrowUp", "ArrowDown"].includes(event.key)) return;
  const row = rowOf(document.activeElement);
  if (!row) return;
  event.preventDefault();
  const up = event.key === "ArrowUp";
  const button = row.querySelector(up ? "[data-rt-up]" : "[data-rt-down]");
  if (button && !button.disabled) button.click();
  else if (says) says.textContent = (up ? row.dataset.up : row.dataset.down) ?? "";
});

/* after the page has come back, the row that was moved has the focus */
const target = location.hash.startsWith("#f-") && document.getElementById(decodeURIComponent(location.hash.slice(1)));
if (rowOf(target) === target) (target.querySelector("a.t") ?? target).focus();

let dragged = null;

function clear() {
  for (const row of document.querySelectorAll(".rt-before, .rt-after")) row.classList.remove("rt-before", "rt-after");
}

function over(event) {
  const row = rowOf(event.target);
  if (!dragged || !row || row === dragged || row.parentElement !== dragged.parentElement) return null;
  const box = row.getBoundingClientRect();
  return { row, after: event.clientY > box.top + box.height / 2 };
}

document.addEventListener("dragstart", (event) => {
  dragged = rowOf(event.target);
  if (!dragged) return;
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", dragged.dataset.step);
  dragged.classList.add("rt-dragged");
});
document.addEventListener("dragover", (event) => {
  const place = over(event);
  clear();
  if (!place) return;
  event.preventDefault();
  place.row.classList.add(place.after ? "rt-after" : "rt-before");
});
document.addEventListener("drop", (event) => {
  const place = over(event);
  if (!place) return;
  event.preventDefault();
  const from = Number(dragged.dataset.place);
  let to = Number(place.row.dataset.place) + (place.after ? 1 : 0);
  if (to > from) to -= 1;
  if (to !== from) send(dragged, to);
});
document.addEventListener("dragend", () => {
  clear();
  dragged?.classList.remove("rt-dragged");
  dragged = null;
});

function send(row, place) {
  const form = row.querySelector("button[form]")?.form;
  if (!form) return;
  const input = document.createElement("input");
  input.type = "hidden";
  input.name = "do";
  input.value = `place ${row.dataset.step} ${place}`;
  form.append(input);
  form.requestSubmit();
}

let asking = null;

async function ask(trial, form) {
  asking?.abort();
  asking = new AbortController();
  trial.setAttribute("aria-busy", "true");
  const address = new URL(form.action);
  address.search = new URLSearchParams(new FormData(form));
  try {
    const answer = await fetch(address, { signal: asking.signal, headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const found = page.querySelector("[data-rt-trial]");
    if (!answer.ok || !found) throw new Error(answer.status);
    const held = document.activeElement?.name;
    trial.querySelector("[data-rt-result]").replaceWith(found.querySelector("[data-rt-result]"));
    for (const list of found.querySelectorAll("select")) {
      trial.querySelector(`select[name="${list.name}"]`)?.replaceWith(list);
    }
    if (held) form.elements[held]?.focus();
    trial.removeAttribute("aria-busy");
  } catch (error) {
    if (error.name !== "AbortError") form.submit();
  }
}

for (const trial of document.querySelectorAll("[data-rt-trial]")) {
  const form = trial.querySelector("form");
  form.addEventListener("change", () => ask(trial, form));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask(trial, form);
  });
}
