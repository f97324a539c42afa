"""The pages of the double in a real browser: `page.py BINARY CHROMIUM`. Each check waits for what it wants to see."""

import base64
import http.server
import json
import subprocess
import sys
import threading
import urllib.error
import urllib.parse
import urllib.request

from playwright.sync_api import expect, sync_playwright

BINARY, CHROMIUM = sys.argv[1:]


class Shop(http.server.BaseHTTPRequestHandler):
    """Where customers come back to, and where events go."""

    seen = []

    def do_GET(self):
        if self.path != "/favicon.ico":
            Shop.seen.append(self.path)
        self.send_response(200)
        self.send_header("content-type", "text/html")
        self.end_headers()
        self.wfile.write(b"<title>Thanks</title><h1>Thanks</h1>")

    def do_POST(self):
        self.rfile.read(int(self.headers["content-length"]))
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_):
        pass


def api(url, path, form=None):
    """Calls the API as a merchant does, at the newest version."""
    data = urllib.parse.urlencode(form).encode() if form is not None else None
    headers = {
        "authorization": "Basic " + base64.b64encode(b"key:").decode(),
        "x-merchantid": "shop",
        "version": "2021-03-25",
    }
    with urllib.request.urlopen(urllib.request.Request(url + path, data, headers)) as answer:
        return json.load(answer)


def order(url, order_id, **more):
    return api(url, "/orders", {"order_id": order_id, "amount": "100.10", **more})


def card(page, order_id):
    return page.get_by_role("article", name=f"Order {order_id}", exact=True)


def click(place, name):
    place.get_by_role("button", name=name, exact=True).click()


def owner(page, url):
    """The page at /: an order is paid, given back and refunded, and other states have other buttons."""
    page.goto(url)
    expect(page.get_by_text("No orders yet")).to_be_visible()
    order(url, "ord-1")
    mine = card(page, "ord-1")
    expect(mine).to_contain_text("NEW")  # it came by itself
    expect(mine.get_by_text("INR 100.10", exact=True)).to_be_visible()
    expect(mine.get_by_role("button")).to_have_count(5)
    click(mine, "pay: charged")
    expect(mine).to_contain_text("CHARGED")
    expect(mine).to_contain_text("1 attempt")
    assert api(url, "/orders/ord-1")["status"] == "CHARGED"
    expect(mine.get_by_role("button")).to_have_text(["auto refund"])

    api(url, "/orders/ord-1/refunds", {"unique_request_id": "r-1", "amount": "0.10"})
    expect(mine).to_contain_text("Refund r-1")
    click(mine, "end refund r-1: success")
    expect(mine.get_by_text("SUCCESS", exact=True)).to_be_visible()
    refund = api(url, "/orders/ord-1")["refunds"][0]
    assert (refund["status"], refund["amount"]) == ("SUCCESS", 0.10), refund

    order(url, "ord-2", **{"metadata.txns.auto_capture": "false"})
    held = card(page, "ord-2")
    click(held, "pay: pending")
    expect(held).to_contain_text("AUTHORIZING")
    expect(held.get_by_role("button", name="pay: pending")).to_have_count(0)
    click(held, "pay: charged")
    expect(held).to_contain_text("AUTHORIZED")
    expect(held.get_by_role("button")).to_have_count(0)
    uuid = api(url, "/orders/ord-2")["txn_uuid"]
    api(url, f"/v2/txns/{uuid}/capture", {})
    click(held, "end capture: succeeds")
    expect(held).to_contain_text("CHARGED")

    order(url, "ord-3", **{"options.create_mandate": "REQUIRED", "mandate.max_amount": "500.00"})
    mandated = card(page, "ord-3")
    click(mandated, "pay: charged")
    expect(mandated).to_contain_text("ACTIVE")
    click(mandated, "change mandate: paused")
    expect(mandated).to_contain_text("PAUSED")
    expect(mandated.get_by_role("button", name="change mandate: resumed")).to_be_visible()


def keyboard(page, url):
    """A button that has the keyboard keeps it while the page refreshes by itself."""
    order(url, "ord-keys")
    button = card(page, "ord-keys").get_by_role("button", name="pay: declined")
    button.focus()
    order(url, "ord-later")
    expect(card(page, "ord-later")).to_be_visible()
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    expect(card(page, "ord-keys")).to_contain_text("JUSPAY_DECLINED")


def controls(page, url):
    """Clock, faults, calls, events, errors, reset."""
    now = page.locator("#now")
    before = now.text_content()
    click(page, "+1 day")
    expect(now).not_to_have_text(before)
    assert now.text_content()[8:10] != before[8:10], (before, now.text_content())

    calls = page.get_by_role("region", name="Calls")
    expect(calls).to_contain_text("create_order")
    events = page.get_by_role("region", name="Events")
    expect(events).to_contain_text("ORDER_SUCCEEDED")

    faults = page.get_by_role("region", name="Faults")
    faults.get_by_label("What goes wrong").select_option("status")
    faults.get_by_label("retry after").fill("1")
    faults.get_by_label("Operation").fill("order_status")
    click(faults, "Inject")
    expect(faults).to_contain_text("on order_status, 1×")
    try:
        api(url, "/orders/ord-1")
        raise AssertionError("the fault did not befall the call")
    except urllib.error.HTTPError as error:
        assert (error.code, error.headers["retry-after"]) == (503, "1"), error
    expect(faults).to_contain_text("None is waiting")

    faults.get_by_label("Operation").fill("create_ordr")
    click(faults, "Inject")
    expect(page.get_by_role("alert")).to_contain_text("create_ordr is no operation")

    click(page, "Reset")
    expect(page.get_by_text("No orders yet")).to_be_visible()
    expect(page.get_by_role("alert")).to_be_hidden()


def many(page, url):
    """Of many orders the page has the newest."""
    for number in range(101):
        order(url, f"ord-{number}")
    expect(page.get_by_text("101 orders in all")).to_be_visible()
    expect(page.get_by_role("article")).to_have_count(100)
    expect(card(page, "ord-100")).to_be_visible()
    expect(card(page, "ord-0")).to_have_count(0)
    click(page, "Reset")
    expect(page.get_by_text("No orders yet")).to_be_visible()


def hostile(page, url):
    """What stands in the state is text, whatever it looks like."""
    bad = "<script>alert(1)</script>"
    order(url, bad, currency="<img src=x onerror=alert(1)>")
    mine = card(page, bad)
    expect(mine.get_by_role("heading")).to_have_text(bad)
    expect(mine.locator("script, img")).to_have_count(0)
    click(mine, "pay: charged")
    expect(mine).to_contain_text("CHARGED")


def customer(page, url, shop):
    """The pages that answers link to."""
    links = order(url, "ord-shop", return_url=shop + "/thanks")["payment_links"]
    assert links["mobile"] == links["web"] + "?mobile=true", links
    page.goto(links["mobile"])
    expect(page.get_by_role("heading")).to_have_text("INR 100.10")
    expect(page.get_by_text("Order ord-shop of shop")).to_be_visible()
    click(page, "Pay")
    expect(page.get_by_role("heading")).to_have_text("Thanks")
    assert Shop.seen[-1:] == ["/thanks?order_id=ord-shop&status=CHARGED&status_id=21"], Shop.seen
    assert api(url, "/orders/ord-shop")["status"] == "CHARGED"
    page.goto(links["iframe"])
    expect(page.get_by_role("status")).to_have_text("Status CHARGED")
    expect(page.get_by_role("button")).to_have_count(0)
    expect(page.get_by_role("link", name="Back to the shop")).to_be_visible()

    # Without an address for a browser, the page itself shows the result.
    for number, back in enumerate([{}, {"return_url": "javascript:alert(1)"}]):
        name = f"ord-alone-{number}"
        order(url, name, **back)
        start = {"order_id": name, "merchant_id": "shop", "payment_method_type": "NB", "payment_method": "NB_DUMMY"}
        page.goto(api(url, "/txns", {**start, "format": "json"})["payment"]["authentication"]["url"])
        expect(page.get_by_role("status")).to_have_text("Status PENDING_VBV")
        click(page, "Let the bank decline")
        expect(page.get_by_role("status")).to_have_text("Status AUTHORIZATION_FAILED")
        expect(page.get_by_role("button")).to_have_count(0)
        expect(page.get_by_role("link", name="Back to the shop")).to_have_count(0)

    bad = "<b onclick=alert(1)>"
    page.goto(order(url, bad)["payment_links"]["web"])
    expect(page.get_by_text(f"Order {bad} of shop")).to_be_visible()
    page.goto(url + "/merchant/pay/unknown")
    expect(page.get_by_role("status")).to_have_text("There is no such link.")


def main():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Shop)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    shop = f"http://127.0.0.1:{server.server_port}"
    events = ["--webhook-url", shop + "/events", "--webhook-version", "2021-03-25"]
    double = subprocess.Popen([BINARY, "--port", "0", *events], stdout=subprocess.PIPE, text=True)
    try:
        url = double.stdout.readline().strip()
        with sync_playwright() as playwright:
            # A container has neither a sandbox nor much shared memory.
            args = ["--no-sandbox", "--disable-dev-shm-usage"]
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=args)
            page = browser.new_page(color_scheme="dark")
            page.set_default_timeout(15_000)
            expect.set_options(timeout=15_000)
            odd = []
            page.on("dialog", lambda dialog: (odd.append(f"a dialog: {dialog.message}"), dialog.dismiss()))
            page.on("pageerror", lambda error: odd.append(f"an error: {error}"))
            page.on("request", lambda request: elsewhere(request.url, (url, shop), odd))
            for check in (owner, keyboard, controls, many, hostile):
                check(page, url)
                print(f"{check.__name__}: fine")
            customer(page, url, shop)
            print("customer: fine")
            assert odd == [], odd
            browser.close()
    finally:
        double.terminate()
        double.wait(timeout=10)


def elsewhere(address, known, odd):
    """Notes whatever a page asks of somebody else."""
    if not address.startswith((*known, "data:")):
        odd.append(f"a request to {address}")


main()
