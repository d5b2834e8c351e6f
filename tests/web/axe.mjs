// What holds for web pages in a browser: axe-core finds no violation, light and
// dark, wide and narrow; no page scrolls sideways; nothing else is asked for.
//
// usage: node axe.mjs PAGE.html…   in a folder where playwright-core and
// axe-core are installed; skips where one of them or chromium is absent.
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const browser = process.env.CHROMIUM ?? "/usr/bin/chromium";
const require = createRequire(resolve("package.json"));
const SCREENS = [
  { viewport: { width: 1280, height: 900 } },
  { viewport: { width: 360, height: 740 } },
  { viewport: { width: 1280, height: 900 }, colorScheme: "dark" },
];

function load() {
  try {
    return [require("playwright-core").chromium,
      readFileSync(require.resolve("axe-core/axe.min.js"), "utf8")];
  } catch {
    return [];
  }
}

async function problems(page, file, axe) {
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(pathToFileURL(resolve(file)).href);
  await page.addScriptTag({ content: axe });
  const [violations, over] = await page.evaluate(async () => {
    document.querySelectorAll("details").forEach((d) => { d.open = true; });
    const root = document.documentElement;
    return [(await axe.run()).violations, root.scrollWidth - root.clientWidth];
  });
  return [
    ...violations.map((v) => `${v.id}: ${v.help}: ${v.nodes[0].html}`),
    ...(over > 0 ? [`scrolls sideways by ${over} px`] : []),
    ...asked.slice(1).map((url) => `asks for ${url}`),
  ];
}

const [chromium, axe] = load();
if (!chromium || !existsSync(browser)) {
  console.log("1..0 # SKIP no chromium, playwright-core or axe-core");
  process.exit(0);
}
const driver = await chromium.launch(
  { executablePath: browser, args: ["--no-sandbox"] });
let count = 0;
for (const file of process.argv.slice(2)) {
  for (const screen of SCREENS) {
    const page = await driver.newPage(screen);
    const found = await problems(page, file, axe);
    const name = `${basename(file)} at ${screen.viewport.width} px ` +
      `${screen.colorScheme ?? "light"}`;
    console.log(`${found.length ? "not ok" : "ok"} ${++count} - ${name}`);
    found.forEach((line) => console.log(`# ${line}`));
    await page.close();
  }
}
console.log(`1..${count}`);
await driver.close();
