/* The pages of a document: [data-viewer] with figures in [data-viewer-pages]. Without JavaScript all
   pages scroll; this adds page by page (data-viewer-to) and by number (data-viewer-number), size
   (data-viewer-zoom, two fingers, Ctrl and wheel), turning (data-viewer-turn), keys while the pages
   have the focus, and the light on the place from which the focused field was read
   ([data-hit="name of the input"]). Words over the pictures and looking for words come with
   viewer-words.js, the original file with viewer-original.js: both when they are wanted. */

const SMALLEST = 0.4;
const LARGEST = 5;
const STEP = 1.25;
const beside = (name) => new URL(`${name}${new URL(import.meta.url).search}`, import.meta.url).href;

class Viewer {
  constructor(root) {
    this.root = root;
    this.box = root.querySelector("[data-viewer-pages]");
    this.tools = root.querySelector("[data-viewer-tools]");
    this.number = root.querySelector("[data-viewer-number]");
    this.of = root.querySelector("[data-viewer-of]");
    this.size = 1;
    this.turned = 0;
    this.count = Number(root.dataset.count || 0);
  }

  get pages() {
    return [...this.box.querySelectorAll(".page")];
  }

  numberOf(page) {
    return Number(page.dataset.n || this.pages.indexOf(page) + 1);
  }

  top(page) {
    return page.offsetTop - this.box.offsetTop;
  }

  get at() {
    const middle = this.box.scrollTop + this.box.clientHeight / 2;
    return Math.max(0, this.pages.findLastIndex((page) => this.top(page) <= middle));
  }

  tell() {
    const pages = this.pages;
    if (this.tools) this.tools.hidden = pages.length === 0;
    const page = pages[this.at];
    if (page && this.number && document.activeElement !== this.number) this.number.value = this.numberOf(page);
    if (this.of) this.of.textContent = Math.max(this.count, pages.length);
  }

  step(by) {
    const next = this.pages[this.at + by];
    if (next) this.box.scrollTo({ top: this.top(next) - 12 });
  }

  /* by its number; a page of another part of a long file is another address */
  go(number) {
    const page = this.pages.find((one) => this.numberOf(one) === number);
    if (page) this.box.scrollTo({ top: this.top(page) - 12, behavior: "instant" });
    else if (number >= 1 && number <= this.count && this.root.dataset.file) location.assign(this.address(number));
    return page;
  }

  address(number) {
    const url = new URL(location.href);
    url.searchParams.set("file", this.root.dataset.file);
    url.searchParams.set("page", number);
    const typed = this.root.querySelector("[data-find-input]")?.value;
    if (typed) url.searchParams.set("find", typed);
    url.hash = "";
    return url;
  }

  /* what is in the middle stays there */
  zoom(to) {
    const { box } = this;
    const middle = (box.scrollTop + box.clientHeight / 2) / box.scrollHeight;
    const across = (box.scrollLeft + box.clientWidth / 2) / box.scrollWidth;
    this.size = Math.min(Math.max(to, SMALLEST), LARGEST);
    box.style.setProperty("--zoom", this.size);
    box.style.scrollBehavior = "auto";
    box.scrollTop = middle * box.scrollHeight - box.clientHeight / 2;
    box.scrollLeft = across * box.scrollWidth - box.clientWidth / 2;
    box.style.scrollBehavior = "";
    if (this.size > 1.4) this.sharpen();
    this.tell();
    box.dispatchEvent(new CustomEvent("vp-zoom"));
  }

  /* enlarged pages come in the larger of the two sizes that the server draws */
  sharpen() {
    for (const image of this.box.querySelectorAll(".page img[src*='@@page/']:not([data-sharp])")) {
      image.dataset.sharp = "";
      image.src = `${image.src}${image.src.includes("?") ? "&" : "?"}width=1400`;
    }
  }

  turn() {
    const at = this.pages[this.at];
    this.turned = (this.turned + 90) % 360;
    this.box.dataset.turned = this.turned;
    this.prepare();
    if (at) this.box.scrollTo({ top: this.top(at) - 12 });
  }

  /* a sheet inside each page, so that a page that lies on its side has the height for it */
  prepare() {
    for (const page of this.pages) {
      if (!page.querySelector(":scope > .sheet")) {
        const sheet = document.createElement("div");
        sheet.className = "sheet";
        sheet.append(...page.childNodes);
        page.append(sheet);
        const image = sheet.querySelector("img");
        const shape = () => image.naturalWidth && page.style.setProperty("--shape", image.naturalHeight / image.naturalWidth);
        image?.addEventListener("load", shape);
        if (image?.complete) shape();
      }
    }
    this.tell();
  }
}

function pinch(viewer) {
  const fingers = new Map();
  let begun = null;
  const distance = () => {
    const [one, other] = [...fingers.values()];
    return Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
  };
  viewer.box.addEventListener("touchmove", (event) => event.touches.length > 1 && event.preventDefault(), { passive: false });
  viewer.box.addEventListener("pointerdown", (event) => {
    if (event.pointerType !== "touch") return;
    fingers.set(event.pointerId, event);
    begun = fingers.size === 2 ? { distance: distance(), size: viewer.size } : null;
  });
  viewer.box.addEventListener("pointermove", (event) => {
    if (!fingers.has(event.pointerId)) return;
    fingers.set(event.pointerId, event);
    if (begun && fingers.size === 2) viewer.zoom((begun.size * distance()) / begun.distance);
  });
  for (const kind of ["pointerup", "pointercancel"]) {
    viewer.root.ownerDocument.addEventListener(kind, (event) => {
      fingers.delete(event.pointerId);
      begun = null;
    });
  }
  viewer.box.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    viewer.zoom(viewer.size * (event.deltaY < 0 ? 1.1 : 1 / 1.1));
  }, { passive: false });
}

function keyboard(viewer) {
  const { box, number } = viewer;
  const keys = {
    ArrowLeft: () => viewer.step(-1),
    ArrowRight: () => viewer.step(1),
    PageUp: () => viewer.step(-1),
    PageDown: () => viewer.step(1),
    "+": () => viewer.zoom(viewer.size * STEP),
    "=": () => viewer.zoom(viewer.size * STEP),
    "-": () => viewer.zoom(viewer.size / STEP),
    0: () => viewer.zoom(1),
    r: () => viewer.turn(),
  };
  box.addEventListener("keydown", (event) => {
    if (!keys[event.key] || event.ctrlKey || event.altKey || event.metaKey) return;
    keys[event.key]();
    event.preventDefault();
    event.stopPropagation();
  });
  number?.addEventListener("change", () => {
    viewer.go(Number(number.value));
    viewer.tell();
  });
  number?.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault(); // it stands in a form
    box.focus({ preventScroll: true }); // what was typed goes to "change"
  });
}

/* modules that are fetched when somebody wants what they do */
function onDemand(viewer) {
  const { root, box } = viewer;
  if (root.dataset.words) {
    import(beside("viewer-words.js")).then((module) => module.start(viewer));
  }
  const button = root.querySelector("[data-viewer-original]");
  if (!button) return;
  button.hidden = false;
  let original = null;
  button.addEventListener("click", async () => {
    button.setAttribute("aria-busy", "true");
    try {
      original ??= (await import(beside("viewer-original.js"))).start(viewer);
      const on = await original.toggle();
      button.setAttribute("aria-pressed", String(on));
      box.focus();
    } catch {
      original = null;
      const note = root.querySelector("[data-viewer-told]");
      note.textContent = button.dataset.failed;
      note.hidden = false;
    } finally {
      button.removeAttribute("aria-busy");
    }
  });
}

function start(root) {
  const viewer = new Viewer(root);
  const { box } = viewer;
  root.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button?.dataset.viewerTo) viewer.step(Number(button.dataset.viewerTo));
    if (button?.dataset.viewerZoom) viewer.zoom(viewer.size * STEP ** Number(button.dataset.viewerZoom));
    if (button && "viewerTurn" in button.dataset) viewer.turn();
  });
  pinch(viewer);
  keyboard(viewer);
  box.addEventListener("scroll", () => viewer.tell(), { passive: true });
  box.addEventListener("vp-pages", () => viewer.prepare()); // other pages have taken their place
  document.addEventListener("focusin", (event) => {
    const name = event.target.name;
    for (const hit of box.querySelectorAll("[data-hit]")) {
      const lit = Boolean(name) && hit.dataset.hit === name;
      hit.classList.toggle("now", lit);
      if (lit) hit.scrollIntoView({ block: "nearest" });
    }
  });
  viewer.prepare();
  const asked = Number(root.dataset.page || 0);
  if (asked > 1) viewer.go(asked);
  onDemand(viewer);
}

document.querySelectorAll("[data-viewer]").forEach(start);
