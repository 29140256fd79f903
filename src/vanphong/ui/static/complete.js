/* Completion as an ARIA combobox: input[data-complete-url] asks its address with ?q= and expects
   JSON [{value, label, hint}]. data-complete-into names the hidden input that receives the value;
   without it the label is the value. A field that is added later announces itself by the event
   "vp-added" on an element around it. Without JavaScript the field is an ordinary text field. */

const WAIT = 180;
let count = 0;

function option(row, id) {
  const item = document.createElement("li");
  item.id = id;
  item.role = "option";
  item.textContent = row.label;
  if (row.hint) {
    const hint = document.createElement("small");
    hint.textContent = row.hint;
    item.append(hint);
  }
  return item;
}

function start(input) {
  const list = document.createElement("ul");
  list.className = "list-box";
  list.role = "listbox";
  list.id = `complete-${++count}`;
  list.hidden = true;
  input.after(list);
  input.autocomplete = "off";
  input.role = "combobox";
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-expanded", "false");

  let rows = [];
  let at = -1;
  let timer = 0;
  let asked = null;
  const into = input.dataset.completeInto && input.form?.elements[input.dataset.completeInto];

  function close() {
    list.hidden = true;
    at = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function light(next) {
    at = (next + rows.length) % rows.length;
    [...list.children].forEach((item, i) => item.setAttribute("aria-selected", i === at));
    list.children[at].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", list.children[at].id);
  }

  function take(row) {
    input.value = row.label;
    if (into) into.value = row.value;
    close();
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }

  function show(answer) {
    rows = answer;
    list.replaceChildren(...rows.map((row, i) => option(row, `${list.id}-${i}`)));
    list.hidden = rows.length === 0;
    at = -1;
    input.setAttribute("aria-expanded", String(rows.length > 0));
  }

  async function ask() {
    asked?.abort();
    asked = new AbortController();
    const url = new URL(input.dataset.completeUrl, location.href);
    url.searchParams.set("q", input.value);
    try {
      const answer = await fetch(url, { signal: asked.signal, headers: { Accept: "application/json" } });
      if (answer.ok && document.activeElement === input) show(await answer.json());
    } catch (error) {
      if (error.name !== "AbortError") close();
    }
  }

  input.addEventListener("input", () => {
    if (into) into.value = "";
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT);
  });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const open = !list.hidden;
    if (event.key === "ArrowDown" && !open) ask();
    else if (event.key === "ArrowDown") light(at + 1);
    else if (event.key === "ArrowUp" && open) light(at < 0 ? -1 : at - 1);
    else if (event.key === "Enter" && open && at >= 0 && !event.ctrlKey) take(rows[at]);
    else if (event.key === "Escape" && open) close();
    else return;
    event.preventDefault();
  });
  list.addEventListener("mousedown", (event) => {
    event.preventDefault();
    const item = event.target.closest("li");
    if (item) take(rows[[...list.children].indexOf(item)]);
  });
  input.addEventListener("blur", close);
}

document.querySelectorAll("input[data-complete-url]").forEach(start);
document.addEventListener("vp-added", (event) => event.target.querySelectorAll("input[data-complete-url]").forEach(start));
