// An element with its attributes and what is in it; true is an empty attribute,
// false and null none, a function an event.
export function h(name, attributes = {}, ...children) {
  const e = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") e.addEventListener(key, value);
    else if (value === true) e.setAttribute(key, "");
    else if (value !== false && value != null) e.setAttribute(key, value);
  }
  e.append(...children.filter(c => c != null));
  return e;
}

export const $ = id => document.getElementById(id);

export const LEVELS = { error: "错误", warning: "警告", note: "提示" };

// What a review sheet hides of a document, or null.
export function hiddenWords(doc) {
  const parts = Object.entries(LEVELS)
    .filter(([level]) => doc.hidden?.[`${level}s`])
    .map(([level, word]) => `${word} ${doc.hidden[`${level}s`]}`);
  return parts.length > 0 ? `按审核意见不再提示：${parts.join("，")}` : null;
}

export const COVER = {
  strong: ["✔", "写到了"],
  weak: ["△", "写得少"],
  missing: ["✘", "没有写"],
};

// A cell of the coverage matrix: a sign for the eye, words for the ear.
export function coverCell(cover) {
  if (!cover) return h("td", {}, h("span", { class: "unheard" }, "不要求"));
  const [sign, words] = COVER[cover];
  return h("td", { class: `cover ${cover}` },
    h("span", { "aria-hidden": "true", title: words }, sign),
    h("span", { class: "unheard" }, words));
}

export function scrollTo(e, block) {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  e.scrollIntoView({ block, behavior: calm ? "auto" : "smooth" });
}
