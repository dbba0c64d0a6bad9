//! Data at rest: what is sealed opens where it lies and nowhere else; known answers of the crates; recovery.
#![allow(clippy::unwrap_used)]

use super::at_rest::{DataKey, KEY_BYTES, OVERHEAD, Place, RestError};
use super::escrow::{RecoveryError, RecoveryReply, RecoveryRequest};
use super::header::Header;
use super::passphrase::{Cost, Weakness, Wrap, weakness};
use super::suite::Suite;
use super::{Identity, KeyError, Recipient};
use crate::exchange::{Scope, hex, unhex};
use crate::journal::DeviceId;
use crate::model::DivisionCode;
use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};
use proptest::prelude::*;

/// Fast, for tests that are not about the cost.
const CHEAP: Cost = Cost { memory: 8, passes: 1 };

const SECRET: &str = "老厂的核桃树下";

fn village() -> DivisionCode {
    DivisionCode::new("530427203200").unwrap()
}

fn device(name: &str) -> DeviceId {
    name.parse().unwrap()
}

fn header() -> (Header, DataKey) {
    Header::make(village(), device("k7f3q9zd"), SECRET, CHEAP).unwrap()
}

fn place<'a>(store: &'a str, key: &'a str, number: u32) -> Place<'a> {
    Place {
        database: "huhuqing",
        store,
        key,
        number,
    }
}

/// draft-irtf-cfrg-xchacha-03, A.3.1.
#[test]
fn the_cipher_gives_the_known_answer() {
    let key: [u8; 32] = std::array::from_fn(|at| 0x80 + at as u8);
    let nonce = unhex("404142434445464748494a4b4c4d4e4f5051525354555657").unwrap();
    let aad = unhex("50515253c0c1c2c3c4c5c6c7").unwrap();
    let text = b"Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.";
    let payload = Payload { msg: text, aad: &aad };
    let sealed = XChaCha20Poly1305::new(&key.into())
        .encrypt(XNonce::from_slice(&nonce), payload)
        .unwrap();
    let expected = "bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb\
        731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216cb96b72e1213b452\
        2f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff9\
        21f9664c97637da9768812f615c68b13b52ec0875924c1c7987947deafd8780acf49";
    assert_eq!(hex(&sealed), expected);
    // What is kept is that, with suite and nonce before it.
    let kept = [&[1], &*nonce, &*sealed].concat();
    assert_eq!(super::at_rest::open(&key, &aad, &kept).unwrap(), text);
}

/// RFC 9106, 5.3.
#[test]
fn the_derivation_gives_the_known_answer() {
    let params = argon2::ParamsBuilder::new()
        .m_cost(32)
        .t_cost(3)
        .p_cost(4)
        .data(argon2::AssociatedData::new(&[4; 12]).unwrap())
        .output_len(32)
        .build()
        .unwrap();
    let argon = Argon2::new_with_secret(&[3; 8], Algorithm::Argon2id, Version::V0x13, params).unwrap();
    let mut tag = [0; 32];
    argon.hash_password_into(&[1; 32], &[2; 16], &mut tag).unwrap();
    assert_eq!(
        hex(&tag),
        "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659"
    );
}

#[test]
fn what_is_written_asks_for_what_owasp_recommends_at_least() {
    let Cost { memory, passes } = Cost::CURRENT;
    assert!(memory >= 19 * 1024 && passes >= 2);
    assert!(Params::new(memory, passes, 1, None).is_ok());
}

proptest! {
    #[test]
    fn what_is_sealed_opens_where_it_lies(value in proptest::collection::vec(any::<u8>(), 0..400), key in "[a-z:0-9]{0,20}", number in any::<u32>()) {
        let data = DataKey::fresh().unwrap();
        let sealed = data.seal(place("meta", &key, number), &value).unwrap();
        prop_assert_eq!(sealed.len(), value.len() + OVERHEAD);
        prop_assert_eq!(data.open(place("meta", &key, number), &sealed), Ok(value));
    }

    #[test]
    fn any_flipped_bit_is_refused(value in proptest::collection::vec(any::<u8>(), 0..200), at in any::<prop::sample::Index>(), bit in 0..8_u8) {
        let data = DataKey::fresh().unwrap();
        let mut sealed = data.seal(place("tail", "530427203200", 3), &value).unwrap();
        let at = at.index(sealed.len());
        sealed[at] ^= 1 << bit;
        let refused = data.open(place("tail", "530427203200", 3), &sealed).unwrap_err();
        let expected = if at == 0 { RestError::UnknownSuite(sealed[0]) } else { RestError::Damaged };
        prop_assert_eq!(refused, expected);
    }

    #[test]
    fn anything_cut_off_is_refused(value in proptest::collection::vec(any::<u8>(), 0..60), keep in any::<prop::sample::Index>()) {
        let data = DataKey::fresh().unwrap();
        let sealed = data.seal(place("meta", "profile", 0), &value).unwrap();
        let cut = &sealed[..keep.index(sealed.len())];
        prop_assert_eq!(data.open(place("meta", "profile", 0), cut), Err(RestError::Damaged));
    }

    #[test]
    fn headers_of_any_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        prop_assert!(Header::from_bytes(&bytes).is_err());
        let _any_answer_will_do = (RecoveryRequest::read(&bytes), RecoveryReply::read(&bytes));
    }
}

#[test]
fn a_value_that_was_moved_is_refused() {
    let data = DataKey::fresh().unwrap();
    let home = place("tail", "530427203200", 3);
    let sealed = data.seal(home, b"a change").unwrap();
    let elsewhere = [
        place("tail", "530427203200", 4),
        place("tail", "530427203201", 3),
        place("snapshots", "530427203200", 3),
        Place {
            database: "huhuqing-demo",
            ..home
        },
        // The same letters, divided otherwise.
        place("tail5", "30427203200", 3),
    ];
    for place in elsewhere {
        assert_eq!(data.open(place, &sealed), Err(RestError::Damaged), "{place:?}");
    }
    assert_eq!(
        DataKey::fresh().unwrap().open(home, &sealed),
        Err(RestError::Damaged)
    );
    assert_eq!(data.open(home, &sealed).unwrap(), b"a change");
}

#[test]
fn no_nonce_and_no_salt_comes_twice() {
    let data = DataKey::fresh().unwrap();
    let seal = || data.seal(place("meta", "profile", 0), b"same").unwrap();
    let nonces: std::collections::BTreeSet<Vec<u8>> = (0..100).map(|_| seal()[1..25].to_vec()).collect();
    assert_eq!(nonces.len(), 100);
    let wrap = || Wrap::new(&data, SECRET, CHEAP).unwrap().salt;
    assert_ne!(wrap(), wrap());
}

#[test]
fn a_suite_of_a_newer_version_is_named() {
    assert_eq!(Suite::of(2), Err(RestError::UnknownSuite(2)));
    assert_eq!(Suite::of(Suite::default().byte()), Ok(Suite::One));
    let (header, _) = header();
    let newer = String::from_utf8(header.to_bytes())
        .unwrap()
        .replace("\"suite\":1", "\"suite\":7");
    assert_eq!(
        Header::from_bytes(newer.as_bytes()),
        Err(RestError::UnknownSuite(7))
    );
    assert_eq!(
        RestError::UnknownSuite(7).to_string(),
        "sealed by suite 7, which this version does not know"
    );
}

#[test]
fn the_right_passphrase_opens_and_no_other() {
    let (header, key) = header();
    let kept = Header::from_bytes(&header.to_bytes()).unwrap();
    assert_eq!(kept, header);
    assert_eq!(kept.unlock(SECRET).unwrap().reveal(), key.reveal());
    for wrong in ["", "老厂的核桃树", "老厂的核桃树下 "] {
        assert_eq!(kept.unlock(wrong).err(), Some(RestError::WrongPassphrase));
    }
}

#[test]
fn another_passphrase_is_another_wrap_of_the_same_key() {
    let (header, key) = header();
    let changed = header.with_passphrase(&key, "一句新的口令吧", CHEAP).unwrap();
    assert_eq!(changed.unlock(SECRET).err(), Some(RestError::WrongPassphrase));
    assert_eq!(changed.unlock("一句新的口令吧").unwrap().reveal(), key.reveal());
    assert_eq!(changed.escrow, header.escrow);
}

#[test]
fn a_header_told_to_be_another_device_is_refused() {
    let (header, _) = header();
    let other = Header {
        device: device("aaaaaaaa"),
        ..header
    };
    assert_eq!(other.unlock(SECRET).err(), Some(RestError::Damaged));
}

#[test]
fn a_header_that_asks_for_too_much_memory_is_refused_before_it_is_taken() {
    let (mut header, _) = header();
    header.wrap.cost.memory = u32::MAX;
    assert_eq!(header.unlock(SECRET).err(), Some(RestError::BadHeader));
    header.wrap.cost = Cost {
        memory: 8,
        passes: u32::MAX,
    };
    assert_eq!(header.unlock(SECRET).err(), Some(RestError::BadHeader));
}

#[test]
fn weak_passphrases_are_named() {
    let of = |text: &str| weakness(text);
    assert_eq!(of("1234567"), Some(Weakness::TooShort));
    assert_eq!(of("七个汉字不够的"), Some(Weakness::TooShort));
    assert_eq!(of("12345678"), Some(Weakness::Pattern));
    assert_eq!(of("87654321"), Some(Weakness::Pattern));
    assert_eq!(of("aaaaaaaa"), Some(Weakness::Pattern));
    assert_eq!(of("19870614"), Some(Weakness::DigitsOnly));
    assert_eq!(of(&"长".repeat(400)), Some(Weakness::TooLong));
    assert_eq!(of("核桃 土豆 雨天 拖拉机"), None);
    let refused = |text| of(text).is_some_and(Weakness::is_refused);
    assert!(refused("12345678") && !refused("19870614"));
}

fn scope() -> Scope {
    Scope {
        code: village(),
        name: "太桥村".into(),
    }
}

fn escrowed(county: &[Recipient]) -> (Header, DataKey) {
    let (header, key) = header();
    (header.with_escrow(&key, county).unwrap(), key)
}

#[test]
fn the_county_brings_a_forgotten_passphrase_back() {
    let county = Identity::fresh().unwrap();
    let (header, key) = escrowed(&[county.recipient()]);
    assert!(header.is_escrowed_to(&[county.recipient()]));
    let header = Header::from_bytes(&header.to_bytes()).unwrap();
    let (request, once) = header.ask(scope(), 1_546_271_999_000).unwrap();
    let file = request.write().bytes;
    let asked = RecoveryRequest::read(&file).unwrap();
    assert_eq!(asked, request);
    assert_eq!(asked.words(), super::escrow::words(&once.recipient()));
    let reply = asked.answer(&county, 1_546_272_000_000).unwrap();
    let reply = RecoveryReply::read(&reply.write().bytes).unwrap();
    assert_eq!(header.take_in(&reply, &once).unwrap().reveal(), key.reveal());
    assert_eq!(
        request.file_name(),
        "hhq-530427203200-2018-12-31-recovery-request-k7f3q9zd.json"
    );
}

#[test]
fn a_request_and_a_reply_hold_no_key_and_no_person() {
    let county = Identity::fresh().unwrap();
    let (header, key) = escrowed(&[county.recipient()]);
    let (request, _) = header.ask(scope(), 1_546_271_999_000).unwrap();
    let reply = request.answer(&county, 1_546_272_000_000).unwrap();
    for file in [request.write().bytes, reply.write().bytes] {
        let text = String::from_utf8(file).unwrap();
        assert!(!text.contains(&hex(key.reveal())));
        let value: serde_json::Value = serde_json::from_str(&text).unwrap();
        let names: Vec<&str> = value.as_object().unwrap().keys().map(String::as_str).collect();
        let expected = [
            "app", "area", "at", "checksum", "device", "format", "reply_to", "schema", "suite",
        ];
        let expected = expected.iter().copied();
        assert!(
            names
                .iter()
                .all(|name| ["escrow", "sealed"].contains(name) || expected.clone().any(|one| one == *name))
        );
    }
}

#[test]
fn a_reply_for_another_device_or_request_is_refused() {
    let county = Identity::fresh().unwrap();
    let (header, key) = escrowed(&[county.recipient()]);
    let (first, _) = header.ask(scope(), 1_546_271_999_000).unwrap();
    let (_, second_key) = header.ask(scope(), 1_546_271_999_000).unwrap();
    let reply = first.answer(&county, 0).unwrap();
    assert_eq!(
        header.take_in(&reply, &second_key).err(),
        Some(RecoveryError::OtherRequest)
    );
    let other = Header::make(village(), device("aaaaaaaa"), SECRET, CHEAP)
        .unwrap()
        .0;
    let other = other.with_escrow(&key, &[county.recipient()]).unwrap();
    let (request, once) = other.ask(scope(), 0).unwrap();
    let theirs = request.answer(&county, 0).unwrap();
    let for_another = RecoveryError::OtherDevice("530427203200 aaaaaaaa".into());
    assert_eq!(header.take_in(&theirs, &once).err(), Some(for_another));
    // A reply with the right names and another key is refused by the header.
    let stranger = Header::make(village(), device("k7f3q9zd"), SECRET, CHEAP).unwrap();
    let stranger = stranger
        .0
        .with_escrow(&stranger.1, &[county.recipient()])
        .unwrap();
    let (request, once) = stranger.ask(scope(), 0).unwrap();
    let theirs = request.answer(&county, 0).unwrap();
    assert_eq!(
        header.take_in(&theirs, &once).err(),
        Some(RecoveryError::Rest(RestError::Damaged))
    );
}

#[test]
fn a_request_in_the_name_of_another_device_gets_no_reply() {
    let county = Identity::fresh().unwrap();
    let (header, _) = escrowed(&[county.recipient()]);
    let (request, _) = header.ask(scope(), 0).unwrap();
    let stolen = RecoveryRequest {
        device: device("aaaaaaaa"),
        ..request.clone()
    };
    let refused = RecoveryError::NamesAnother {
        asked: "530427203200 aaaaaaaa".into(),
        sealed: "530427203200 k7f3q9zd".into(),
    };
    assert_eq!(stolen.answer(&county, 0).err(), Some(refused));
    let not_the_county = Identity::fresh().unwrap();
    assert_eq!(
        request.answer(&not_the_county, 0).err(),
        Some(RecoveryError::Key(KeyError::NotForThisKey))
    );
}

#[test]
fn without_a_key_of_the_county_there_is_nothing_to_ask() {
    let (header, key) = header();
    assert_eq!(header.ask(scope(), 0).err(), Some(RecoveryError::NoEscrow));
    assert_eq!(key.reveal().len(), KEY_BYTES);
}
