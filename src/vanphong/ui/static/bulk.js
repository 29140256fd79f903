/* Selection in a form with data-bulk: boxes data-pick, all at once data-pick-all, none
   data-pick-none, the number in data-picked, acts data-needs-pick. Shift selects a stretch.
   An act with data-asks="name" leads into that field first, while it is empty and a selected
   box carries data-pick-asks; Enter in the field then sends. */

function words(output, n) {
  const { none, one, many } = output.dataset;
  return n === 0 ? none : n === 1 ? one : many.replace("{n}", n);
}

function start(form) {
  const boxes = [...form.querySelectorAll("[data-pick]")];
  const every = form.querySelector("[data-pick-all]");
  const none = form.querySelector("[data-pick-none]");
  const output = form.querySelector("[data-picked]");
  const needing = form.querySelectorAll("[data-needs-pick]");
  const bar = output?.closest(".bulk");
  let last = null;

  function show() {
    const n = boxes.filter((box) => box.checked).length;
    for (const box of boxes) box.closest("[data-row]")?.classList.toggle("sel", box.checked);
    for (const button of needing) button.disabled = n === 0;
    if (output) output.textContent = words(output, n);
    if (none) none.hidden = n === 0;
    if (every) {
      every.hidden = boxes.length === 0;
      every.checked = n > 0 && n === boxes.length;
      every.indeterminate = n > 0 && n < boxes.length;
    }
    bar?.classList.toggle("on", n > 0);
  }

  function setAll(checked) {
    for (const box of boxes) box.checked = checked;
    show();
  }

  form.addEventListener("click", (event) => {
    const at = boxes.indexOf(event.target);
    if (at < 0) return;
    if (event.shiftKey && last !== null) {
      const [from, to] = [Math.min(at, last), Math.max(at, last)];
      for (const box of boxes.slice(from, to + 1)) box.checked = event.target.checked;
    }
    last = at;
  });
  form.addEventListener("click", (event) => {
    const field = form.elements[event.target.closest("[data-asks]")?.dataset.asks];
    if (!field || field.value.trim() || document.activeElement === field) return;
    if (!boxes.some((box) => box.checked && "pickAsks" in box.dataset)) return;
    event.preventDefault();
    field.focus();
  });
  form.addEventListener("change", (event) => {
    if (event.target === every) setAll(every.checked);
    else show();
  });
  none?.addEventListener("click", () => setAll(false));
  window.addEventListener("pageshow", show);
  show();
}

document.querySelectorAll("form[data-bulk]").forEach(start);
