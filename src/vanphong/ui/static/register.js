/* The form of a records clerk: the line of the register as it will be, a warning of a duplicate
   while typing, files dropped anywhere on the scan's side. Without this module the form works
   as it is; the server says the same on sending. */

const form = document.getElementById("vp-register");
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");

/* the line of the register */

function valueOf(name) {
  const field = form.elements[name];
  if (!field) return "";
  return field.selectedOptions ? field.selectedOptions[0]?.textContent.trim() : field.value.trim();
}

function showLine() {
  for (const cell of form.querySelectorAll("[data-line]")) {
    const text = valueOf(cell.dataset.line) || "–";
    if (cell.textContent !== text) cell.textContent = text;
  }
  const due = form.querySelector("[data-present-by]");
  if (due) due.textContent = form.elements.urgency.value === "normal" ? due.dataset.ordinary : due.dataset.urgent;
}

/* is it here already? */

const note = form.querySelector("[data-duplicate]");
let asked = null;
let before = "";

async function askForDuplicate() {
  const values = { symbol: valueOf("symbol"), organ: valueOf("organ_name"), date: valueOf("issued_date") };
  const now = Object.values(values).join("\n");
  if (now === before) return;
  before = now;
  if (!values.symbol || !values.organ) return tell(null);
  asked?.abort();
  asked = new AbortController();
  const url = new URL(note.dataset.url);
  for (const [name, value] of Object.entries({ ...values, document: note.dataset.document ?? "" })) url.searchParams.set(name, value);
  try {
    const answer = await fetch(url, { signal: asked.signal, headers: { Accept: "application/json" } });
    if (answer.ok) tell(await answer.json());
  } catch (error) {
    if (error.name !== "AbortError") before = "";
  }
}

function tell(found) {
  note.hidden = !found;
  if (!found) return;
  note.querySelector("[data-duplicate-said]").textContent = fill(note.dataset.said, found);
  note.querySelector("[data-duplicate-link]").href = found.url;
}

/* a refused file upload is answered without a new page: say it where the fields are */

const words = document.createElement("div");
words.className = "note bad";
words.role = "alert";
words.hidden = true;
form.querySelector(".pane").prepend(words);

function repeatErrors() {
  const said = [...form.querySelectorAll("[data-drop-error]")].filter((one) => !one.hidden && one.textContent);
  words.hidden = said.length === 0 || !note.hidden; // a duplicate says it for itself
  words.textContent = said.map((one) => one.textContent).join(" ");
  if (said.length) (words.hidden ? note : words).scrollIntoView({ block: "nearest" });
}

for (const error of form.querySelectorAll("[data-drop-error]")) {
  new MutationObserver(repeatErrors).observe(error, { attributes: true, childList: true });
}

/* drop anywhere on the scan */

const viewer = form.querySelector(".viewer");
const input = form.elements.file;
if (viewer && input) {
  const inDrop = (event) => event.target.closest("[data-drop]");
  for (const kind of ["dragenter", "dragover"]) {
    viewer.addEventListener(kind, (event) => {
      if (inDrop(event)) return;
      event.preventDefault();
      viewer.classList.add("over");
    });
  }
  for (const kind of ["dragleave", "drop"]) viewer.addEventListener(kind, () => viewer.classList.remove("over"));
  viewer.addEventListener("drop", (event) => {
    if (inDrop(event)) return;
    event.preventDefault();
    const files = new DataTransfer();
    for (const file of [...event.dataTransfer.files].slice(0, 1)) files.items.add(file);
    input.files = files.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
}

form.addEventListener("input", showLine);
form.addEventListener("change", (event) => {
  showLine();
  if (["symbol", "organ_name", "issued_date"].includes(event.target.name)) askForDuplicate();
});
form.addEventListener("submit", askForDuplicate);
showLine();
askForDuplicate();
