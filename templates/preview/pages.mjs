// The pages of a document, and the marks on them.
import { $, h, scrollTo } from "./dom.mjs";

let marks = new Map(); // number of a finding -> its marks

function picture(doc, n) {
  return `page/${doc.doc}/${n}.svg?changes=${doc.changes}`;
}

function page(doc, n) {
  const [width, height] = doc.pages[n];
  const e = h("figure", { class: "page" },
    h("img", { alt: `第 ${n + 1} 页，共 ${doc.pages.length} 页`, width, height,
      loading: "lazy", decoding: "async" }),
    h("div", { class: "marks" }));
  e.style.setProperty("--width", width);
  return e;
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
  if (!img.hasAttribute("src") || !isInSight(figure)) {
    img.src = address;
    return;
  }
  next.src = address;
  next.decode().then(() => { img.src = address; },
    () => { img.src = address; });
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

export function showPages(doc, pick) {
  const box = $("pages");
  while (box.children.length > doc.pages.length) box.lastChild.remove();
  doc.pages.forEach((size, n) => {
    const old = box.children[n];
    const e = old?.classList.contains("page") ? old : page(doc, n);
    if (old !== e) old ? old.replaceWith(e) : box.append(e);
    e.querySelector("img").alt = `第 ${n + 1} 页，共 ${doc.pages.length} 页`;
    e.querySelector(".marks").replaceChildren();
    turn(e, picture(doc, n));
  });
  marks = new Map(doc.findings.map((finding, number) => [number,
    (finding.places ?? []).map(place =>
      mark(box.children[place[0]], doc, place, finding, number, pick))]));
}

export function clearPages() {
  $("pages").replaceChildren();
  $("pages").scrollTop = 0;
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
