// A manager's browser: signs in at the hub's page, and tells as JSON what stands there.
// usage: node page.mjs URL TOKEN_FILE PICTURE.png
import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";

const [url, tokenFile, picture] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const complaints = [];
  // Chromium reports the page's first question, "is somebody signed in?", as an error when nobody is.
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().includes("status of 401")) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("dialog", (dialog) => { complaints.push(`a dialog: ${dialog.message()}`); dialog.dismiss(); });

  await page.goto(url);
  await page.getByLabel("Token").fill(readFileSync(tokenFile, "utf8").trim());
  await page.getByRole("button", { name: "Open" }).click();
  await page.locator("#today").waitFor({ state: "visible" });
  await page.screenshot({ path: picture });
  const told = {
    headline: await page.locator("#headline").textContent(),
    comments: await page.locator("#responses .comment").allTextContents(),
    elements_in_comments: await page.locator("#responses .comment *").count(),
    address: page.url(),
    complaints,
  };
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByLabel("Token").waitFor({ state: "visible" });
  told.after_signing_out = await page.locator("#responses li").count();
  console.log(JSON.stringify(told));
} finally {
  await browser.close();
}
