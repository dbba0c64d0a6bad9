//! A person's hands: everything by keys, or everything by touch.

use crate::{Browser, Problem};
use serde_json::{Value, json};
use thirtyfour::Key;

/// So many steps of the Tab key lead from anywhere on a page to anywhere else on it.
const STEPS: usize = 120;

/// What a finger covers, in CSS pixels: so far around its middle it hits the same.
const FINGER: f64 = 44.0;

/// What is reached for.
#[derive(Clone, Copy, Debug)]
pub enum Target<'a> {
    /// The first visible element of a CSS selector.
    Css(&'a str),
    /// The button or link that says just that.
    Says(&'a str),
    /// The field with a label that begins so.
    Field(&'a str),
    /// One of a field's answers.
    Answer(&'a str, &'a str),
}

/// What a person works the app with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hand {
    /// The keyboard alone.
    Keys,
    /// A finger alone.
    Touch,
}

/// Finds the target, and what of it a person sees: of an answer the words, since its own circle is hidden.
const FIND: &str = "const find = (how, what, answer) => { \
    const seen = e => e.checkVisibility() && !e.disabled; \
    const all = css => [...document.querySelectorAll(css)].filter(seen); \
    const named = label => all('.field-label').find(e => e.innerText.trim().startsWith(label)); \
    switch (how) { \
      case 'css': { const e = all(what)[0]; return e && { e, seen: e }; } \
      case 'says': { const e = all('button, a, summary, [role=tab]').find(e => e.innerText.trim() === what); return e && { e, seen: e }; } \
      case 'field': { const e = document.getElementById(named(what)?.htmlFor); return e && { e, seen: e }; } \
      case 'answer': { \
        const label = [...named(what)?.closest('.field').querySelectorAll('label') ?? []].find(e => e.innerText.trim() === answer); \
        return label && { e: label.control, seen: label }; } } };";

/// Where the focus is: on the target, beside it in its group of answers, or elsewhere; and whether a person sees that.
const FOCUS: &str = "const target = find(...arguments); if (!target) return null; \
    const at = document.activeElement; \
    const view = at.type === 'radio' ? at.closest('label') : at; \
    const box = view.getBoundingClientRect(); \
    const ringed = [view, ...view.children].some(e => { const style = getComputedStyle(e); \
      return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== 'none'; }); \
    const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth; \
    return { there: at === target.e, beside: at.type === 'radio' && at.name === target.e.name, \
      what: at.tagName + ' ' + (at.id || at.innerText || '').slice(0, 40), page: at === document.body, shown: ringed && inside };";

/// Where a finger hits the target and what it hits, once the target has been scrolled there and stays for as long as a finger takes.
const PLACE: &str = "const target = find(...arguments); if (!target) return null; \
    target.seen.scrollIntoView({ block: 'center', behavior: 'instant' }); \
    const place = () => { \
      const box = target.seen.getBoundingClientRect(); \
      const x = box.left + box.width / 2, y = box.top + box.height / 2; \
      const aside = arguments[3] / 2 - 1; \
      const missed = [[0, 0], [0, aside], [0, -aside], [aside, 0], [-aside, 0]] \
        .map(([right, down]) => document.elementFromPoint(x + right, y + down)) \
        .find(hit => !target.seen.contains(hit)); \
      return { x, y, missed: missed?.outerHTML.slice(0, 120) ?? null }; }; \
    const before = JSON.stringify(place()); \
    return new Promise(done => setTimeout(() => { \
      const now = place(); \
      done(target.seen.isConnected && JSON.stringify(now) === before ? now : null); }, 150));";

impl Target<'_> {
    fn arguments(&self) -> Vec<Value> {
        match self {
            Self::Css(css) => vec![json!("css"), json!(css), Value::Null],
            Self::Says(text) => vec![json!("says"), json!(text), Value::Null],
            Self::Field(label) => vec![json!("field"), json!(label), Value::Null],
            Self::Answer(label, answer) => vec![json!("answer"), json!(label), json!(answer)],
        }
    }
}

impl Hand {
    /// Makes the browser one for that hand.
    ///
    /// # Errors
    /// The browser refuses.
    pub async fn on(self, browser: &Browser) -> Result<(), Problem> {
        if self == Self::Touch {
            let touch = json!({"enabled": true, "maxTouchPoints": 5});
            browser
                .devtools("Emulation.setTouchEmulationEnabled", touch)
                .await?;
        }
        Ok(())
    }

    /// Presses a button, follows a link, or gives an answer.
    ///
    /// # Errors
    /// The target does not come, cannot be reached, or a person would not see where they are.
    pub async fn press(self, browser: &Browser, target: Target<'_>) -> Result<(), Problem> {
        match self {
            Self::Touch => tap(browser, target).await,
            Self::Keys => {
                reach(browser, target).await?;
                let key = match target {
                    Target::Answer(..) => Key::Space,
                    _ => Key::Enter,
                };
                browser.press(key + "").await
            }
        }
    }

    /// Writes into an empty field and leaves it.
    ///
    /// # Errors
    /// As [`press`](Self::press).
    pub async fn write(self, browser: &Browser, target: Target<'_>, text: &str) -> Result<(), Problem> {
        match self {
            Self::Touch => tap(browser, target).await?,
            Self::Keys => reach(browser, target).await?,
        }
        browser.press(text).await?;
        match self {
            Self::Keys => browser.press(Key::Tab + "").await,
            // As the keyboard of a tablet does that is put away.
            Self::Touch => browser.run("document.activeElement.blur()", &[]).await.map(drop),
        }
    }
}

/// Goes to the target by the Tab key, and within a group of answers by the arrows.
async fn reach(browser: &Browser, target: Target<'_>) -> Result<(), Problem> {
    let body = format!("{FIND} {FOCUS}");
    let arguments = target.arguments();
    let mut way = Vec::new();
    for _ in 0..STEPS {
        let focus = browser
            .wait_until(&format!("{target:?}"), &body, &arguments)
            .await?;
        let is = |name: &str| focus[name] == json!(true);
        if is("there") && is("shown") {
            return Ok(());
        }
        way.push(focus["what"].as_str().unwrap_or_default().to_owned());
        let key = match is("beside") {
            true => Key::Right,
            false => Key::Tab,
        };
        browser.press(key + "").await?;
    }
    Err(Problem::Broken(format!(
        "no key leads to {target:?} where one sees it: {way:?}"
    )))
}

async fn tap(browser: &Browser, target: Target<'_>) -> Result<(), Problem> {
    let what = format!("{target:?}");
    let mut arguments = target.arguments();
    arguments.push(json!(FINGER));
    let place = browser
        .wait_until(&what, &format!("{FIND} {PLACE}"), &arguments)
        .await?;
    if let Some(missed) = place["missed"].as_str() {
        return Err(Problem::Broken(format!("a finger for {what} hits {missed}")));
    }
    let point = json!([{"x": place["x"], "y": place["y"]}]);
    for (kind, points) in [("touchStart", point), ("touchEnd", json!([]))] {
        let event = json!({"type": kind, "touchPoints": points});
        browser.devtools("Input.dispatchTouchEvent", event).await?;
    }
    Ok(())
}
