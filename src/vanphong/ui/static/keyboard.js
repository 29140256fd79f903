/* Shortcuts. Rows carry data-row, their link the class t, acts data-key="e", the main act
   data-primary, doubtful fields data-doubt. Single letters work only outside fields and can be
   switched off ([data-keys-switch], kept in localStorage under "vanphong.keys"). The mouse opens
   a row wherever it is pressed, unless it selects text there. */

const STORE = "vanphong.keys";
const FIELDS = "input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable]";

const allowed = () => localStorage.getItem(STORE) !== "off";
const shown = (element) => element.getClientRects().length > 0 && !element.disabled;
const all = (selector) => [...document.querySelectorAll(selector)].filter(shown);

const rowOf = (element) => element?.closest?.("[data-row]");
let current = null;

function go(step) {
  const rows = all("[data-row]");
  if (!rows.length) return false;
  const at = rows.indexOf(rowOf(document.activeElement) ?? current);
  const next = rows[Math.min(Math.max(at + step, 0), rows.length - 1)];
  (next.querySelector("a.t") ?? next.querySelector("a, input"))?.focus();
  next.scrollIntoView({ block: "nearest" });
  return true;
}

function mark(row) {
  current?.classList.remove("now");
  current = row;
  current?.classList.add("now");
}

function click(element) {
  element?.click();
  return Boolean(element);
}

function nextDoubt() {
  const doubts = all("[data-doubt], [aria-invalid=true]");
  if (!doubts.length) return false;
  doubts[(doubts.indexOf(document.activeElement) + 1) % doubts.length].focus();
  return true;
}

function openHelp() {
  const help = document.getElementById("vp-keys");
  if (!help || help.open) return false;
  help.showModal();
  return true;
}

function primary() {
  const form = document.activeElement?.closest?.("form");
  const buttons = all("[data-primary]");
  return click(buttons.find((button) => button.form === form) ?? buttons[0]);
}

const letters = {
  "/": () => {
    const search = document.querySelector("[data-search]");
    search?.focus();
    search?.select();
    return Boolean(search);
  },
  j: () => go(1),
  k: () => go(-1),
  x: () => click((rowOf(document.activeElement) ?? current)?.querySelector("[data-pick]")),
  enter: () => !document.activeElement?.closest("a, button, summary, input") && click(current?.querySelector("a.t")),
  "?": openHelp,
};

function onLetter(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || !allowed()) return false;
  if (document.activeElement?.closest(FIELDS) || document.querySelector("dialog:modal")) return false;
  const key = event.key.toLowerCase();
  if (letters[key]) return letters[key]();
  return /^[a-z]$/.test(key) && click(all(`[data-key="${key}"]`)[0]);
}

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.isComposing) return;
  let done;
  if (event.key === "F2") done = nextDoubt();
  else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) done = primary();
  else done = onLetter(event);
  if (done) event.preventDefault();
});
document.addEventListener("click", (event) => {
  if (event.defaultPrevented || event.target.closest("a, button, input, select, textarea, label, summary, dialog")) return;
  const link = rowOf(event.target)?.querySelector("a.t");
  if (!link || !getSelection().isCollapsed) return;
  const { ctrlKey, metaKey, shiftKey } = event;
  link.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }));
});
document.addEventListener("focusin", (event) => {
  const row = rowOf(event.target);
  if (row) mark(row);
});

const choice = document.querySelector("[data-keys-switch]");
if (choice) {
  choice.checked = allowed();
  choice.addEventListener("change", () => localStorage.setItem(STORE, choice.checked ? "on" : "off"));
}
