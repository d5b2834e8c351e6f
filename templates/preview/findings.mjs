// The findings beside the pages, and the coverage of the outline.
import { $, coverCell, h, hiddenWords, LEVELS, scrollTo } from "./dom.mjs";
import { hide, light } from "./pages.mjs";

const off = new Set(); // levels that are not listed
let doc = null;
let picked = null;

const key = finding => `${finding.finding.code} ${finding.finding.message}`;

// A line may be one of the review sheet, or of another year's file.
const otherFile = f =>
  f.file.endsWith(doc.name) ? "" : `${f.file.split("/").pop()} `;

function entry(finding, number) {
  const f = finding.finding;
  return h("li", { class: f.level, "data-number": number },
    h("button", { type: "button", "aria-expanded": "false",
      click: () => pick(number, true) },
      h("span", { class: "level" }, LEVELS[f.level]), " ",
      h("span", { class: "message" }, f.message), " ",
      h("span", { class: "line" }, finding.whole ? "全文" : `${otherFile(f)}第 ${f.line} 行`)),
    f.review ? h("p", { class: "review" }, `审核意见：${f.review.text}`) : null,
    h("div", { class: "more", hidden: true },
      h("p", {}, finding.help),
      h("p", { class: "code" }, [f.code, finding.title, f.basis]
        .filter(Boolean).join("；"))));
}

function button(level, n) {
  return h("label", { class: level },
    h("input", { type: "checkbox", checked: !off.has(level),
      change: e => {
        e.target.checked ? off.delete(level) : off.add(level);
        filter();
      } }),
    ` ${LEVELS[level]} ${n}`);
}

function filter() {
  const hidden = new Set();
  doc.findings.forEach((finding, number) => {
    if (off.has(finding.finding.level)) hidden.add(number);
  });
  for (const li of $("found").children)
    li.hidden = hidden.has(Number(li.dataset.number));
  hide(hidden);
}

const item = number => $("found").children[number];

function open(number, is) {
  const li = item(number);
  if (!li?.querySelector("button")) return;
  li.classList.toggle("picked", is);
  li.querySelector("button").setAttribute("aria-expanded", String(is));
  li.querySelector(".more").hidden = !is;
}

export function pick(number, fromList = false) {
  if (picked !== null) open(picked, false);
  picked = number;
  open(number, true);
  light(number, true);
  if (!fromList) {
    scrollTo(item(number), "nearest");
    item(number).querySelector("button").focus({ preventScroll: true });
  }
}

// The next one that is listed, in either direction.
export function step(by) {
  const shown = [...$("found").children].filter(li => !li.hidden)
    .map(li => Number(li.dataset.number));
  const at = shown.indexOf(picked);
  const next = shown[at < 0 ? (by > 0 ? 0 : shown.length - 1) : at + by];
  if (next !== undefined) pick(next);
}

// What was picked stays picked, if it is still there.
export function showFindings(next) {
  const kept = picked !== null && doc?.doc === next.doc
    ? key(doc.findings[picked]) : null;
  doc = next;
  picked = null;
  $("found").replaceChildren(...doc.findings.map(entry));
  if (doc.findings.length === 0)
    $("found").append(h("li", { class: "none" }, hiddenWords(doc) ?? "没有问题"));
  $("levels").replaceChildren(...Object.keys(LEVELS).map(level =>
    button(level, doc[`${level}s`])));
  $("cover").replaceChildren(...(doc.cover ?? []).map(([name, cover]) =>
    h("tr", {}, h("th", { scope: "row" }, name), coverCell(cover))));
  $("cover").parentElement.hidden = !doc.cover?.length;
  filter();
  const again = kept === null ? -1
    : doc.findings.findIndex(finding => key(finding) === kept);
  if (again >= 0) {
    picked = again;
    open(again, true);
    light(again, false);
  }
}
