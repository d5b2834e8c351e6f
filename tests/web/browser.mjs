// Chromium, axe and results in the Test Anything Protocol.  The modules
// playwright-core and axe-core are looked for where NODE_PATH says, too.
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const CHROMIUM = "/usr/bin/chromium";
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync"];

export class Tap {
  count = 0;

  check(name, problems) {
    this.count += 1;
    console.log(`${problems.length > 0 ? "not ok" : "ok"} ${this.count} - ${name}`);
    for (const problem of problems) console.log(`# ${problem}`);
  }

  skip(name, why) {
    this.count += 1;
    console.log(`ok ${this.count} - ${name} # SKIP ${why}`);
  }

  done() {
    console.log(`1..${this.count}`);
    process.exit(0);
  }
}

// Where a module is: node looks in NODE_PATH only for what is required.
function find(name) {
  for (const folder of [...(process.env.NODE_PATH ?? "").split(path.delimiter), process.cwd()]) {
    if (!folder) continue;
    try {
      return createRequire(path.join(folder, "x.js")).resolve(name);
    } catch {
      // the next one may have it
    }
  }
  return null;
}

// A browser; null when there is none here, which is said.
export async function browse(tap) {
  const playwright = find("playwright-core");
  if (!fs.existsSync(CHROMIUM) || !playwright || !find("axe-core")) {
    tap.skip("browser", "no chromium, playwright-core or axe-core here");
    return null;
  }
  const { chromium } = createRequire(import.meta.url)(playwright);
  return chromium.launch({ executablePath: CHROMIUM, headless: true, args: FLAGS });
}

// What axe has to say of a page, a line each.
export async function violations(page) {
  await page.evaluate(fs.readFileSync(find("axe-core"), "utf8"));
  const result = await page.evaluate(() => globalThis.axe.run());
  return result.violations.map(v =>
    `${v.id}: ${v.help}: ${v.nodes.map(n => n.html.slice(0, 120)).join(" ; ")}`);
}
