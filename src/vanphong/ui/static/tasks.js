/* The lines of a document: Space ticks, Alt+arrows go from line to line, a ticked line gets the
   focus into its first empty field. Without JavaScript every line has its fields. */

const boxes = [...document.querySelectorAll("input[data-line]")];

function firstEmpty(box) {
  const fields = box.closest("li").querySelectorAll("input[type=text]");
  return [...fields].find((field) => field.value === "" && field.name.startsWith("lead")) ?? null;
}

for (const box of boxes) {
  box.addEventListener("change", () => box.checked && firstEmpty(box)?.focus());
}

document.addEventListener("keydown", (event) => {
  if (!event.altKey || !["ArrowDown", "ArrowUp"].includes(event.key)) return;
  const here = document.activeElement?.closest("li")?.querySelector("input[data-line]");
  const at = boxes.indexOf(here) + (event.key === "ArrowDown" ? 1 : -1);
  const next = boxes[Math.max(0, Math.min(boxes.length - 1, at))];
  if (!next) return;
  event.preventDefault();
  next.focus();
  next.scrollIntoView({ block: "nearest" });
});
