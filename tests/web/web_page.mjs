// What holds for the web page of a report in a browser: axe finds nothing,
// light and dark, wide and narrow; no page scrolls sideways; nothing else is
// asked for.
//
// usage: node web_page.mjs NIANBAO [FOLDER]     PNGs of what was seen go there
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { browse, Tap, violations } from "./browser.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const nianbao = path.resolve(process.argv[2]);
const pictures = process.argv[3];
const tap = new Tap();
const SOURCES = ["examples/qinghe-2024.yaml", "examples/qinghe-2025-draft.yaml",
  "tests/cases/web/report.yaml", "tests/cases/web/plan-traditional.yaml"];
const SCREENS = {
  wide: { viewport: { width: 1280, height: 900 } },
  phone: { viewport: { width: 360, height: 740 } },
  dark: { viewport: { width: 1280, height: 900 }, colorScheme: "dark" },
};

async function problems(page, file, name) {
  const asked = [];
  page.on("request", request => asked.push(request.url()));
  await page.goto(pathToFileURL(file).href);
  const over = await page.evaluate(() => {
    document.querySelectorAll("details").forEach(d => { d.open = true; });
    const top = document.documentElement;
    return top.scrollWidth - top.clientWidth;
  });
  if (pictures) await page.screenshot({ path: path.join(pictures, `${name}.png`) });
  return [
    ...await violations(page),
    ...(over > 0 ? [`scrolls sideways by ${over} px`] : []),
    ...asked.slice(1).map(url => `asks for ${url}`),
  ];
}

async function judge(browser, source, folder) {
  const name = path.basename(source, ".yaml");
  const file = path.join(folder, `${name}.html`);
  const done = spawnSync(nianbao, ["render", path.join(root, source), "-o", file]);
  if (!fs.existsSync(file)) {
    tap.check(name, [done.stderr.toString()]);
    return;
  }
  for (const [screen, options] of Object.entries(SCREENS)) {
    const page = await browser.newPage(options);
    tap.check(`${name}, ${screen}`, await problems(page, file, `${name}-${screen}`));
    await page.close();
  }
}

const browser = await browse(tap);
if (browser) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "page-"));
  try {
    for (const source of SOURCES) await judge(browser, source, folder);
  } finally {
    await browser.close();
    fs.rmSync(folder, { recursive: true });
  }
}
tap.done();
