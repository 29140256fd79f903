/* The original PDF, drawn by pdf.js in the place of the pictures: sharp at every size. It is fetched
   when somebody asks for it, and stands in the trail as a download does. Nothing in it runs: forms
   and scripts of PDFs need pdf.sandbox and a viewer, and neither is here. */

const SHARPEST = 4096; // pixels of a side: more is refused by phones

async function library(reader) {
  const pdfjs = await import(`${reader}/pdf.min.mjs`);
  pdfjs.GlobalWorkerOptions.workerSrc = `${reader}/pdf.worker.min.mjs`;
  return pdfjs;
}

export function start(viewer) {
  const { root, box } = viewer;
  const { original, reader } = root.dataset;
  let opened = null;
  let on = false;

  async function open() {
    const pdfjs = await library(reader);
    const task = pdfjs.getDocument({
      url: original,
      isEvalSupported: false,
      enableXfa: false,
      stopAtErrors: false,
      disableRange: true,
      disableStream: true,
      wasmUrl: `${reader}/`,
    });
    return task.promise;
  }

  /* each page is drawn when it comes into sight, anew when its size has changed */
  async function draw(figure) {
    const pdf = await opened;
    const width = Math.round(figure.clientWidth * (window.devicePixelRatio || 1));
    if (!on || !width || figure.dataset.drawn === String(width)) return;
    figure.dataset.drawn = width;
    const page = await pdf.getPage(viewer.numberOf(figure));
    const natural = page.getViewport({ scale: 1 });
    const scale = Math.min(width / natural.width, SHARPEST / Math.max(natural.width, natural.height));
    const viewport = page.getViewport({ scale });
    const canvas = document.createElement("canvas");
    canvas.className = "original";
    [canvas.width, canvas.height] = [Math.round(viewport.width), Math.round(viewport.height)];
    await page.render({ canvas, canvasContext: canvas.getContext("2d", { alpha: false }), viewport, annotationMode: 1 }).promise;
    figure.querySelectorAll("canvas.original").forEach((one) => one.remove());
    if (on) (figure.querySelector(".sheet") ?? figure).prepend(canvas);
  }

  const seen = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) if (isIntersecting) draw(target).catch(() => delete target.dataset.drawn);
  }, { root: box, rootMargin: "30% 0px" });
  let waits = 0;
  box.addEventListener("vp-zoom", () => {
    clearTimeout(waits);
    waits = setTimeout(() => on && viewer.pages.forEach((page) => (seen.unobserve(page), seen.observe(page))), 200);
  });

  async function toggle() {
    if (on) {
      on = false;
      seen.disconnect();
      box.querySelectorAll("canvas.original").forEach((one) => one.remove());
      viewer.pages.forEach((page) => delete page.dataset.drawn);
    } else {
      opened ??= open();
      await opened.catch((problem) => {
        opened = null;
        throw problem;
      });
      on = true;
      viewer.pages.forEach((page) => seen.observe(page));
    }
    root.classList.toggle("is-original", on);
    return on;
  }

  return { toggle };
}
