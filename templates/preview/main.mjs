// What is shown goes by the address: #3 is document 3, nothing the list.  The
// server tells of changes; what the reader looks at keeps its place.
import { $, hiddenWords, LEVELS } from "./dom.mjs";
import { pick, showFindings, step } from "./findings.mjs";
import { focusOn, showList } from "./list.mjs";
import { clearPages, showPages } from "./pages.mjs";

let folder = null;
let rows = [];
let shown = null; // the document that is shown
let asked = 0; // counts what has been asked for: late answers are dropped

const say = words => { $("status").textContent = words; };

async function ask(path) {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(await answer.text());
  return answer.json();
}

const wanted = () => folder === null ? 0
  : /^#\d+$/.test(location.hash) ? Number(location.hash.slice(1)) : null;

function count(doc) {
  const parts = Object.entries(LEVELS)
    .map(([level, word]) => `${word} ${doc[`${level}s`] ?? 0}`);
  return [`${doc.n_pages ?? 0} 页，${parts.join("，")}`, hiddenWords(doc)]
    .filter(Boolean).join("；");
}

function showDocument(doc, changed) {
  const other = shown?.doc !== doc.doc;
  shown = doc;
  if (other) {
    clearPages();
    if (folder !== null) $("title").focus();
  }
  document.title = `${doc.title || doc.name}｜年报预览`;
  $("title").textContent = doc.title || doc.name;
  showPages(doc, pick);
  showFindings(doc);
  const now = doc.refusal ? `${doc.refusal}；${count(doc)}` : count(doc);
  if (doc.state === "gone") say("文件没有了；放回原处就接着看");
  else if (doc.state === "unread") say("这份文件读不了，原因见右边");
  else say(changed ? `已更新：${now}` : now);
}

function listStatus() {
  const left = rows.filter(d => d.state === "waiting").length;
  const read = rows.filter(d => d.state === "read").length;
  say(left > 0 ? `读了 ${read} 份，还有 ${left} 份`
    : read > 0 ? `${read} 份` : "文件夹里没有报告");
}

function showFolder() {
  const from = shown;
  shown = null;
  document.title = "年报预览";
  $("title").textContent = folder;
  showList(rows);
  if (from) focusOn(`#${from.doc}`);
  listStatus();
}

async function show(changed = false) {
  const number = wanted();
  const mine = ++asked;
  $("list").hidden = number !== null;
  $("document").hidden = number === null;
  $("skip").hidden = number === null;
  $("back").hidden = number === null || folder === null;
  if (number === null) {
    showFolder();
    return;
  }
  try {
    const doc = await ask(`doc/${number}`);
    if (mine === asked) showDocument(doc, changed);
  } catch (e) {
    say(`没有看成：${e.message}`);
  }
}

let late = 0; // a list that is redrawn for each of a thousand rows is slow
function redrawList() {
  if (late) return;
  late = setTimeout(() => {
    late = 0;
    if (wanted() === null) showFolder();
  }, 200);
}

function take(row) {
  const at = rows.findIndex(d => d.doc === row.doc);
  if (at < 0) rows.push(row);
  else rows[at] = row;
  if (wanted() === null) redrawList();
  else if (wanted() === row.doc && shown?.changes !== row.changes) show(true);
}

async function readList() {
  const list = await ask("documents");
  folder = list.folder;
  rows = list.documents;
}

function listen() {
  const events = new EventSource("events");
  let lost = false;
  events.onmessage = e => take(JSON.parse(e.data));
  events.onopen = async () => { // what has happened before nobody told of
    const again = lost;
    lost = false;
    await readList();
    const row = rows.find(d => d.doc === shown?.doc);
    if (again || wanted() === null || row?.changes !== shown?.changes)
      show(true);
  };
  events.onerror = () => {
    lost = true;
    say("与程序断开了：它停了，或正在重新启动");
  };
}

addEventListener("hashchange", () => show());
addEventListener("keydown", e => {
  if (e.ctrlKey || e.altKey || e.metaKey || wanted() === null) return;
  if (e.key === "j") step(1);
  else if (e.key === "k") step(-1);
});

await readList();
await show();
listen();
