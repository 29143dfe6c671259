// node look.mjs CHROMIUM WIDTHS FILE…: one line of JSON per way of looking at each file.
//
// Every file is opened in light and dark, at each width, with its disclosures closed and open,
// and handed to axe-core; what the page asks of a network is noted, and not given.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const [executablePath, widths, ...files] = process.argv.slice(2);

const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-quic"] });
for (const file of files) {
  for (const colorScheme of ["light", "dark"]) {
    await look(file, colorScheme, widths.split(",").map(Number));
  }
}
await browser.close();

async function look(file, colorScheme, sizes) {
  const context = await browser.newContext({ colorScheme, reducedMotion: "reduce" });
  await context.addInitScript({ content: axe });
  const page = await context.newPage();
  const asked = await listen(page, pathToFileURL(file).href);
  for (const width of sizes) {
    await page.setViewportSize({ width, height: 900 });
    const opened = Date.now();
    await page.goto(pathToFileURL(file).href);
    const ready = Date.now() - opened;
    for (const open of [false, true]) {
      const seen = await page.evaluate(inspect, { open, rules: RULES });
      console.log(JSON.stringify({ file, colorScheme, width, open, ready, ...seen, asked }));
    }
  }
  await context.close();
}

async function listen(page, itself) {
  const asked = [];
  await page.route("**", (route) => {
    const url = route.request().url();
    if (url.split("#")[0] === itself) return route.continue();
    asked.push(url);
    return route.abort();
  });
  page.on("console", (message) => asked.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => asked.push(`error: ${error.message}`));
  return asked;
}

async function inspect({ open, rules }) {
  for (const one of document.querySelectorAll("details")) one.open = open;
  const found = await window.axe.run(document, {
    runOnly: rules,
    resultTypes: ["violations"],
    elementRef: false,
  });
  return {
    nodes: document.querySelectorAll("*").length,
    wide: document.documentElement.scrollWidth > innerWidth,
    violations: found.violations.map((one) => ({
      rule: one.id,
      places: one.nodes.slice(0, 3).map((node) => `${node.html.slice(0, 200)} ${node.failureSummary}`),
      count: one.nodes.length,
    })),
  };
}
