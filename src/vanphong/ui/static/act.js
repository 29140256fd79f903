/* Small help for forms and acts.
   data-confirm="question"   on a button: asked before its form is sent
   form[data-unsaved]        warns before leaving with something typed
   data-sentence="…"         repeats what the form will do: {#name} counts what is chosen under
                             that name, {name} is its value
   data-fill="id"            a button that writes its text (or data-text) into a field
   data-opens="dialog id"    opens a dialog instead of following the link
   details[data-menu]        closes on Escape and on a click elsewhere
   data-print                prints the page
   Buttons that need this module are hidden in the HTML and shown here. */

for (const button of document.querySelectorAll("[data-opens][hidden], [data-fill][hidden], [data-print][hidden]")) {
  button.hidden = false;
}

document.addEventListener("click", (event) => {
  const target = event.target.closest("[data-confirm], [data-opens], [data-fill], [data-print]");
  for (const menu of document.querySelectorAll("details[data-menu][open]")) {
    if (!menu.contains(event.target) || target) menu.open = false;
  }
  if (!target) return;
  if (target.dataset.confirm && !window.confirm(target.dataset.confirm)) event.preventDefault();
  if ("print" in target.dataset) window.print();
  if (target.dataset.fill) fill(document.getElementById(target.dataset.fill), target);
  const dialog = target.dataset.opens && document.getElementById(target.dataset.opens);
  if (dialog?.showModal) {
    event.preventDefault();
    if (!dialog.open) dialog.showModal();
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const menu = document.querySelector("details[data-menu][open]");
  if (!menu) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});

function fill(field, button) {
  if (!field) return;
  const text = button.dataset.text ?? button.textContent.trim();
  field.value = field.value.trim() ? `${field.value.trimEnd()} ${text}` : text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.focus();
}

/* a form is sent once; coming back with the browser's Back sets it free */
function busy(form, on) {
  form.setAttribute("aria-busy", on);
  for (const button of form.elements) {
    if (button.type === "submit") button.setAttribute("aria-busy", on);
  }
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post") return;
  if (form.getAttribute("aria-busy") === "true") {
    event.preventDefault();
    return;
  }
  if (event.defaultPrevented) return;
  form.dataset.left = "sent";
  busy(form, true);
});
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[aria-busy]")) busy(form, false);
});

for (const form of document.querySelectorAll("form[data-unsaved]")) {
  form.addEventListener("input", () => (form.dataset.left = "typed"));
}
window.addEventListener("beforeunload", (event) => {
  if (document.querySelector('form[data-unsaved][data-left="typed"]')) event.preventDefault();
});

const isChoice = (element) => element.type === "checkbox" || element.type === "radio";

function named(form, name) {
  return [...form.elements].filter((element) => element.name === name && !(isChoice(element) && !element.checked));
}

function chosen(form, name) {
  return named(form, name).flatMap((element) =>
    element.selectedOptions ? [...element.selectedOptions].filter((option) => option.value) : element.value ? [element] : [],
  );
}

function said(element) {
  if (element.tagName === "OPTION") return element.textContent.trim();
  if (isChoice(element)) return element.dataset.short ?? element.closest("label")?.textContent.trim() ?? element.value;
  return element.value;
}

function sentence(output, form) {
  output.textContent = output.dataset.sentence
    .replace(/\{#([\w.-]+)\}/g, (_, name) => chosen(form, name).length)
    .replace(/\{([\w.-]+)\}/g, (_, name) => chosen(form, name).map(said).join(", ") || "–");
}

for (const output of document.querySelectorAll("[data-sentence]")) {
  const form = output.closest("form");
  if (!form) continue;
  form.addEventListener("input", () => sentence(output, form));
  form.addEventListener("change", () => sentence(output, form));
  sentence(output, form);
}

document.querySelector("[data-errors]")?.focus();
