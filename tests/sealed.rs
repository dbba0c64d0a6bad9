//! Sealed files, signatures and key cards: laws over any recipients and any bytes, and the tool of others as their reader.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

mod sample;

use age::secrecy::ExposeSecret as _;
use huhuqing::exchange::*;
use huhuqing::keys::{DeviceKeys, Identity, KeyCard, KeyError, Recipient, VerifyingKey, seal, verify};
use proptest::collection::vec;
use proptest::prelude::*;
use sample::*;
use std::io::{Read as _, Write as _};
use std::process::Command;
use std::sync::LazyLock;

/// Keys are dear to make; the cases choose among these.
static KEYS: LazyLock<Vec<DeviceKeys>> =
    LazyLock::new(|| (0..6).map(|_| DeviceKeys::fresh().unwrap()).collect());

fn card(keys: &DeviceKeys, area: &str, name: &str) -> KeyCard {
    let area = Scope {
        code: code(area),
        name: "老厂乡".into(),
    };
    KeyCard::of(keys, area, name.into(), 1_525_327_331_000)
}

fn signed(keys: &DeviceKeys) -> Vec<u8> {
    let village = village(VILLAGE, "k7f3q9zd").partition;
    let sign = |contents: &Checksum| keys.signing.sign(contents);
    let contents = Contents::Detail(&[&village], Disclosure::STRICT);
    write_signed(&draft(VILLAGE), contents, Some(&sign))
        .unwrap()
        .bytes
}

fn signer_of(bytes: &[u8]) -> Result<VerifyingKey, KeyError> {
    let (package, _) = open(bytes, None)?;
    verify(&package.signed.expect("a signature"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_sealed_opens_to_the_same_with_every_key_it_is_for_and_with_no_other(
        contents in vec(any::<u8>(), 0..200_000),
        to in prop::collection::btree_set(0..5_usize, 1..5),
    ) {
        let recipients: Vec<Recipient> = to.iter().map(|one| KEYS[*one].identity.recipient()).collect();
        let sealed = seal(&contents, &recipients).unwrap();
        for (place, keys) in KEYS.iter().enumerate() {
            let opened = huhuqing::keys::open(&sealed, &keys.identity);
            match to.contains(&place) {
                true => prop_assert_eq!(opened.as_ref(), Ok(&contents)),
                false => prop_assert_eq!(opened, Err(KeyError::NotForThisKey)),
            }
        }
    }

    #[test]
    fn any_flipped_bit_and_any_cut_is_refused(
        contents in vec(any::<u8>(), 0..70_000),
        at in any::<prop::sample::Index>(),
        bit in 0..8_u32,
    ) {
        let sealed = seal(&contents, &[KEYS[0].identity.recipient()]).unwrap();
        let at = at.index(sealed.len());
        let mut flipped = sealed.clone();
        flipped[at] ^= 1 << bit;
        prop_assert!(huhuqing::keys::open(&flipped, &KEYS[0].identity).is_err());
        prop_assert!(huhuqing::keys::open(&sealed[..at], &KEYS[0].identity).is_err());
    }

    #[test]
    fn any_flipped_bit_of_a_signed_package_is_refused(at in any::<prop::sample::Index>(), bit in 0..7_u32) {
        static FILE: LazyLock<Vec<u8>> = LazyLock::new(|| signed(&KEYS[0]));
        let mut flipped = FILE.clone();
        flipped[at.index(FILE.len())] ^= 1 << bit;
        let refused = match open(&flipped, None) {
            Err(_) => true,
            Ok((package, _)) => package.signed.is_none_or(|signed| verify(&signed).is_err()),
        };
        prop_assert!(refused);
    }

    #[test]
    fn any_flipped_bit_of_a_key_card_is_refused(at in any::<prop::sample::Index>(), bit in 0..7_u32) {
        static FILE: LazyLock<Vec<u8>> = LazyLock::new(|| card(&KEYS[0], TOWNSHIP, "乡扶贫办").write(&KEYS[0]).bytes);
        let mut flipped = FILE.clone();
        flipped[at.index(FILE.len())] ^= 1 << bit;
        prop_assert!(KeyCard::read(&flipped).is_err());
    }
}

#[test]
fn a_signature_stands_when_the_file_is_printed_prettily_and_falls_when_a_word_is_changed() {
    let file = signed(&KEYS[0]);
    let key = KEYS[0].signing.verifying_key();
    assert_eq!(signer_of(&file), Ok(key));
    let json: serde_json::Value = serde_json::from_slice(&file).unwrap();
    assert_eq!(signer_of(&serde_json::to_vec_pretty(&json).unwrap()), Ok(key));
    // Sealed anew by somebody who has the program and not the key.
    let mut json = json.as_object().unwrap().clone();
    json["author"]["name"] = "别人".into();
    json.remove("checksum");
    let mut bytes = Vec::new();
    huhuqing::model::write_canonical_object(&mut bytes, &json);
    json.insert("checksum".into(), Checksum::of(&[&bytes]).to_string().into());
    let forged = serde_json::to_vec(&json).unwrap();
    assert!(open(&forged, None).is_ok(), "the checksum is right");
    assert_eq!(signer_of(&forged), Err(KeyError::BadSignature));
}

#[test]
fn an_unsigned_file_is_read_and_a_signed_one_says_the_same() {
    let village = village(VILLAGE, "k7f3q9zd").partition;
    let bare = package(&village).bytes;
    let (bare, _) = open(&bare, None).unwrap();
    let (with, _) = open(&signed(&KEYS[0]), None).unwrap();
    assert_eq!(bare.signed, None);
    assert_eq!(
        bare.partitions[&code(VILLAGE)].changes(),
        with.partitions[&code(VILLAGE)].changes()
    );
}

#[test]
fn receipts_and_closed_periods_are_signed_too() {
    let village = village(VILLAGE, "k7f3q9zd").partition;
    let scope = |text: &str| Scope {
        code: code(text),
        name: String::new(),
    };
    let author = draft(VILLAGE).author;
    let receipt = Receipt::of(
        (scope(VILLAGE), scope(TOWNSHIP)),
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
    let sign = |contents: &Checksum| KEYS[1].signing.sign(contents);
    let key = Ok(KEYS[1].signing.verifying_key());
    let (read, _, signed) = Receipt::read_signed(&receipt.write_signed(Some(&sign)).bytes).unwrap();
    assert_eq!((read, verify(&signed.unwrap())), (receipt, key.clone()));
    let (_, _, signed) = Frozen::read_signed(&frozen.write_signed(Some(&sign)).bytes).unwrap();
    assert_eq!(verify(&signed.unwrap()), key);
}

#[test]
fn a_header_without_end_and_a_file_of_too_much_are_refused_at_once() {
    let endless = [
        &b"age-encryption.org/v1\n"[..],
        &b"-> X25519 a\nb\n".repeat(100_000),
    ]
    .concat();
    let refused = |bytes: &[u8]| huhuqing::keys::open(bytes, &KEYS[0].identity).unwrap_err();
    assert_eq!(refused(&endless), KeyError::Altered);
    assert_eq!(refused(b"age-encryption.org/v2\n-> x\n"), KeyError::UnknownForm);
    assert!(matches!(
        refused(b"age-encryption.org/v1"),
        KeyError::Truncated { .. }
    ));
    assert_eq!(refused(b"{}"), KeyError::NotSealed);
}

/// Whoever has no program of ours reads a sealed file with the age crate's own reader, and is read.
#[test]
fn the_age_crate_opens_what_is_sealed_here_and_the_other_way_round() {
    let stranger = age::x25519::Identity::generate();
    let recipient: Recipient = stranger.to_public().to_string().parse().unwrap();
    let file = signed(&KEYS[0]);
    let sealed = seal(&file, &[KEYS[1].identity.recipient(), recipient]).unwrap();
    let decryptor = age::Decryptor::new(&sealed[..]).unwrap();
    let mut reader = decryptor
        .decrypt(std::iter::once(&stranger as &dyn age::Identity))
        .unwrap();
    let mut opened = Vec::new();
    reader.read_to_end(&mut opened).unwrap();
    assert_eq!(opened, file);

    let ours: age::x25519::Recipient = KEYS[0].identity.recipient().to_string().parse().unwrap();
    let theirs = age::encrypt(&ours, &file).unwrap();
    assert_eq!(huhuqing::keys::open(&theirs, &KEYS[0].identity), Ok(file));
    let text = stranger.to_string();
    let identity: Identity = text.expose_secret().parse().unwrap();
    assert_eq!(identity.recipient().to_string(), stranger.to_public().to_string());
}

/// The plain age tool, where it is installed (`apt install age`), with the key file of `hhq keygen` and the app.
#[test]
fn the_age_tool_opens_what_is_sealed_here_and_the_other_way_round() {
    let Ok(tool) = Command::new("age").arg("--version").output() else {
        eprintln!("age is not installed; passed over");
        return;
    };
    assert!(tool.status.success());
    let folder = std::path::PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("age-tool");
    std::fs::create_dir_all(&folder).unwrap();
    let (key, sealed) = (folder.join("key.txt"), folder.join("v.json.age"));
    let file = signed(&KEYS[0]);
    std::fs::write(&key, &*KEYS[0].to_text()).unwrap();
    std::fs::write(&sealed, seal(&file, &[KEYS[0].identity.recipient()]).unwrap()).unwrap();
    let opened = Command::new("age")
        .arg("-d")
        .arg("-i")
        .arg(&key)
        .arg(&sealed)
        .output()
        .unwrap();
    assert!(
        opened.status.success(),
        "{}",
        String::from_utf8_lossy(&opened.stderr)
    );
    assert_eq!(opened.stdout, file);

    let mut theirs = Command::new("age")
        .args(["-r", &KEYS[2].identity.recipient().to_string()])
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    theirs.stdin.take().unwrap().write_all(&file).unwrap();
    let theirs = theirs.wait_with_output().unwrap().stdout;
    assert_eq!(huhuqing::keys::open(&theirs, &KEYS[2].identity), Ok(file));
}

#[test]
fn a_key_card_is_as_its_schema_says() {
    let schema = jsonschema::validator_for(&key_card_schema()).unwrap();
    let file = card(&KEYS[0], TOWNSHIP, "乡扶贫办").write(&KEYS[0]).bytes;
    let mut json: serde_json::Value = serde_json::from_slice(&file).unwrap();
    assert!(schema.is_valid(&json));
    json["recipient"] = "age1short".into();
    assert!(!schema.is_valid(&json));
    let package: serde_json::Value = serde_json::from_slice(&signed(&KEYS[0])).unwrap();
    assert!(
        jsonschema::validator_for(&json_schema())
            .unwrap()
            .is_valid(&package)
    );
}
