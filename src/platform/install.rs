//! Installing the app from inside it, where the browser offers that (Chromium does).

use super::{Listener, function, window};
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::Event;

/// The browser's offer to install the app, kept until the person takes it up.
pub struct InstallOffer {
    event: Rc<RefCell<Option<Event>>>,
    _listener: Option<Listener>,
}

impl InstallOffer {
    /// Waits for the offer and calls `on_offer` when it comes; it may never come, as when the app is installed already.
    pub fn listen(on_offer: impl Fn() + 'static) -> Self {
        let event = Rc::new(RefCell::new(None));
        let kept = Rc::clone(&event);
        let keep = move |offer: Event| {
            offer.prevent_default();
            *kept.borrow_mut() = Some(offer);
            on_offer();
        };
        let listener = window().map(|window| Listener::on(&window, "beforeinstallprompt", keep));
        Self {
            event,
            _listener: listener,
        }
    }

    /// Whether there is an offer now.
    pub fn is_there(&self) -> bool {
        self.event.borrow().is_some()
    }

    /// Shows the browser's own question; an offer can be taken up once. Must be called from a tap.
    pub fn take_up(&self) {
        if let Some(offer) = self.event.take() {
            let _asked = function(&offer, "prompt").map(|prompt| prompt.call0(&offer));
        }
    }
}
