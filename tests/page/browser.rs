//! A headless Chromium, spoken to in its DevTools protocol over a pipe: one JSON message after the other, each ended by
//! a zero byte. Chromium reads commands from descriptor 3 and writes answers to 4; a shell puts them there.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};

/// A browser with one page. It is closed when it is dropped.
pub(crate) struct Browser {
    process: Child,
    commands: ChildStdin,
    answers: Receiver<Value>,
    profile: PathBuf,
    session: Option<String>,
    number: u64,
    /// What happened since the page was opened.
    events: Vec<Value>,
}

/// How long a browser may take for an answer.
const PATIENCE: Duration = Duration::from_secs(30);

/// The names that Chromium goes by.
const NAMES: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];

impl Browser {
    /// Starts a browser; `None`, after saying so, where there is none, unless one is asked for.
    pub(crate) fn start(name: &str) -> Option<Self> {
        let is_there =
            |name: &&&str| Command::new(name).arg("--version").output().is_ok_and(|run| run.status.success());
        let Some(program) = NAMES.iter().find(is_there) else {
            assert!(std::env::var_os("NEED_CHROMIUM").is_none(), "there is no Chromium");
            eprintln!("skipped, because there is no Chromium: {name}");
            return None;
        };
        let profile = std::env::temp_dir().join(format!("topline-browser-{}-{name}", std::process::id()));
        let mut process = Command::new("sh")
            .args(["-c", "exec \"$@\" 3<&0 4>&1 </dev/null >/dev/null 2>&1", "sh", program])
            .args(["--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe"])
            .args(["--no-first-run", "--disable-background-networking", "--disable-dev-shm-usage"])
            .arg(format!("--user-data-dir={}", profile.display()))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let (commands, output) = (process.stdin.take().unwrap(), process.stdout.take().unwrap());
        let (sender, answers) = mpsc::channel();
        thread::spawn(move || {
            let messages = BufReader::new(output).split(0).map_while(Result::ok);
            let values = messages.filter_map(|message| serde_json::from_slice(&message).ok());
            // Nobody listens any more once the browser is dropped.
            values.map(|value| sender.send(value)).take_while(Result::is_ok).for_each(drop);
        });
        let (session, events) = (None, Vec::new());
        let mut browser = Self { process, commands, answers, profile, session, number: 0, events };
        let target = browser.call("Target.createTarget", json!({"url": "about:blank"}))["targetId"].clone();
        let attached = browser.call("Target.attachToTarget", json!({"targetId": target, "flatten": true}));
        browser.session = attached["sessionId"].as_str().map(str::to_owned);
        for domain in ["Page", "Runtime", "Log", "Network"] {
            browser.call(&format!("{domain}.enable"), json!({}));
        }
        Some(browser)
    }

    /// Gives the page a size and a colour scheme, from now on.
    pub(crate) fn look(&mut self, width: u32, height: u32, scheme: &str) {
        let size = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600});
        self.call("Emulation.setDeviceMetricsOverride", size);
        let features = json!([{"name": "prefers-color-scheme", "value": scheme}]);
        self.call("Emulation.setEmulatedMedia", json!({"features": features}));
    }

    /// Opens a file and waits until it is loaded.
    pub(crate) fn open(&mut self, path: &Path) {
        // From one place within a page to another nothing is loaded.
        self.call("Page.navigate", json!({"url": "about:blank"}));
        self.wait(|event| event["method"] == "Page.loadEventFired");
        self.events.clear();
        self.call("Page.navigate", json!({"url": format!("file://{}", path.display())}));
        self.wait(|event| event["method"] == "Page.loadEventFired");
    }

    /// The value of an expression in the page.
    #[track_caller]
    pub(crate) fn value(&mut self, expression: &str) -> Value {
        let answer = self.call("Runtime.evaluate", json!({"expression": expression, "returnByValue": true}));
        assert_eq!(answer.get("exceptionDetails"), None, "{expression}");
        answer["result"]["value"].clone()
    }

    /// Waits until an expression has this value: what a finger does is told to the page a moment later.
    #[track_caller]
    pub(crate) fn comes_to(&mut self, expression: &str, expected: &Value) {
        let mut found = self.value(expression);
        for _ in 0..50 {
            if found == *expected {
                return;
            }
            thread::sleep(Duration::from_millis(50));
            found = self.value(expression);
        }
        assert_eq!(found, *expected, "{expression}");
    }

    /// Puts the mouse on the middle of an element and clicks where that is wanted.
    pub(crate) fn point(&mut self, selector: &str, clicks: bool) {
        let at = self.middle(selector);
        let kinds: &[&str] = if clicks { &["mouseMoved", "mousePressed", "mouseReleased"] } else { &["mouseMoved"] };
        for kind in kinds {
            let button = if *kind == "mouseMoved" { "none" } else { "left" };
            let event = json!({"type": kind, "x": at[0], "y": at[1], "button": button, "clickCount": 1});
            self.call("Input.dispatchMouseEvent", event);
        }
    }

    /// Taps on the middle of an element.
    pub(crate) fn tap(&mut self, selector: &str) {
        let at = self.middle(selector);
        let touched = json!([{"x": at[0], "y": at[1]}]);
        self.call("Input.dispatchTouchEvent", json!({"type": "touchStart", "touchPoints": touched}));
        self.call("Input.dispatchTouchEvent", json!({"type": "touchEnd", "touchPoints": []}));
    }

    fn middle(&mut self, selector: &str) -> Value {
        self.value(&format!(
            "(() => {{ const box = document.querySelector('{selector}').getClientRects()[0]; \
             return [box.x + box.width / 2, box.y + box.height / 2]; }})()"
        ))
    }

    /// Presses a key.
    pub(crate) fn press(&mut self, key: &str, code: u32) {
        for kind in ["keyDown", "keyUp"] {
            let text = if key == "Enter" { "\r" } else { "" };
            let event = json!({"type": kind, "key": key, "code": key, "windowsVirtualKeyCode": code, "text": text});
            self.call("Input.dispatchKeyEvent", event);
        }
    }

    /// What the page complained of, and every address that it asked for, but its own.
    pub(crate) fn complaints(&self) -> Vec<String> {
        let complains = |event: &&Value| match event["method"].as_str() {
            Some("Runtime.exceptionThrown" | "Runtime.consoleAPICalled" | "Log.entryAdded") => true,
            Some("Network.requestWillBeSent") => {
                let address = event["params"]["request"]["url"].as_str().unwrap();
                event["params"]["type"] != "Document" && !address.starts_with("data:")
            }
            _ => false,
        };
        self.events.iter().filter(complains).map(Value::to_string).collect()
    }

    /// Asks the browser for something and waits for the answer.
    #[track_caller]
    pub(crate) fn call(&mut self, method: &str, params: Value) -> Value {
        self.number += 1;
        let number = self.number;
        let mut message = json!({"id": number, "method": method, "params": params});
        if let Some(session) = &self.session {
            message["sessionId"] = json!(session);
        }
        self.commands.write_all(format!("{message}\0").as_bytes()).unwrap();
        let answer = self.wait(|answer| answer["id"] == number);
        assert_eq!(answer.get("error"), None, "{method}");
        answer["result"].clone()
    }

    fn wait(&mut self, wanted: impl Fn(&Value) -> bool) -> Value {
        loop {
            let message = self.answers.recv_timeout(PATIENCE).expect("the browser answers");
            if wanted(&message) {
                return message;
            }
            self.events.push(message);
        }
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
        let _ = std::fs::remove_dir_all(&self.profile);
    }
}
