/* The fields of a form suggested from the scan: [data-read-url] on the form. A chosen file is sent
   there at once; nothing of it is kept. What was typed stays; what was read is marked until it is
   typed over, and what was read without certainty is a stop of F2. The pages then come as pictures
   with the places that were read ([data-hit]). Without this module the button “read the scan”
   posts the form and gets it back filled. */

const form = document.querySelector("form[data-read-url]");
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
const told = form.querySelector("[data-read-told]");
const button = form.querySelector("[data-read]");
const input = form.elements.file;
const box = form.querySelector("[data-viewer-pages]");
const empty = [...box.childNodes];
const touched = new Set();
const suggested = new Set();
let running = null;

const control = (name) => document.getElementById(`f-${name}`);

/* marks */

function unmark(name) {
  if (!suggested.delete(name)) return;
  control(name).classList.remove("sug", "chk");
  delete control(name).dataset.doubt;
  document.getElementById(`l-${name}`)?.querySelector(".src")?.remove();
}

function mark(name, doubtful, confidence) {
  unmark(name);
  suggested.add(name);
  control(name).classList.add(doubtful ? "chk" : "sug");
  if (doubtful) control(name).dataset.doubt = "";
  const sign = form.querySelector(`template[data-src=${doubtful ? "doubt" : "read"}]`).content.cloneNode(true);
  sign.firstElementChild.title = `${Math.round(100 * confidence)} %`;
  document.getElementById(`l-${name}`)?.append(" ", sign);
}

/* values */

function isFree(field, name) {
  if (touched.has(name)) return !(field.value ?? "").trim();
  const chosen = field instanceof RadioNodeList || field instanceof HTMLSelectElement;
  return chosen || suggested.has(name) || !field.value.trim();
}

function put(name, found) {
  const field = form.elements[name];
  if (!field || !control(name) || !isFree(field, name)) return false;
  const before = field.value;
  field.value = found.shown;
  if (field.value !== found.shown) {
    field.value = before;
    return false;
  }
  mark(name, found.doubtful, found.confidence);
  // no "input": nobody types, so no list of completions opens
  const changed = field instanceof RadioNodeList ? [...field].find((one) => one.checked) : field;
  changed.dispatchEvent(new Event("change", { bubbles: true }));
  form.dataset.left = "typed";
  return true;
}

/* pages */

function hit(name, place) {
  const light = document.createElement("span");
  light.className = "hit";
  light.dataset.hit = name;
  for (const side of ["left", "top", "width", "height"]) light.style[side] = `${place[side]}%`;
  return light;
}

function sheet({ page, url }, fields) {
  const figure = document.createElement("figure");
  figure.className = "page";
  const image = document.createElement("img");
  image.src = url;
  [image.width, image.height] = [210, 297]; // keeps the place until the picture is there
  image.alt = fill(form.dataset.pageAlt, { n: page });
  figure.append(image, ...lights(page, fields));
  return figure;
}

function lights(page, fields) {
  return Object.entries(fields).filter(([, one]) => one.place?.page === page).map(([name, one]) => hit(name, one.place));
}

function show(answer, file) {
  if (answer.images.length) {
    const sheets = answer.images.map((image) => sheet(image, answer.fields));
    if (answer.images.length < answer.pages) {
      const whole = document.createElement("a");
      whole.className = "vp-whole";
      whole.href = URL.createObjectURL(file);
      whole.target = "_blank";
      whole.textContent = fill(form.dataset.whole, { n: answer.pages });
      sheets.splice(1, 0, whole);
    }
    box.replaceChildren(...sheets);
  } else {
    box.querySelectorAll("figure.page").forEach((page, at) => {
      page.querySelectorAll(".hit").forEach((one) => one.remove());
      page.append(...lights(at + 1, answer.fields));
    });
  }
  box.dispatchEvent(new CustomEvent("vp-pages"));
}

/* the very same file is here already, or a text that looks alike: a question, no refusal */

function ask(found) {
  for (const note of form.querySelectorAll("[data-alike]")) {
    const rows = found.filter((one) => one.kind === note.dataset.alike);
    note.hidden = rows.length === 0;
    note.querySelector("[data-alike-list]").replaceChildren(...rows.map((one) => {
      const item = document.createElement("li");
      item.innerHTML = one.html; // escaped by the server
      return item;
    }));
  }
}

/* asking */

function tell(text, busy = false) {
  told.textContent = text;
  told.classList.toggle("busy", busy);
}

function done(answer, file) {
  const names = Object.keys(answer.fields).filter((name) => put(name, answer.fields[name]));
  const doubt = names.filter((name) => answer.fields[name].doubtful).length;
  show(answer, file);
  ask(answer.alike);
  const found = Object.keys(answer.fields).length;
  tell(fill(found ? told.dataset.told : told.dataset.nothing, { n: names.length, doubt }));
  document.activeElement?.dispatchEvent(new FocusEvent("focusin", { bubbles: true }));
}

function refused(answer) {
  tell("");
  const said = [answer.error?.message, answer.error?.rule].filter(Boolean).join(" · ");
  if (input) {
    input.value = "";
    input.dispatchEvent(new Event("change", { bubbles: true }));
    box.replaceChildren(...empty);
    box.dispatchEvent(new CustomEvent("vp-pages"));
  }
  const error = form.querySelector("[data-drop-error]");
  error.textContent = said || told.dataset.nothing;
  error.hidden = false;
}

async function read() {
  const file = input?.files[0];
  if (input && !file) return input.click();
  running?.abort();
  running = new AbortController();
  const options = { method: "POST", signal: running.signal, headers: { Accept: "application/json" } };
  if (file) {
    options.body = new FormData();
    options.body.append("file", file);
    options.body.append("images", "1");
    options.body.append("_authenticator", form.elements._authenticator.value);
  } else {
    options.body = "{}";
    options.headers["Content-Type"] = "application/json";
  }
  tell(told.dataset.reading, true);
  try {
    const answer = await fetch(form.dataset.readUrl, options);
    const values = await answer.json();
    if (answer.ok) done(values, file);
    else refused(values);
  } catch (error) {
    if (error.name !== "AbortError") tell(told.dataset.nothing);
  }
}

form.addEventListener("input", (event) => {
  if (!event.target.name || event.target.type === "file") return;
  touched.add(event.target.name);
  unmark(event.target.name);
});
if (input && button) button.closest(".vp-read").hidden = true; // a chosen file is read at once
button?.addEventListener("click", (event) => {
  event.preventDefault();
  read();
});
input?.addEventListener("change", () => {
  running?.abort();
  tell("");
  ask([]);
  if (input.files.length) read();
});
for (const field of form.querySelectorAll(".sug, .chk")) suggested.add(field.name || field.id.slice(2));
if (form.dataset.readNow !== undefined) read();
