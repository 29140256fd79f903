/* Files: [data-drop] around a file input. Dropping chooses; what is too large or of a wrong type
   is refused before it travels; the form is then sent with a progress bar. The server answers
   JSON: {location} on success, {errors: [{text, grounds, field}]} otherwise. Each error is told
   at its field, nothing typed is lost, and the form hears of it as "vp-refused".
   Without JavaScript the form is posted as it is. */

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

function size(octets) {
  const [value, unit] = octets >= 1048576 ? [octets / 1048576, "MB"] : [octets / 1024, "KB"];
  return `${value.toLocaleString("vi", { maximumFractionDigits: unit === "MB" ? 1 : 0 })} ${unit}`;
}

function fits(file, accept) {
  const kinds = accept.toLowerCase().split(",").map((kind) => kind.trim()).filter(Boolean);
  const name = file.name.toLowerCase();
  return !kinds.length || kinds.some((kind) =>
    kind.startsWith(".") ? name.endsWith(kind) : kind.endsWith("/*") ? file.type.startsWith(kind.slice(0, -1)) : file.type === kind,
  );
}

function fault(file, drop, input) {
  const limit = Number(drop.dataset.maxBytes ?? 0);
  if (!fits(file, input.accept)) return fill(drop.dataset.wrongType, { name: file.name });
  if (limit && file.size > limit) {
    return fill(drop.dataset.tooLarge, { name: file.name, size: size(file.size), limit: size(limit) });
  }
  return "";
}

/* A PDF viewer takes the focus when it has loaded: whoever types meanwhile gets it back, in the
   field where they are by then, and nobody else's focus is touched. */
function keepTyping(frame) {
  let typing = document.activeElement;
  const follow = (event) => {
    if (event.target !== frame) typing = event.target;
  };
  document.addEventListener("focusin", follow);
  frame.addEventListener("load", () => {
    setTimeout(() => {
      document.removeEventListener("focusin", follow);
      if (document.activeElement === frame) typing?.focus();
    }, 200);
  });
}

/* An error at its field, as the server would show it; false where the form has no such field. */
function tellAt(form, { field, text }) {
  const place = field ? document.getElementById(`f-${field}`)?.closest(".fld, fieldset, .note") : null;
  if (!place || place.hidden || !form.contains(place)) return false;
  const said = document.createElement("div");
  said.className = "fld-error";
  said.dataset.told = "";
  said.setAttribute("role", "alert");
  said.textContent = text;
  const own = place.querySelector("[data-drop-error]");
  if (own) own.after(said);
  else place.append(said);
  place.classList.add("bad");
  const folded = place.closest("details");
  if (folded) folded.open = true;
  return true;
}

function forget(form) {
  for (const said of form.querySelectorAll("[data-told]")) {
    said.closest(".bad")?.classList.remove("bad");
    said.remove();
  }
}

let shownUrl = null;

function preview(place, file) {
  if (!place) return;
  if (shownUrl) URL.revokeObjectURL(shownUrl);
  shownUrl = null;
  const pages = place.querySelector("[data-viewer-pages]") ?? place;
  const picture = file.type.startsWith("image/");
  if (!picture && file.type !== "application/pdf") return;
  shownUrl = URL.createObjectURL(file);
  const shown = document.createElement(picture ? "img" : "iframe");
  shown.src = shownUrl;
  shown.className = picture ? "page" : "preview";
  shown.title = file.name;
  keepTyping(shown);
  pages.replaceChildren(shown);
}

function start(drop) {
  const input = drop.querySelector("input[type=file]");
  const list = drop.querySelector("[data-drop-list]");
  const bar = drop.querySelector("[data-drop-progress]");
  const error = drop.querySelector("[data-drop-error]");
  const form = input.form;
  const none = drop.querySelector("[data-drop-none]");
  // our own button: the browser's speaks the browser's language
  drop.querySelector("[data-drop-hint]").hidden = false;
  drop.querySelector("[data-drop-choose]").hidden = false;
  none.hidden = false;
  drop.classList.add("own");

  function tell(text) {
    error.textContent = text;
    error.hidden = !text;
    if (text) drop.scrollIntoView({ block: "nearest" });
  }

  function chosen() {
    const faults = [...input.files].map((file) => fault(file, drop, input)).filter(Boolean);
    tell(faults.join(" "));
    if (faults.length) input.value = "";
    none.hidden = input.files.length > 0;
    list.replaceChildren(...[...input.files].map((file) => {
      const item = document.createElement("li");
      item.textContent = `${file.name} · ${size(file.size)}`;
      return item;
    }));
    if (input.files.length) preview(document.getElementById(drop.dataset.preview), input.files[0]);
  }

  function free() {
    form.setAttribute("aria-busy", "false");
    for (const button of form.elements) if (button.type === "submit") button.setAttribute("aria-busy", "false");
    bar.hidden = true;
  }

  function failed(text) {
    free();
    tell(text);
  }

  function refused(answer) {
    free();
    form.dispatchEvent(new CustomEvent("vp-refused", { detail: answer }));
    const errors = answer.errors ?? [];
    const elsewhere = errors.filter((error) => !tellAt(form, error));
    tell(elsewhere.flatMap((error) => [error.text, error.grounds]).filter(Boolean).join(" · "));
    const first = errors[0]?.field;
    if (first) (document.getElementById(`f-${first}`) ?? form.elements[first])?.focus?.();
  }

  function answered(request) {
    let answer = null;
    try {
      answer = JSON.parse(request.responseText);
    } catch {
      return failed(drop.dataset.refused);
    }
    if (answer.location) {
      form.dataset.left = "sent";
      location.assign(answer.location);
    } else {
      refused(answer);
    }
  }

  function send(submitter) {
    const data = new FormData(form, submitter);
    const request = new XMLHttpRequest();
    request.open("POST", submitter?.hasAttribute("formaction") ? submitter.formAction : form.action);
    request.setRequestHeader("Accept", "application/json");
    request.upload.addEventListener("progress", (event) => {
      bar.value = event.lengthComputable ? (100 * event.loaded) / event.total : 0;
      bar.title = bar.value < 100 ? drop.dataset.sending : drop.dataset.sent;
    });
    request.addEventListener("load", () => answered(request));
    request.addEventListener("error", () => failed(drop.dataset.failed));
    tell("");
    forget(form);
    bar.value = 0;
    bar.hidden = false;
    form.setAttribute("aria-busy", "true");
    for (const button of form.elements) if (button.type === "submit") button.setAttribute("aria-busy", "true");
    request.send(data);
  }

  input.addEventListener("change", chosen);
  for (const kind of ["dragenter", "dragover"]) {
    drop.addEventListener(kind, (event) => {
      event.preventDefault();
      drop.classList.add("over");
    });
  }
  for (const kind of ["dragleave", "drop"]) drop.addEventListener(kind, () => drop.classList.remove("over"));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    const files = new DataTransfer();
    for (const file of [...event.dataTransfer.files].slice(0, input.multiple ? undefined : 1)) files.items.add(file);
    input.files = files.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
  form.addEventListener("submit", (event) => {
    if (event.defaultPrevented || !input.files.length || form.getAttribute("aria-busy") === "true") return;
    event.preventDefault();
    send(event.submitter);
  });
}

document.querySelectorAll("[data-drop]").forEach(start);
