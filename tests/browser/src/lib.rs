//! Drives the app in real browsers.
