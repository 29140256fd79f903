/* Words over the pictures of pages, to be selected and copied, and looking for words in the file.
   The words of a page are asked for when it comes into sight, and so are the places of hits: how
   often each page has the words is told by the server, which folds Vietnamese. */

const ask = async (url) => {
  const answer = await fetch(url, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(answer.status);
  return answer.json();
};

const ruler = document.createElement("canvas").getContext("2d");
ruler.font = "100px sans-serif";

/* words over the picture: each as wide as it is in the picture */
function layer(words, shape) {
  const over = document.createElement("div");
  over.className = "layer";
  let line = null;
  for (const [left, top, width, height, text] of words) {
    if (line !== null && Math.abs(top - line) > height * 0.6) over.append(document.createElement("br"));
    line = top;
    const word = document.createElement("span");
    word.textContent = `${text} `;
    const natural = (ruler.measureText(text).width / 100) * height * shape;
    Object.assign(word.style, { left: `${left}%`, top: `${top}%`, fontSize: `${height}cqh` });
    if (natural) word.style.transform = `scaleX(${width / natural})`;
    over.append(word);
  }
  return over;
}

function lights(hits) {
  return hits.map((boxes, at) => boxes.map(([left, top, width, height]) => {
    const light = document.createElement("span");
    light.className = "found";
    light.dataset.at = at;
    Object.assign(light.style, { left: `${left}%`, top: `${top}%`, width: `${width}%`, height: `${height}%` });
    return light;
  })).flat();
}

export function start(viewer) {
  const { root, box } = viewer;
  const { words, find } = root.dataset;
  const bar = root.querySelector("[data-find]");
  const input = root.querySelector("[data-find-input]");
  const said = root.querySelector("[data-find-said]");
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
  let hits = []; // [page, place on the page]
  let at = -1;
  let typed = "";
  let before = null;

  /* pages come into sight */

  async function write(page) {
    const sheet = page.querySelector(".sheet");
    const image = sheet?.querySelector("img");
    if (!sheet || sheet.querySelector(".layer") || page.dataset.read) return;
    page.dataset.read = "1";
    try {
      const answer = await ask(`${words}/${viewer.numberOf(page)}`);
      if (image && !image.complete) await image.decode().catch(() => {});
      const shape = image?.naturalWidth ? image.naturalHeight / image.naturalWidth : 1.414;
      sheet.append(layer(answer.words, shape));
    } catch {
      delete page.dataset.read; // asked for again when it comes into sight again
    }
  }

  const seen = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      write(target);
      mark(target);
    }
  }, { root: box, rootMargin: "50% 0px" });
  const watch = () => viewer.pages.forEach((page) => seen.observe(page));
  watch();
  box.addEventListener("vp-pages", watch);

  /* hits */

  async function mark(page) {
    const number = viewer.numberOf(page);
    if (!typed || page.dataset.marked === typed || !hits.some(([one]) => one === number)) return;
    page.dataset.marked = typed;
    const asked = typed;
    const url = `${find}/${number}?q=${encodeURIComponent(asked)}`;
    const answer = await ask(url).catch(() => ({ hits: [] }));
    if (asked !== typed) return;
    page.querySelectorAll(".found").forEach((one) => one.remove());
    (page.querySelector(".sheet") ?? page).append(...lights(answer.hits));
    show(false);
  }

  function show(scroll = true) {
    box.querySelectorAll(".found.now").forEach((one) => one.classList.remove("now"));
    if (!hits[at]) return;
    const [number, place] = hits[at];
    const page = scroll ? viewer.go(number) : viewer.pages.find((one) => viewer.numberOf(one) === number);
    if (!page) return;
    const found = page.querySelectorAll(".found");
    const last = Math.max(0, ...[...found].map((one) => Number(one.dataset.at)));
    const mine = [...found].filter((one) => Number(one.dataset.at) === Math.min(place, last));
    mine.forEach((one) => one.classList.add("now"));
    if (scroll || !shown.has(`${typed}${at}`)) {
      if (mine.length) shown.add(`${typed}${at}`);
      mine[0]?.scrollIntoView({ block: "center", inline: "nearest" });
    }
    mark(page);
  }
  const shown = new Set();

  function tell(answer) {
    if (!typed) said.textContent = "";
    else if (!hits.length) said.textContent = said.dataset.none;
    else said.textContent = fill(said.dataset.some, { at: at + 1, n: answer?.capped ? `${hits.length}+` : hits.length });
  }

  async function search(page = 0) {
    const text = input.value.trim();
    before?.abort();
    before = new AbortController();
    box.querySelectorAll(".found").forEach((one) => one.remove());
    typed = text;
    hits = [];
    at = -1;
    shown.clear();
    if (!text) return tell();
    let answer;
    try {
      const got = await fetch(`${find}?q=${encodeURIComponent(text)}`, { signal: before.signal });
      if (!got.ok) throw new Error(got.status);
      answer = await got.json();
    } catch (error) {
      if (error.name !== "AbortError") said.textContent = said.dataset.failed;
      return;
    }
    for (const [number, n] of answer.pages) for (let place = 0; place < n; place += 1) hits.push([number, place]);
    const here = page || viewer.numberOf(viewer.pages[viewer.at] ?? viewer.pages[0]);
    at = hits.length ? Math.max(0, hits.findIndex(([number]) => number >= here)) : -1;
    tell(answer);
    show();
    viewer.pages.forEach((one) => seen.unobserve(one));
    watch();
  }

  function next(by) {
    if (!hits.length) return;
    at = (at + by + hits.length) % hits.length;
    shown.delete(`${typed}${at}`);
    tell();
    show();
  }

  function open() {
    bar.hidden = false;
    input.focus();
    input.select();
  }

  function close() {
    bar.hidden = true;
    input.value = "";
    search();
    box.focus();
  }

  if (!bar) return;
  const opener = root.querySelector("[data-find-open]");
  opener.hidden = false;
  opener.addEventListener("click", () => (bar.hidden ? open() : close()));
  root.querySelector("[data-find-close]").addEventListener("click", close);
  root.querySelector("[data-find-next]").addEventListener("click", () => next(1));
  root.querySelector("[data-find-previous]").addEventListener("click", () => next(-1));
  let waits = 0;
  input.addEventListener("input", (event) => {
    event.stopPropagation(); // it belongs to no form
    clearTimeout(waits);
    waits = setTimeout(search, 300);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      event.preventDefault();
      clearTimeout(waits);
      if (input.value.trim() === typed) next(event.shiftKey ? -1 : 1);
      else search();
    } else if (event.key === "Escape") {
      close();
    }
    event.stopPropagation();
  });
  root.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() === "f" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      open();
    }
  });
  if (input.value) {
    bar.hidden = false;
    search(Number(root.dataset.page || 0) || 1);
  }
}
