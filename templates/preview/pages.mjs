// The pages of a document, and the marks on them.
import { $, h, scrollTo } from "./dom.mjs";

let marks = new Map(); // number of a finding -> its marks

// By what it shows: a page that looks as before is not asked for again.
function picture(doc, n) {
  return `page/${doc.doc}/${n}.svg?shows=${doc.pages[n][2]}`;
}

function page() {
  return h("figure", { class: "page" },
    h("img", { loading: "lazy", decoding: "async" }),
    h("div", { class: "marks" }));
}

function fit(figure, doc, n) {
  const img = figure.querySelector("img");
  img.setAttribute("width", doc.pages[n][0]);
  img.setAttribute("height", doc.pages[n][1]);
  img.alt = `第 ${n + 1} 页，共 ${doc.pages.length} 页`;
  figure.style.setProperty("--width", doc.pages[n][0]);
}

function isInSight(figure) {
  const box = figure.getBoundingClientRect();
  return box.bottom > -innerHeight / 2 && box.top < innerHeight * 1.5;
}

// The old picture stays until the new one is there.  Pages out of sight are
// asked for when they are scrolled to: a long report has many.
function turn(figure, address) {
  const img = figure.querySelector("img");
  const next = new Image();
  const show = () => {
    if (img.dataset.next === address) img.src = address;
  };
  if (img.dataset.next === address) return;
  img.dataset.next = address;
  if (!img.hasAttribute("src") || !isInSight(figure)) {
    show();
    return;
  }
  next.src = address;
  next.decode().then(show, show);
}

function mark(figure, doc, place, finding, number, pick) {
  const [n, x, y, width, height] = place;
  const [w, tall] = doc.pages[n];
  const e = h("button", {
    type: "button", tabindex: "-1",
    class: `mark ${finding.finding.level} ${finding.near ? "near" : ""}`,
    title: finding.finding.message,
    "aria-label": `第 ${number + 1} 条：${finding.finding.message}`,
    click: () => pick(number),
  });
  e.style.left = `${x / w * 100}%`;
  e.style.top = `${y / tall * 100}%`;
  e.style.width = `${width / w * 100}%`;
  e.style.height = `${height / tall * 100}%`;
  figure.querySelector(".marks").append(e);
  return e;
}

// Where the reader is, and where the pages let them be: a file that is broken
// for a while has fewer of them.
let wished = 0;
let reached = 0;

function keepPlace(box) {
  if (box.scrollTop !== wished) box.scrollTop = wished;
  reached = box.scrollTop;
}

export function showPages(doc, pick) {
  const box = $("pages");
  if (box.scrollTop !== reached) wished = box.scrollTop;
  while (box.children.length > doc.pages.length) box.lastChild.remove();
  doc.pages.forEach((size, n) => {
    const e = box.children[n] ?? page();
    if (!e.isConnected) box.append(e);
    fit(e, doc, n);
    e.querySelector(".marks").replaceChildren();
    turn(e, picture(doc, n));
  });
  marks = new Map(doc.findings.map((finding, number) => [number,
    (finding.places ?? []).map(place =>
      mark(box.children[place[0]], doc, place, finding, number, pick))]));
  keepPlace(box);
}

export function clearPages() {
  $("pages").replaceChildren();
  $("pages").scrollTop = wished = reached = 0;
  marks.clear();
}

// Lights the words of a finding up and brings them into view.
export function light(number, show) {
  for (const e of document.querySelectorAll(".mark.lit"))
    e.classList.remove("lit");
  const lit = marks.get(number) ?? [];
  for (const e of lit) e.classList.add("lit");
  if (show && lit.length > 0) scrollTo(lit[0], "center");
}

export function hide(numbers) {
  for (const [number, list] of marks)
    for (const e of list) e.hidden = numbers.has(number);
}
