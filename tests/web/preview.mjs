// nianbao preview in a real browser: the pages are there, an edit shows at once
// and keeps the place, a click on a finding lights the right words, a
// folder lists its documents, axe finds nothing.
//
// usage: node preview.mjs NIANBAO [FOLDER]     PNGs of what was seen go there
import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { browse, Tap, violations } from "./browser.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const nianbao = path.resolve(process.argv[2]);
const pictures = process.argv[3];
const tap = new Tap();

// The program, and the address it says.
async function start(what) {
  const program = spawn(nianbao, ["preview", what], { stdio: ["ignore", "pipe", "pipe"] });
  const address = await new Promise((good, bad) => {
    let said = "";
    program.stdout.on("data", bytes => {
      said += bytes;
      if (said.includes("\n")) good(said.trim());
    });
    program.on("exit", () => bad(new Error("it ended")));
  });
  return { address, stop: () => program.kill("SIGINT") };
}

async function look(page, name) {
  if (pictures) await page.screenshot({ path: path.join(pictures, `${name}.png`) });
}

// A report with a fault in a known place.
const REPORT = fs.readFileSync(path.join(root, "examples/qinghe-2024.yaml"), "utf8");
const FAULT = "下一步，我们将努力努力做好各项工作。。";

// It has boxes that are.
async function notScrolled(page) {
  const sizes = await page.evaluate(() => {
    const e = document.documentElement;
    return [e.scrollWidth, innerWidth, e.scrollHeight, innerHeight];
  });
  return sizes[0] > sizes[1] || sizes[2] > sizes[3] ? [sizes.join()] : [];
}

async function oneFile(browser, folder) {
  const file = path.join(folder, "年报.yaml");
  fs.writeFileSync(file, REPORT.replace("\n章节:", `\n结语: ${FAULT}\n章节:`));
  const { address, stop } = await start(file);
  const page = await browser.newPage({
    viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" });
  const elsewhere = [];
  const asked = [];
  page.on("request", r => {
    asked.push(r.url());
    if (!r.url().startsWith(address)) elsewhere.push(r.url());
  });
  await page.goto(address);
  await page.waitForSelector("#found li");
  await page.waitForFunction(() => document.querySelector(".page img").complete);
  await look(page, "file");
  tap.check("pages", await page.locator(".page").count() >= 10 ? [] : ["too few"]);
  tap.check("axe: a file", await violations(page));

  const found = page.locator("#found li", { hasText: "。。" }).first();
  await found.locator("button").click();
  const inView = await page.waitForFunction(() => {
    const lit = document.querySelector(".mark.lit")?.getBoundingClientRect();
    const box = document.querySelector("#pages").getBoundingClientRect();
    return lit && lit.width > 0 && lit.top >= box.top && lit.bottom <= box.bottom;
  }, null, { timeout: 10000 }).then(() => [], e => [e.message]);
  tap.check("the words light up, in view", inView);
  await look(page, "lit");
  const line = await found.locator(".line").textContent();
  const at = 1 + fs.readFileSync(file, "utf8").split("\n").findIndex(l => l.includes("。。"));
  tap.check("the line of the file is named", line === `第 ${at} 行` ? [] : [line]);

  const place = () => page.evaluate(() => document.querySelector("#pages").scrollTop);
  const before = await place();
  const sent = () => asked.filter(url => url.includes(".svg")).length;
  const sentBefore = sent();
  const begun = Date.now();
  fs.writeFileSync(file, fs.readFileSync(file, "utf8").replace("努力做好各项工作。。", "做好各项工作。"));
  await page.waitForFunction(() =>
    ![...document.querySelectorAll("#found li")].some(e => e.textContent.includes("。。")));
  const took = Date.now() - begun;
  tap.check("an edit shows", []);
  console.log(`# after ${took} ms; on a quiet machine it is to be less than 1000`);
  const after = await place();
  tap.check("the place is kept", before > 0 && before === after ? [] : [`${before} ${after}`]);
  await page.evaluate(() => document.querySelector(".mark").closest(".page").querySelector("img").decode());
  tap.check("only what has changed is asked for", sent() - sentBefore <= 1 ? [] : asked.slice(-9));

  const right = fs.readFileSync(file);
  fs.writeFileSync(file, "章节: [");
  await page.waitForFunction(() => document.querySelectorAll(".page").length < 2);
  fs.writeFileSync(file, right);
  await page.waitForFunction(() => document.querySelectorAll(".page").length > 2);
  tap.check("and found again", await place() === before ? [] : [`${before} ${await place()}`]);

  await page.keyboard.press("j");
  tap.check("j goes to a finding", await page.locator("#found .picked").count() === 1 ? [] : ["none"]);
  fs.renameSync(file, `${file}.away`);
  await page.waitForFunction(() => document.querySelector("#status").textContent.includes("没有了"));
  fs.renameSync(`${file}.away`, file);
  await page.waitForFunction(() => document.querySelector("#status").textContent.includes("已更新"));
  tap.check("a file that goes and comes back", []);
  await page.setViewportSize({ width: 375, height: 700 });
  await page.waitForFunction(() => {
    const img = document.querySelector(".page img");
    return img.complete && img.naturalWidth > 0;
  });
  await look(page, "phone");
  tap.check("a phone's window is not scrolled", await notScrolled(page));
  await page.emulateMedia({ colorScheme: "dark" });
  await look(page, "dark");
  tap.check("axe: a phone, dark", await violations(page));
  tap.check("nothing from elsewhere", elsewhere);
  await page.close();
  stop();
}

const pagesOf = pdf => pdf.toString("latin1").split(/\/Type\s*\/Page\b/).length - 1;

// What is saved while the page is on its way to be told of changes.
async function meanwhile(browser, folder) {
  const file = path.join(folder, "年报.yaml");
  fs.writeFileSync(file, REPORT);
  const { address, stop } = await start(file);
  const page = await browser.newPage();
  let goOn;
  await page.route("**/events", async route => {
    await new Promise(good => { goOn = good; });
    await route.continue();
  });
  await page.goto(address);
  await page.waitForSelector("#found li");
  fs.writeFileSync(file, REPORT.replace("\n章节:", `\n结语: ${FAULT}\n章节:`));
  await page.waitForFunction(async () => (await (await fetch("doc/0")).json()).changes > 0);
  goOn();
  await page.waitForFunction(() => document.querySelector("#found").textContent.includes("。。"));
  tap.check("an edit before it is told of any", []);
  await page.close();
  stop();
}

async function aFolder(browser) {
  const { address, stop } = await start(path.join(root, "examples"));
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(address);
  await page.waitForFunction(() => document.querySelectorAll("#list tbody tr.read").length >= 3);
  await page.waitForFunction(() => !document.querySelector("#status").textContent.includes("还有"));
  await look(page, "folder");
  tap.check("axe: a folder", await violations(page));
  const counts = await page.$$eval("#list tbody tr", rows =>
    rows.map(r => Number(r.querySelector("td").textContent)));
  tap.check("the worst first", counts.join() === [...counts].sort((a, b) => b - a).join() ? [] : [counts.join()]);
  tap.check("the window is not scrolled", await notScrolled(page));
  await page.locator("#list tbody a").nth(2).focus();
  await page.keyboard.press("Enter");
  await page.waitForSelector(".page img");
  const paper = await page.pdf({ format: "A4" });
  tap.check("all pages are printed", pagesOf(paper) > 8 ? [] : [String(pagesOf(paper))]);
  await page.locator("#back").focus();
  await page.keyboard.press("Enter");
  await page.waitForSelector("#list tbody tr");
  tap.check("there and back", await page.evaluate(() =>
    document.activeElement === document.querySelectorAll("#list tbody a")[2] ? [] : ["another is in focus"]));
  await page.close();
  stop();
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "preview-"));
const browser = await browse(tap);
if (browser) {
  try {
    await oneFile(browser, folder);
    await meanwhile(browser, folder);
    await aFolder(browser);
  } finally {
    await browser.close();
    fs.rmSync(folder, { recursive: true });
  }
}
tap.done();
