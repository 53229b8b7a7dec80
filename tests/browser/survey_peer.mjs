// Where a customer's taps go on survey_peer.html: one visit in a headless browser of the same size. Prints
// [{"label", "x", "y"}…] in pixels, in the order of a visit.
// usage: node survey_peer.mjs PAGE_URL
import { chromium } from "playwright-core";

const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(process.argv[2]);
  const places = [];
  const tap = async (label, target) => {
    await target.waitFor({ state: "visible" });
    await page.waitForTimeout(600); // whatever moves has come to rest
    const box = await target.boundingBox();
    places.push({ label, x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) });
    await target.click({ force: true });
  };
  await tap("Good", page.locator(".sd-rating__item-smiley, .sv-rating__item-smiley").nth(3));
  await tap("Done", page.getByRole("button", { name: "Done" }).or(page.locator("input[value=Done]")));
  await tap("All done", page.locator("#again"));
  await page.locator(".sd-rating__item-smiley, .sv-rating__item-smiley").nth(3).waitFor({ state: "visible" });
  console.log(JSON.stringify(places));
} finally {
  await browser.close();
}
