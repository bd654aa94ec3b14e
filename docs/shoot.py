"""Takes a picture of a page in headless Chromium, spoken to over its debugging pipe. Needs nothing but Python.

    docs/shoot.py PAGE.html PICTURE.png [--width 1280] [--height 800] [--scale 1] [--dark] [--full] [--script JS]
"""

import argparse
import base64
import json
import os
import pathlib
import subprocess
import tempfile


class Browser:
    """A headless Chromium with one tab."""

    def __init__(self, profile):
        to_read, self.send_end = os.pipe()
        self.receive_end, to_write = os.pipe()
        # Chromium reads commands from descriptor 3 and writes answers to 4.
        command = 'exec chromium --headless --no-sandbox --hide-scrollbars --remote-debugging-pipe "$@" 3<&%d 4>&%d'
        self.process = subprocess.Popen(
            ["bash", "-c", command % (to_read, to_write), "bash", f"--user-data-dir={profile}", "about:blank"],
            pass_fds=(to_read, to_write), stderr=subprocess.DEVNULL,
        )
        os.close(to_read)
        os.close(to_write)
        self.rest, self.number, self.session = b"", 0, None
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]

    def call(self, method, **params):
        self.number += 1
        message = {"id": self.number, "method": method, "params": params}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.send_end, json.dumps(message).encode() + b"\0")
        return self.wait(lambda answer: answer.get("id") == self.number)["result"]

    def wait(self, wanted):
        while True:
            while b"\0" not in self.rest:
                self.rest += os.read(self.receive_end, 1 << 20)
            line, self.rest = self.rest.split(b"\0", 1)
            answer = json.loads(line)
            if wanted(answer):
                return answer

    def close(self):
        self.session = None
        self.call("Browser.close")
        self.process.wait()


def shoot(options):
    with tempfile.TemporaryDirectory() as profile:
        browser = Browser(profile)
        # Nothing moves while the picture is taken.
        wishes = {"prefers-color-scheme": "dark" if options.dark else "light", "prefers-reduced-motion": "reduce"}
        features = [{"name": name, "value": value} for name, value in wishes.items()]
        browser.call("Emulation.setEmulatedMedia", features=features)
        browser.call(
            "Emulation.setDeviceMetricsOverride",
            width=options.width, height=options.height, deviceScaleFactor=options.scale, mobile=options.width < 600,
        )
        browser.call("Page.enable")
        browser.call("Page.navigate", url=pathlib.Path(options.page).resolve().as_uri())
        browser.wait(lambda answer: answer.get("method") == "Page.loadEventFired")
        if options.script:
            browser.call("Runtime.evaluate", expression=options.script)
        picture = browser.call("Page.captureScreenshot", format="png", captureBeyondViewport=options.full,
                               optimizeForSpeed=False, **clip(browser, options))
        pathlib.Path(options.picture).write_bytes(base64.b64decode(picture["data"]))
        browser.close()


def clip(browser, options):
    if not options.full:
        return {}
    size = browser.call("Page.getLayoutMetrics")["cssContentSize"]
    return {"clip": {"x": 0, "y": 0, "width": options.width, "height": min(size["height"], 8000), "scale": 1}}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("page")
    parser.add_argument("picture")
    parser.add_argument("--width", type=int, default=1280)
    parser.add_argument("--height", type=int, default=800)
    parser.add_argument("--scale", type=float, default=1)
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--script", default="")
    shoot(parser.parse_args())
