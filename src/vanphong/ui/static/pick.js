/* Lists to choose from: details[data-pick-list] with radio buttons or check boxes.
   The head (data-pick-now) shows what is chosen as chips; data-pick-filter narrows the list,
   without accents too; data-pick-all-of chooses its whole data-pick-group.
   input[data-echo="id"]: what is typed there stands in the element of that id, and the radio
   button beside that element is chosen. */

const folded = (text) =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();

function chip(words, forget) {
  const button = document.createElement("span");
  button.className = "chip on";
  button.textContent = words;
  if (!forget) return button;
  const cross = document.createElement("button");
  cross.type = "button";
  cross.textContent = "×";
  cross.setAttribute("aria-label", `× ${words}`);
  cross.addEventListener("click", (event) => {
    event.preventDefault();
    forget();
  });
  button.append(cross);
  return button;
}

function start(list) {
  const now = list.querySelector("[data-pick-now]");
  const filter = list.querySelector("[data-pick-filter]");
  const empty = list.querySelector("[data-pick-empty]");
  const groups = [...list.querySelectorAll("[data-pick-group]")].map((element) => ({
    element,
    all: element.querySelector("[data-pick-all-of]"),
    rows: [...element.querySelectorAll(".pick-row")],
    boxes: [...element.querySelectorAll(".pick-row input")],
  }));

  function set(boxes, checked) {
    for (const box of boxes) box.checked = checked;
    (boxes[0] ?? list).dispatchEvent(new Event("change", { bubbles: true }));
  }

  function chipsOf({ all, boxes }) {
    const chosen = boxes.filter((box) => box.checked);
    if (all && chosen.length === boxes.length && boxes.length > 1) {
      return [chip(all.dataset.short, () => set(boxes, false))];
    }
    return chosen.flatMap((box) => {
      if (box.type === "checkbox") return [chip(box.dataset.short, () => set([box], false))];
      const hint = box.closest(".pick-row").querySelector("small")?.cloneNode(true);
      return [chip(box.dataset.short), ...(hint ? [hint] : [])];
    });
  }

  function show() {
    for (const { all, boxes } of groups) {
      if (!all) continue;
      const n = boxes.filter((box) => box.checked).length;
      all.checked = n === boxes.length;
      all.indeterminate = n > 0 && n < boxes.length;
    }
    const chips = groups.flatMap(chipsOf);
    now.replaceChildren(...chips);
    list.classList.toggle("has", chips.length > 0);
  }

  function narrow() {
    const words = folded(filter.value).split(/\s+/).filter(Boolean);
    let any = false;
    for (const { element, rows } of groups) {
      for (const row of rows) row.hidden = !words.every((word) => folded(row.textContent).includes(word));
      element.hidden = rows.every((row) => row.hidden);
      any ||= !element.hidden;
    }
    empty.hidden = any;
  }

  list.addEventListener("change", (event) => {
    const group = groups.find(({ all }) => all === event.target);
    if (group) set(group.boxes.filter((box) => !box.closest(".pick-row").hidden), group.all.checked);
    show();
  });
  function close() {
    list.open = false;
    list.querySelector("summary").focus();
  }

  list.addEventListener("click", (event) => {
    const radio = event.target.closest(".pick-row input[type=radio]");
    if (radio && event.detail > 0) close();
  });
  list.addEventListener("toggle", () => {
    if (list.open && filter && matchMedia("(hover: hover)").matches) filter.focus();
  });
  filter.hidden = groups.reduce((n, { rows }) => n + rows.length, 0) < 8;
  filter.addEventListener("input", narrow);
  filter.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.ctrlKey || event.isComposing) return;
    event.preventDefault();
    const first = list.querySelector("[data-pick-group]:not([hidden]) .pick-row:not([hidden]) input");
    first?.click();
    filter.value = "";
    narrow();
    if (first?.type === "radio") close();
  });
  window.addEventListener("pageshow", show);
  show();
}

document.querySelectorAll("[data-pick-list]").forEach(start);

for (const input of document.querySelectorAll("[data-echo]")) {
  const target = document.getElementById(input.dataset.echo);
  const usual = target?.textContent;
  const echo = () => {
    if (!target) return;
    target.textContent = input.value.trim() || usual;
    const radio = target.closest("label")?.querySelector("input");
    if (radio && input.value.trim()) radio.checked = true;
  };
  input.addEventListener("input", echo);
  echo();
}
