#![allow(clippy::unwrap_used)]
use super::*;
use crate::exchange::{Checksum, Scope, Signed};
use crate::model::DivisionCode;

fn keys() -> DeviceKeys {
    DeviceKeys::fresh().unwrap()
}

fn card(keys: &DeviceKeys, area: &str) -> KeyCard {
    let area = Scope {
        code: DivisionCode::new(area).unwrap(),
        name: "盐津县".into(),
    };
    KeyCard::of(keys, area, "县扶贫办".into(), 1_525_327_331_000)
}

#[test]
fn what_is_sealed_to_two_opens_with_either_and_with_no_other() {
    let (a, b, other) = (keys(), keys(), keys());
    let to = [a.identity.recipient(), b.identity.recipient()];
    let sealed = seal("户户清".as_bytes(), &to).unwrap();
    assert!(is_sealed(&sealed));
    for one in [&a, &b] {
        assert_eq!(open(&sealed, &one.identity).unwrap(), "户户清".as_bytes());
    }
    assert_eq!(open(&sealed, &other.identity), Err(KeyError::NotForThisKey));
    assert_eq!(seal(b"x", &[]), Err(KeyError::NoRecipient));
    assert_eq!(open(b"{}", &a.identity), Err(KeyError::NotSealed));
}

#[test]
fn every_file_that_is_cut_off_or_altered_is_refused() {
    let a = keys();
    let sealed = seal(&[7; 100], &[a.identity.recipient()]).unwrap();
    for end in 0..sealed.len() {
        assert!(open(&sealed[..end], &a.identity).is_err(), "cut at {end}");
    }
    for place in 0..sealed.len() {
        let mut altered = sealed.clone();
        altered[place] ^= 1;
        assert!(open(&altered, &a.identity).is_err(), "altered at {place}");
    }
    let longer = [&sealed[..], b"x"].concat();
    assert_eq!(open(&longer, &a.identity), Err(KeyError::Altered));
}

#[test]
fn a_key_file_comes_back_and_a_passphrase_keeps_it() {
    let a = keys();
    let text = a.to_text();
    let back: DeviceKeys = text.parse().unwrap();
    assert_eq!(back.identity.recipient(), a.identity.recipient());
    assert_eq!(back.signing.verifying_key(), a.signing.verifying_key());
    let sealed = seal_with_passphrase(text.as_bytes(), "一二三四五六").unwrap();
    assert_eq!(
        open_with_passphrase(&sealed, "一二三四五六").unwrap(),
        text.as_bytes()
    );
    assert_eq!(open_with_passphrase(&sealed, "x"), Err(KeyError::WrongPassphrase));
    assert_eq!(open(&sealed, &a.identity), Err(KeyError::NeedsPassphrase));
    assert!(!format!("{a:?}").contains("SECRET") && !format!("{a:?}").contains("SIGNING-KEY"));
}

#[test]
fn a_signature_is_of_one_key_and_one_file() {
    let a = keys();
    let contents = Checksum::of(&[b"a"]);
    let signed = Signed {
        signature: a.signing.sign(&contents),
        contents,
    };
    assert_eq!(verify(&signed), Ok(a.signing.verifying_key()));
    let mut other = signed.clone();
    other.contents = Checksum::of(&[b"b"]);
    assert_eq!(verify(&other), Err(KeyError::BadSignature));
    let mut of_another_key = signed.clone();
    of_another_key.signature.key = keys().signing.sign(&contents).key;
    assert_eq!(verify(&of_another_key), Err(KeyError::BadSignature));
    let mut later = signed;
    later.signature.suite = 2;
    assert_eq!(verify(&later), Err(KeyError::UnknownSuite(2)));
}

#[test]
fn a_card_is_signed_by_itself_and_tells_its_fingerprint() {
    let a = keys();
    let card = card(&a, "530427");
    let file = card.write(&a).bytes;
    assert_eq!(KeyCard::read(&file), Ok(card.clone()));
    assert!(KeyCard::seems_one(&file));
    // Somebody else's keys under the same name: another fingerprint; an altered card is refused.
    let forged = KeyCard {
        recipient: keys().identity.recipient(),
        ..card.clone()
    };
    assert_ne!(forged.fingerprint(), card.fingerprint());
    assert_eq!(
        KeyCard::read(&forged.write(&keys()).bytes),
        Err(KeyError::CardNotOwn)
    );
    let altered = String::from_utf8(file).unwrap().replace("县扶贫办", "县扶贫弁");
    assert!(KeyCard::read(altered.as_bytes()).is_err());
    assert_eq!(card.fingerprint().characters().len(), 12);
    assert_eq!(
        card.fingerprint().words().chars().filter(|c| *c != ' ').count(),
        12
    );
    let (path, size) = card.fingerprint().qr(card.code());
    assert!(size >= 21 && path.starts_with("M0 0h1v1h-1z"));
}

#[test]
fn another_key_for_an_area_takes_no_place_by_itself() {
    let (a, b) = (keys(), keys());
    let (first, second) = (card(&a, "530427"), card(&b, "530427"));
    let mut ring = Ring::default();
    assert_eq!(ring.standing(&first), Standing::New);
    ring.take(&first.write(&a).bytes, true, false).unwrap();
    assert_eq!(ring.standing(&first), Standing::Known);
    assert_eq!(ring.standing(&second), Standing::Different);
    ring.take(&second.write(&b).bytes, false, true).unwrap();
    assert_eq!(ring.county(), [b.identity.recipient()]);
    let old = ring.owner(&a.signing.verifying_key()).unwrap();
    assert!(old.replaced && old.compared);
    assert_eq!(Ring::from_bytes(&ring.to_bytes()), Some(ring));
}

#[test]
fn no_more_comes_out_than_is_allowed() {
    let a = keys();
    let file = seal(&vec![7; 300_000], &[a.identity.recipient()]).unwrap();
    let up_to = |limit| sealed::open_up_to(limit, &file, &a.identity.0);
    assert_eq!(up_to(300_000).map(|bytes| bytes.len()), Ok(300_000));
    assert_eq!(up_to(299_999), Err(KeyError::TooLarge { limit: 299_999 }));
}
