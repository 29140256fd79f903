/* Work schedules: moving items on the grid by mouse or keys, and conflicts while typing.
   Without JavaScript an item is moved in its form, and conflicts are shown when it is sent. */

const SESSIONS = ["all-day", "morning", "afternoon", "evening"];
const form = document.getElementById("move-item");

function move(slip, day, session) {
  if (slip.dataset.day === day && slip.dataset.session === session) return;
  form.elements.uid.value = slip.dataset.uid;
  form.elements.day.value = day;
  form.elements.session.value = session;
  form.submit();
}

function startPlan(plan) {
  let lifted = null;
  plan.addEventListener("dragstart", (event) => {
    lifted = event.target.closest(".slip[draggable]");
    lifted?.classList.add("lifted");
    event.dataTransfer?.setData("text/plain", lifted?.dataset.uid ?? "");
  });
  plan.addEventListener("dragend", () => {
    lifted?.classList.remove("lifted");
    plan.querySelectorAll(".over").forEach((cell) => cell.classList.remove("over"));
  });
  for (const cell of plan.querySelectorAll(".cell")) {
    cell.addEventListener("dragover", (event) => {
      if (!lifted) return;
      event.preventDefault();
      cell.classList.add("over");
    });
    cell.addEventListener("dragleave", () => cell.classList.remove("over"));
    cell.addEventListener("drop", (event) => {
      event.preventDefault();
      if (lifted) move(lifted, cell.dataset.day, cell.dataset.session);
    });
  }
  const days = [...new Set([...plan.querySelectorAll(".cell")].map((cell) => cell.dataset.day))];
  plan.addEventListener("keydown", (event) => {
    const slip = event.target.closest(".slip[draggable]");
    if (!slip || !event.altKey) return;
    const day = days.indexOf(slip.dataset.day);
    const session = SESSIONS.indexOf(slip.dataset.session);
    const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    const nextDay = days[day + step[0]];
    const nextSession = SESSIONS[session + step[1]];
    if (nextDay && nextSession) move(slip, nextDay, nextSession);
  });
}

const WAIT = 300;
const WATCHED = ["day", "start", "end", "session", "chairs", "participants", "room"];

function startConflicts(list) {
  const owner = list.closest("form");
  let timer = 0;
  let asked = null;

  async function ask() {
    asked?.abort();
    asked = new AbortController();
    const url = new URL(list.dataset.conflicts, location.href);
    const data = new FormData(owner);
    for (const name of WATCHED) for (const value of data.getAll(name)) url.searchParams.append(name, value);
    try {
      const answer = await fetch(url, { signal: asked.signal, headers: { Accept: "application/json" } });
      if (!answer.ok) return;
      const found = await answer.json();
      list.replaceChildren(...found.map(({ text, hint }) => {
        const row = document.createElement("li");
        row.textContent = text;
        if (hint) row.className = "hint";
        return row;
      }));
      list.hidden = found.length === 0;
    } catch (error) {
      if (error.name !== "AbortError") list.hidden = true;
    }
  }

  owner.addEventListener("input", (event) => {
    if (!WATCHED.includes(event.target.name)) return;
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT);
  });
  owner.addEventListener("change", (event) => {
    if (WATCHED.includes(event.target.name)) ask();
  });
}

document.querySelectorAll("[data-plan]").forEach(startPlan);
document.querySelectorAll("[data-conflicts]").forEach(startConflicts);
