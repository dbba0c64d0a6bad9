//! `hhq keygen`, `seal`, `open` and `--key`, run as people run them.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

mod sample;

use sample::*;
use serde_json::Value as Json;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const COUNTY: &str = "530427";

fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("keys-{name}"));
    let _from_an_earlier_run = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn hhq(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_hhq"))
        .args(args)
        .output()
        .unwrap()
}

fn done(args: &[&str]) -> String {
    let output = hhq(args);
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(0), "{args:?}: {told}");
    String::from_utf8(output.stdout).unwrap()
}

/// The command fails with that exit code; what it says.
fn fails(code: i32, args: &[&str]) -> String {
    let output = hhq(args);
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(code), "{args:?}: {told}");
    told
}

fn text(path: &Path) -> String {
    path.display().to_string()
}

/// Makes keys; the private key file and the card.
fn keygen(folder: &Path, area: &str, name: &str) -> (String, String) {
    let out = folder.join(name);
    let told = done(&["keygen", "--area", area, "--name", name, "--out", &text(&out)]);
    assert!(told.contains("指纹"));
    (
        text(&out.join(format!("hhq-{area}-private-key.txt"))),
        text(&out.join(format!("hhq-{area}-keycard.json"))),
    )
}

#[test]
fn keys_are_made_once_and_never_written_over() {
    let folder = folder("keygen");
    let (key, card) = keygen(&folder, TOWNSHIP, "乡扶贫办");
    let before = std::fs::read(&key).unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = std::fs::metadata(&key).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    let out = text(&folder.join("乡扶贫办"));
    let again = ["keygen", "--area", TOWNSHIP, "--name", "别人", "--out", &out];
    assert!(fails(4, &again).contains("不会覆盖"));
    std::fs::remove_file(&card).unwrap();
    assert!(fails(4, &again).contains("不会覆盖"), "the private key alone too");
    assert_eq!(std::fs::read(&key).unwrap(), before);
    assert!(!Path::new(&card).exists(), "no card of keys that are not there");
    fails(2, &["keygen", "--area", TOWNSHIP, "--name", "", "--out", &out]);
    assert!(done(&["keygen", "--help"]).contains("age -d -i"));
}

#[test]
fn what_is_sealed_to_two_offices_opens_with_either_key_and_no_other() {
    let folder = folder("seal");
    let ((town, town_card), (county, county_card)) =
        (keygen(&folder, TOWNSHIP, "乡"), keygen(&folder, COUNTY, "县"));
    let (other, _) = keygen(&folder, VILLAGE, "村");
    let plain = folder.join("v.json");
    std::fs::write(&plain, package(&village(VILLAGE, "k7f3q9zd").partition).bytes).unwrap();
    let bytes = std::fs::read(&plain).unwrap();
    let (plain, sealed) = (text(&plain), text(&folder.join("v.json.age")));
    done(&["seal", &plain, "--to", &town_card, &county_card]);
    assert!(fails(4, &["seal", &plain, "--to", &town_card]).contains("不会覆盖"));
    assert!(fails(3, &["seal", &sealed, "--to", &town_card]).contains("已经加封过"));
    assert!(fails(3, &["seal", &plain, "--to", &plain]).contains("not_a_package"));
    fails(2, &["seal", &plain]);
    for (key, name) in [(&town, "a"), (&county, "b")] {
        let out = text(&folder.join(name));
        std::fs::create_dir(&out).unwrap();
        done(&["open", &sealed, "--key", key, "--out", &out]);
        assert_eq!(std::fs::read(Path::new(&out).join("v.json")).unwrap(), bytes);
    }
    let out = text(&folder.join("a"));
    assert!(fails(4, &["open", &sealed, "--key", &town, "--out", &out]).contains("不会覆盖"));
    let empty = folder.join("c");
    std::fs::create_dir(&empty).unwrap();
    let told = fails(3, &["open", &sealed, "--key", &other, "--out", &text(&empty)]);
    assert!(told.contains("not_for_this_key") && told.contains("收件单位"));
    let cut = folder.join("cut.json.age");
    std::fs::write(&cut, &std::fs::read(&sealed).unwrap()[..500]).unwrap();
    // One that opens and one that does not: nothing is written.
    fails(
        3,
        &[
            "open",
            &sealed,
            &text(&cut),
            "--key",
            &town,
            "--out",
            &text(&empty),
        ],
    );
    assert_eq!(std::fs::read_dir(&empty).unwrap().count(), 0);
    assert!(fails(3, &["open", &plain, "--key", &town, "--out", &text(&empty)]).contains("not_sealed"));
}

#[test]
fn every_command_reads_sealed_files_with_a_key_and_says_what_is_missing_without() {
    let folder = folder("read");
    let (key, card) = keygen(&folder, TOWNSHIP, "乡");
    let plain = text(&folder.join("v.json"));
    std::fs::write(&plain, package(&village(VILLAGE, "k7f3q9zd").partition).bytes).unwrap();
    done(&["seal", &plain, "--to", &card, "--out", &text(&folder)]);
    let sealed = text(&folder.join("v.json.age"));
    let score = |file: &str| {
        let mut args = vec!["score", file, "--as-of", "2018-12-31", "--format", "json"];
        args.extend(["--key", &key]);
        done(&args)
    };
    assert_eq!(score(&sealed), score(&plain));
    let (a, b) = (text(&folder.join("a.json")), text(&folder.join("b.json")));
    done(&["merge", &plain, "--out", &a]);
    done(&["merge", &sealed, "--key", &key, "--out", &b]);
    let told = fails(3, &["merge", &sealed, "--out", &a]);
    assert!(told.contains("needs_key") && told.contains("--key"));
    let back = text(&folder.join("back.json"));
    done(&["receipt", &sealed, "--key", &key, "--out", &back]);
    let verified = done(&["verify", &back, "--card", &card]);
    assert!(
        verified.contains("乡") && verified.contains("签名有效"),
        "{verified}"
    );
    assert!(fails_check(&sealed).contains("needs_key"));
}

fn fails_check(file: &str) -> String {
    let output = hhq(&["check", file]);
    assert_eq!(output.status.code(), Some(1));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn a_check_says_who_signed() {
    let folder = folder("signed");
    let (key, card) = keygen(&folder, TOWNSHIP, "乡");
    let (_, stranger) = keygen(&folder, COUNTY, "县");
    let plain = text(&folder.join("v.json"));
    std::fs::write(&plain, package(&village(VILLAGE, "k7f3q9zd").partition).bytes).unwrap();
    let signed = text(&folder.join("signed.json"));
    done(&["merge", &plain, "--key", &key, "--out", &signed]);
    let codes = |args: &[&str]| -> Vec<String> {
        let found: Vec<Json> = serde_json::from_slice(&hhq(args).stdout).unwrap();
        let codes = found.iter().map(|one| one["code"].as_str().unwrap().to_owned());
        codes
            .filter(|code| code.contains("signed") || code.contains("signature"))
            .collect()
    };
    let check = |file: &str, card: &str| codes(&["check", file, "--format", "json", "--card", card]);
    assert_eq!(check(&signed, &card), ["signed"]);
    assert_eq!(check(&signed, &stranger), ["signed_by_stranger"]);
    assert_eq!(
        check(&plain, &card),
        [""; 0],
        "nobody has promised that a village signs"
    );
    // Sealed anew with one word changed.
    let mut json: serde_json::Map<String, Json> =
        serde_json::from_slice(&std::fs::read(&signed).unwrap()).unwrap();
    json["sequence"] = 9.into();
    json.remove("checksum");
    let mut bytes = Vec::new();
    huhuqing::model::write_canonical_object(&mut bytes, &json);
    let checksum = huhuqing::exchange::Checksum::of(&[&bytes]).to_string();
    json.insert("checksum".into(), checksum.into());
    let forged = text(&folder.join("forged.json"));
    std::fs::write(&forged, serde_json::to_vec(&json).unwrap()).unwrap();
    assert_eq!(check(&forged, &card), ["bad_signature"]);
    let out = text(&folder.join("m.json"));
    assert!(fails(3, &["merge", &forged, "--out", &out]).contains("签名不符"));
    assert!(!Path::new(&out).exists());
}

#[test]
fn a_key_file_of_another_computer_opens_with_its_passphrase() {
    let folder = folder("passphrase");
    let (key, card) = keygen(&folder, TOWNSHIP, "乡");
    let secret = std::fs::read(&key).unwrap();
    let kept = folder.join("office.age");
    std::fs::write(
        &kept,
        huhuqing::keys::seal_with_passphrase(&secret, "一二三四五六七八").unwrap(),
    )
    .unwrap();
    let plain = text(&folder.join("v.json"));
    std::fs::write(&plain, "{}").unwrap();
    done(&["seal", &plain, "--to", &card]);
    let sealed = text(&folder.join("v.json.age"));
    let out = folder.join("out");
    std::fs::create_dir(&out).unwrap();
    let (kept, out) = (text(&kept), text(&out));
    let args = ["open", &sealed, "--key", &kept, "--out", &out];
    assert!(fails(3, &args).contains("口令"));
    let with = |passphrase: &str| {
        Command::new(env!("CARGO_BIN_EXE_hhq"))
            .args(args)
            .env("HHQ_PASSPHRASE", passphrase)
            .output()
            .unwrap()
            .status
            .code()
    };
    assert_eq!(with("wrong"), Some(3));
    assert_eq!(with("一二三四五六七八"), Some(0));
}
