//! Packages: what is written is read, and what is not sound is refused.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

mod checking;
mod comparing;
mod reading;
#[path = "../sample/mod.rs"]
mod sample;
mod trust;
mod writing;

use huhuqing::exchange::*;
use huhuqing::model::write_canonical_object;
use sample::*;
use serde_json::Value as Json;

fn json_of(sealed: &Sealed) -> Json {
    serde_json::from_slice(&sealed.bytes).unwrap()
}

/// Seals a JSON value that a test has altered, as a foreign program would.
fn seal(mut json: Json) -> Vec<u8> {
    let object = json.as_object_mut().unwrap();
    object.remove("checksum");
    let mut bytes = Vec::new();
    write_canonical_object(&mut bytes, object);
    object.insert("checksum".into(), Checksum::of(&[&bytes]).to_string().into());
    bytes.clear();
    write_canonical_object(&mut bytes, object);
    bytes
}

fn opened(sealed: &Sealed) -> Package {
    open(&sealed.bytes, None).unwrap().0
}
