//! `hhq recover`: who asks is shown first; the county's key replies, and no other.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, missing_docs)]

use huhuqing::exchange::{Scope, recovery_schema};
use huhuqing::keys::escrow::{RecoveryReply, RecoveryRequest};
use huhuqing::keys::header::Header;
use huhuqing::keys::passphrase::Cost;
use huhuqing::keys::{DeviceKeys, Identity};
use huhuqing::model::DivisionCode;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const CHEAP: Cost = Cost { memory: 8, passes: 1 };

fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("recover-{name}"));
    let _was_not_there = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn hhq(folder: &Path, args: &[&str]) -> Output {
    let program = env!("CARGO_BIN_EXE_hhq");
    Command::new(program)
        .current_dir(folder)
        .args(args)
        .output()
        .unwrap()
}

/// A village's header and request, its one-time key, and the county's keys.
fn asked(folder: &Path) -> (Header, Identity, RecoveryRequest) {
    let county = DeviceKeys::fresh().unwrap();
    std::fs::write(folder.join("county.key"), county.to_text().as_bytes()).unwrap();
    let area = DivisionCode::new("530427203200").unwrap();
    let (header, key) = Header::make(area, "k7f3q9zd".parse().unwrap(), "老厂的核桃树下", CHEAP).unwrap();
    let header = header.with_escrow(&key, &[county.identity.recipient()]).unwrap();
    let scope = Scope {
        code: area,
        name: "太桥村".into(),
    };
    let (request, once) = header.ask(scope, 1_546_271_999_000).unwrap();
    std::fs::write(folder.join("request.json"), request.write().bytes).unwrap();
    (header, once, request)
}

#[test]
fn who_asks_is_shown_and_the_countys_key_replies() {
    let folder = folder("reply");
    let (header, once, request) = asked(&folder);
    let shown = hhq(&folder, &["recover", "request.json"]);
    let text = String::from_utf8(shown.stdout).unwrap();
    assert!(
        shown.status.success() && text.contains("530427203200 太桥村"),
        "{text}"
    );
    assert!(
        text.contains("k7f3q9zd") && text.contains(&request.words()),
        "{text}"
    );
    assert_eq!(
        std::fs::read_dir(&folder).unwrap().count(),
        2,
        "nothing was written"
    );
    let replied = hhq(
        &folder,
        &[
            "recover",
            "request.json",
            "--identity",
            "county.key",
            "--out",
            "reply.json",
        ],
    );
    assert!(
        replied.status.success(),
        "{}",
        String::from_utf8_lossy(&replied.stderr)
    );
    let reply = RecoveryReply::read(&std::fs::read(folder.join("reply.json")).unwrap()).unwrap();
    let key = header.take_in(&reply, &once).unwrap();
    assert_eq!(key.reveal(), header.unlock("老厂的核桃树下").unwrap().reveal());
}

#[test]
fn another_key_and_another_file_get_no_reply() {
    let folder = folder("refused");
    asked(&folder);
    let other = DeviceKeys::fresh().unwrap();
    std::fs::write(folder.join("other.key"), other.to_text().as_bytes()).unwrap();
    let refused = hhq(
        &folder,
        &[
            "recover",
            "request.json",
            "--identity",
            "other.key",
            "--out",
            "reply.json",
        ],
    );
    assert_eq!(refused.status.code(), Some(3));
    assert!(!folder.join("reply.json").exists());
    let refused = hhq(&folder, &["recover", "county.key"]);
    assert_eq!(refused.status.code(), Some(3));
}

#[test]
fn both_files_keep_their_schemas() {
    let folder = folder("schema");
    let (_, _, request) = asked(&folder);
    let county = std::fs::read_to_string(folder.join("county.key")).unwrap();
    let county: DeviceKeys = county.parse().unwrap();
    let reply = request.answer(&county.identity, 1_546_271_999_000).unwrap();
    for (of, reply, bytes) in [
        ("recovery-request", false, request.write().bytes),
        ("recovery-reply", true, reply.write().bytes),
    ] {
        let printed = hhq(&folder, &["schema", "--of", of]);
        let schema: serde_json::Value = serde_json::from_slice(&printed.stdout).unwrap();
        assert_eq!(schema, recovery_schema(reply));
        let schema = jsonschema::validator_for(&schema).unwrap();
        let file: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
        assert!(schema.is_valid(&file), "{of}");
        let mut other = file.clone();
        other["reply_to"] = "nobody".into();
        assert!(!schema.is_valid(&other), "{of}");
    }
}
