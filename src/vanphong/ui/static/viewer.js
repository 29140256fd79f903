/* The pages of a document: [data-viewer] with images in [data-viewer-pages]. Without JavaScript all
   pages scroll; this adds page by page (data-viewer-to), size (data-viewer-zoom), turning
   (data-viewer-turn), keys while the pages have the focus, and the light on the place from which
   the focused field was read ([data-hit="name of the input"]). */

const SIZES = [0.5, 0.75, 1, 1.25, 1.5, 2, 3];

function start(viewer) {
  const box = viewer.querySelector("[data-viewer-pages]");
  const tools = viewer.querySelector("[data-viewer-tools]");
  const label = viewer.querySelector("[data-viewer-at]");
  const pages = () => [...box.querySelectorAll(".page")];
  let size = SIZES.indexOf(1);
  let turned = 0;

  function at() {
    const middle = box.scrollTop + box.clientHeight / 2;
    return Math.max(0, pages().findLastIndex((page) => page.offsetTop - box.offsetTop <= middle));
  }

  function tell() {
    if (tools) tools.hidden = pages().length === 0;
    if (label) label.textContent = `${at() + 1} / ${pages().length}`;
  }

  function to(step) {
    const next = pages()[at() + step];
    if (next) box.scrollTo({ top: next.offsetTop - box.offsetTop - 12 });
  }

  function zoom(step) {
    size = Math.min(Math.max(size + step, 0), SIZES.length - 1);
    box.style.setProperty("--zoom", SIZES[size]);
    tell();
  }

  function turn() {
    turned = (turned + 90) % 360;
    box.style.setProperty("--turn", `${turned}deg`);
  }

  viewer.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button?.dataset.viewerTo) to(Number(button.dataset.viewerTo));
    if (button?.dataset.viewerZoom) zoom(Number(button.dataset.viewerZoom));
    if (button && "viewerTurn" in button.dataset) turn();
  });
  const keys = { ArrowLeft: () => to(-1), ArrowRight: () => to(1), PageUp: () => to(-1), PageDown: () => to(1), "+": () => zoom(1), "-": () => zoom(-1) };
  box.addEventListener("keydown", (event) => {
    if (!keys[event.key] || event.ctrlKey) return;
    keys[event.key]();
    event.preventDefault();
  });
  box.addEventListener("scroll", tell, { passive: true });
  box.addEventListener("vp-pages", tell); // other pages have taken their place

  document.addEventListener("focusin", (event) => {
    const name = event.target.name;
    for (const hit of box.querySelectorAll("[data-hit]")) {
      const lit = Boolean(name) && hit.dataset.hit === name;
      hit.classList.toggle("now", lit);
      if (lit) hit.scrollIntoView({ block: "nearest" });
    }
  });
  tell();
}

document.querySelectorAll("[data-viewer]").forEach(start);
