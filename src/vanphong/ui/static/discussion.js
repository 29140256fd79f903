/* Completion of mentions: "@" and some letters in textarea[data-mentions] ask its address with ?q=;
   arrows and Enter choose, Escape closes. Without JavaScript the user id is typed. */

const WAIT = 180;

function start(area) {
  const list = document.createElement("ul");
  list.className = "list-box";
  list.role = "listbox";
  list.id = `${area.id}-people`;
  list.hidden = true;
  const around = document.createElement("div");
  around.className = "mention";
  area.before(around);
  around.append(area, list);
  area.setAttribute("aria-controls", list.id);

  let rows = [];
  let at = 0;
  let timer = 0;

  const typed = () => /(?:^|[\s(])@([\p{L}\p{N}_.-]*)$/u.exec(area.value.slice(0, area.selectionStart));

  function close() {
    list.hidden = true;
    rows = [];
  }

  function light(next) {
    at = (next + rows.length) % rows.length;
    [...list.children].forEach((item, i) => item.setAttribute("aria-selected", i === at));
  }

  function take(row) {
    const found = typed();
    if (!found) return close();
    const end = area.selectionStart;
    area.setRangeText(`@${row.value} `, end - found[1].length - 1, end, "end");
    close();
    area.focus();
  }

  function show(answer) {
    rows = answer;
    list.replaceChildren(
      ...rows.map((row) => {
        const item = document.createElement("li");
        item.role = "option";
        item.textContent = row.label;
        const hint = document.createElement("small");
        hint.textContent = row.hint;
        item.append(hint);
        item.addEventListener("mousedown", (event) => {
          event.preventDefault();
          take(row);
        });
        return item;
      }),
    );
    list.hidden = rows.length === 0;
    if (rows.length) light(0);
  }

  async function ask(words) {
    const url = new URL(area.dataset.mentions, location.href);
    url.searchParams.set("q", words);
    const answer = await fetch(url, { headers: { Accept: "application/json" } });
    if (answer.ok && typed()) show(await answer.json());
  }

  area.addEventListener("input", () => {
    clearTimeout(timer);
    const found = typed();
    if (!found) return close();
    timer = setTimeout(() => ask(found[1]), WAIT);
  });
  area.addEventListener("blur", close);
  area.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    if (event.key === "ArrowDown") light(at + 1);
    else if (event.key === "ArrowUp") light(at - 1);
    else if (event.key === "Enter" || event.key === "Tab") take(rows[at]);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
}

document.querySelectorAll("textarea[data-mentions]").forEach(start);
