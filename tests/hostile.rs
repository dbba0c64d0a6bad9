//! Files that nobody honest would write: no reader panics, takes much memory, or takes long.
//! `cargo xtask fuzz --seconds N` runs these for N seconds with ever new chance.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

mod sample;

use huhuqing::exchange::*;
use huhuqing::journal::Stamp;
use huhuqing::journal::codec::{decode, replay};
use huhuqing::keys::escrow::{RecoveryReply, RecoveryRequest};
use huhuqing::keys::header::Header;
use huhuqing::keys::passphrase::Cost;
use huhuqing::keys::{DeviceKeys, Identity, KeyCard, Ring, seal};
use huhuqing::model::*;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use sample::*;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

/// How long each test goes on; none but a few hundred cases without being asked.
fn seconds() -> Option<u64> {
    std::env::var("HUHUQING_FUZZ_SECONDS").ok()?.parse().ok()
}

/// Runs cases until the time is over, at least once.
fn hold<S: Strategy>(strategy: S, law: impl Fn(S::Value) -> Result<(), TestCaseError>) {
    let until = seconds().map(|seconds| Instant::now() + Duration::from_secs(seconds));
    loop {
        let config = Config {
            cases: 256,
            failure_persistence: None,
            ..Config::default()
        };
        let outcome = TestRunner::new(config).run(&strategy, &law);
        if let Err(error) = outcome {
            panic!("{error}");
        }
        if until.is_none_or(|until| Instant::now() >= until) {
            return;
        }
    }
}

/// Every reader of bytes; none may panic, whatever it says.
fn read_all(bytes: &[u8]) {
    let _any_answer_will_do = (
        open(bytes, None).is_ok(),
        Receipt::read(bytes).is_ok(),
        Frozen::read(bytes).is_ok(),
        RecoveryRequest::read(bytes).is_ok(),
        RecoveryReply::read(bytes).is_ok(),
        Header::from_bytes(bytes).is_ok(),
        decode(bytes, code(VILLAGE)).is_ok(),
        replay(&[bytes], code(VILLAGE)).is_ok(),
        seems_a_receipt(bytes),
        KeyCard::read(bytes).is_ok(),
        KeyCard::seems_one(bytes),
        Ring::from_bytes(bytes),
        huhuqing::keys::open(bytes, &KEYS.identity).is_ok(),
        String::from_utf8_lossy(bytes).parse::<DeviceKeys>().is_ok(),
        Seal::find(bytes),
    );
}

/// Keys that nothing is sealed to but what is made here.
static KEYS: LazyLock<DeviceKeys> = LazyLock::new(|| DeviceKeys::fresh().unwrap());

fn scope(text: &str) -> Scope {
    Scope {
        code: code(text),
        name: "村".into(),
    }
}

fn card() -> Vec<u8> {
    let card = KeyCard::of(&KEYS, scope(TOWNSHIP), "乡".into(), 1_546_271_999_000);
    card.write(&KEYS).bytes
}

/// Sound files of every kind.
fn sound() -> Vec<Vec<u8>> {
    let village = village(VILLAGE, "k7f3q9zd").partition;
    let author = draft(VILLAGE).author;
    let scopes = (scope(VILLAGE), scope(TOWNSHIP));
    let receipt = Receipt::of(
        scopes,
        author.clone(),
        device("townoffc"),
        1_546_271_999_000,
        &[&village],
        [],
    );
    let frozen = Frozen {
        scope: scope(VILLAGE),
        period: Period::parse("2018-12").unwrap(),
        author,
        device: device("townoffc"),
        at: 1_546_271_999_000,
        rows: draft(VILLAGE).rows,
        held: Held::of(&village),
    };
    let county = Identity::fresh().unwrap();
    let cost = Cost { memory: 8, passes: 1 };
    let (header, key) = Header::make(code(VILLAGE), device("k7f3q9zd"), "老厂的核桃树下", cost).unwrap();
    let header = header.with_escrow(&key, &[county.recipient()]).unwrap();
    let (request, _) = header.ask(scope(VILLAGE), 1_546_271_999_000).unwrap();
    let reply = request.answer(&county, 1_546_271_999_000).unwrap();
    vec![
        header.to_bytes(),
        request.write().bytes,
        reply.write().bytes,
        package(&village).bytes,
        write(&draft(VILLAGE), Contents::Summary).unwrap().bytes,
        receipt.write().bytes,
        frozen.write().bytes,
        huhuqing::journal::codec::encode(code(VILLAGE), village.changes()),
        card(),
        write_signed(
            &draft(VILLAGE),
            Contents::Summary,
            Some(&|contents| KEYS.signing.sign(contents)),
        )
        .unwrap()
        .bytes,
        KEYS.to_text().as_bytes().to_vec(),
        seal(&package(&village).bytes, &[KEYS.identity.recipient()]).unwrap(),
    ]
}

#[test]
fn arbitrary_bytes_are_refused_without_panic() {
    hold(vec(any::<u8>(), 0..2000), |bytes| {
        read_all(&bytes);
        prop_assert!(open(&bytes, None).is_err() && Receipt::read(&bytes).is_err());
        Ok(())
    });
}

#[test]
fn sound_files_with_bytes_changed_moved_and_repeated_never_panic() {
    let files = sound();
    let edits = vec(
        (any::<prop::sample::Index>(), any::<u8>(), 0..4_u8, 0..60_usize),
        1..6,
    );
    hold((0..files.len(), edits), |(file, edits)| {
        let mut bytes = files[file].clone();
        for (at, byte, how, length) in edits {
            let at = at.index(bytes.len().max(1));
            let end = (at + length).min(bytes.len());
            match how {
                0 if at < bytes.len() => bytes[at] = byte,
                1 => bytes.drain(at..end).for_each(drop),
                2 => {
                    let piece = bytes[at.min(end)..end].to_vec();
                    bytes.splice(at..at, piece);
                }
                _ => bytes.insert(at.min(bytes.len()), byte),
            }
        }
        read_all(&bytes);
        Ok(())
    });
}

#[test]
fn json_of_the_right_names_and_the_wrong_shapes_never_panics() {
    let name =
        "format|schema|changes|records|scope|held|base|stamp|indicators|at|checksum|area|period|set|was";
    let leaf = prop_oneof![
        Just("\"huhuqing.package\"".to_owned()),
        Just("\"huhuqing.receipt\"".to_owned()),
        Just("\"huhuqing.recovery-request\"".to_owned()),
        Just("\"1.1\"".to_owned()),
        Just("\"99991231T235959999Z-ffff-zzzzzzzz\"".to_owned()),
        Just("1e400".to_owned()),
        Just("-9223372036854775808".to_owned()),
        Just("null".to_owned()),
    ];
    let value = leaf.prop_recursive(6, 40, 6, move |inner| {
        let member = (name, inner.clone()).prop_map(|(name, value)| format!("\"{name}\":{value}"));
        prop_oneof![
            vec(member, 0..6).prop_map(|members| format!("{{{}}}", members.join(","))),
            vec(inner, 0..6).prop_map(|items| format!("[{}]", items.join(","))),
        ]
    });
    hold(value, |text| {
        read_all(text.as_bytes());
        Ok(())
    });
}

#[test]
fn clock_strings_are_read_or_refused_and_come_back_the_same() {
    hold(
        "[0-9]{8}T[0-9]{9}Z-[0-9a-f]{4}-[0-9a-z]{8}|\\PC{0,40}|[0-9TZ:+-]{0,40}",
        |text| {
            if let Ok(stamp) = text.parse::<Stamp>() {
                prop_assert_eq!(stamp.to_string(), text);
            }
            Ok(())
        },
    );
}

#[test]
fn depth_and_size_are_bounded() {
    for open_with in ["[", "{\"a\":", "{\"changes\":["] {
        let deep = open_with.repeat(200_000);
        // What stands where no package begins is passed over without going down into it.
        let refused = open(deep.as_bytes(), None).unwrap_err().code();
        assert!(
            ["too_deep", "truncated"].contains(&refused),
            "{open_with}: {refused}"
        );
        assert_eq!(Receipt::read(deep.as_bytes()).unwrap_err().code(), "too_deep");
    }
    let large = vec![b' '; MAX_DOCUMENT_BYTES + 1];
    assert_eq!(Receipt::read(&large).unwrap_err().code(), "too_large");
    assert_eq!(
        Frozen::read(&vec![b' '; 32 * 1024 * 1024 + 1])
            .unwrap_err()
            .code(),
        "too_large"
    );
}

/// A blob that says it holds more than it can is refused before memory is taken for it.
#[test]
fn a_count_in_a_blob_takes_no_memory_for_what_is_not_there() {
    let mut blob = b"HQJ\x01\x00\x0c530427203200".to_vec();
    blob.extend([0xff, 0xff, 0xff, 0xff, 0x7f]);
    assert!(decode(&blob, code(VILLAGE)).is_err());
}

#[test]
fn a_change_from_the_far_future_does_not_carry_the_clock_away() {
    let file = package(&village(VILLAGE, "k7f3q9zd").partition).bytes;
    let mut json: serde_json::Value = serde_json::from_slice(&file).unwrap();
    for change in json["changes"].as_array_mut().unwrap() {
        change["stamp"] = "22000101T000000000Z-0000-k7f3q9zd".into();
    }
    let object = json.as_object_mut().unwrap();
    object.remove("checksum");
    let mut bytes = Vec::new();
    write_canonical_object(&mut bytes, object);
    object.insert("checksum".into(), Checksum::of(&[&bytes]).to_string().into());
    bytes.clear();
    write_canonical_object(&mut bytes, object);
    assert_eq!(open(&bytes, None).unwrap_err().code(), "bad_change");
}
