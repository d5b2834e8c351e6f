// A folder: a row for each document, the worst first.
import { $, coverCell, h, hiddenWords } from "./dom.mjs";

const STATES = {
  waiting: "还没有读",
  unread: "读不了",
  gone: "文件没有了",
};

function byNeed(a, b) {
  return (b.state === "unread") - (a.state === "unread") ||
    (b.errors ?? -1) - (a.errors ?? -1) ||
    (b.warnings ?? -1) - (a.warnings ?? -1) ||
    (a.name < b.name ? -1 : 1);
}

function row(d, items) {
  const cover = new Map(d.cover ?? []);
  const known = d.state === "read";
  const number = n => h("td", { class: "number" }, known ? String(n) : "");
  return h("tr", { class: d.state },
    h("th", { scope: "row" },
      h("a", { href: `#${d.doc}` }, d.title || d.name),
      d.title ? h("span", { class: "file" }, d.name) : null,
      hiddenWords(d) ? h("span", { class: "file" }, hiddenWords(d)) : null,
      STATES[d.state] ? h("span", { class: "file" }, STATES[d.state]) : null),
    number(d.errors), number(d.warnings), number(d.notes),
    ...items.map(item => coverCell(known ? cover.get(item) : null)));
}

// The list is drawn anew; who reads it is not to notice.
function keepPlace(draw) {
  const old = document.querySelector(".wide");
  const [top, left] = [old?.scrollTop ?? 0, old?.scrollLeft ?? 0];
  const link = $("list").contains(document.activeElement)
    ? document.activeElement.getAttribute("href") : null;
  draw();
  document.querySelector(".wide").scrollTo(left, top);
  if (link !== null) focusOn(link);
}

export function focusOn(link) {
  $("list").querySelector(`a[href="${link}"]`)?.focus({ preventScroll: true });
}

export function showList(documents) {
  const shown = documents.filter(d => d.state !== "other" && d.state !== "gone")
    .sort(byNeed);
  const longest = shown.map(d => d.cover ?? []).sort((a, b) => b.length - a.length);
  const items = [...new Set(longest.flatMap(cover => cover.map(c => c[0])))];
  const column = name => h("th", { scope: "col" }, h("span", {}, name));
  keepPlace(() => $("list").replaceChildren(
    h("div", { class: "wide", role: "region", tabindex: "0",
      "aria-label": "各份报告" },
      h("table", {},
        h("caption", {}, "问题多的在前；右边是大纲各项写到了没有"),
        h("thead", {}, h("tr", {},
          ...["报告", "错误", "警告", "提示", ...items].map(column))),
        h("tbody", {}, ...shown.map(d => row(d, items)))))));
}
