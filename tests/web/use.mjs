// node use.mjs CHROMIUM FILE: one line of JSON about what a reader can do with a report.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [executablePath, file] = process.argv.slice(2);
const address = pathToFileURL(file).href;
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-quic"] });

const page = await browser.newPage();
const watch = await page.context().newCDPSession(page);
await watch.send("Performance.enable", { timeDomain: "threadTicks" }); // not what others' work takes
await page.goto(address);
const seen = await page.evaluate(() => ({
  nodes: document.querySelectorAll("*").length,
}));
const { metrics } = await watch.send("Performance.getMetrics");
seen.busy = metrics.find((one) => one.name === "TaskDuration").value;

const firstOf = () => page.evaluate(() => document.querySelector(".indicator > details:not([hidden])").id);
const folded = page.locator(".indicator > details").nth(1);
await folded.locator("summary").click();
await folded.locator("> dl").waitFor();
seen.opened = await folded.locator("li").count();
seen.cited = await follow(page, folded);

await page.selectOption("#urut", "poin");
await page.selectOption("#pilih-hasil", "not-met");
seen.sorted = await firstOf();
seen.address = new URL(page.url()).hash;
await page.goto("about:blank");
await page.goto(address + seen.address);
seen.again = await firstOf();
seen.shown = await page.locator("#tampak").textContent();

const [download] = await Promise.all([page.waitForEvent("download"), page.click("#simpan")]);
seen.saved = readFileSync(await download.path(), "utf8");
seen.name = download.suggestedFilename();

const plain = await browser.newContext({ javaScriptEnabled: false });
const still = await plain.newPage();
await still.goto(address);
await still.locator(".indicator > details > summary").nth(1).click();
seen.plain = await still.locator(".indicator > details").nth(1).locator("li").count();
seen.citedPlain = await follow(still, still.locator(".indicator > details").nth(1));
seen.listed = await still.locator(".evidence tbody tr").count();

console.log(JSON.stringify(seen));
await browser.close();

// The words of the law that a criterion's first citation leads to, if they can be seen there.
async function follow(on, criterion) {
  await criterion.locator('dd a[href^="#"]').first().click();
  const words = on.locator(":target p, p:target").first();
  await words.waitFor();
  return words.textContent();
}
