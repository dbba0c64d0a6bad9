//! Keys, cards, seals and signatures, as people meet them.

use super::*;
use crate::keys::{KeyCard, KeyError, Standing, open_with_passphrase};
use crate::workspace::keyring::SHORTEST_PASSPHRASE;
use std::collections::BTreeSet;

const TOWNSHIP: &str = "530427203";
const COUNTY: &str = "530427";

fn office(seed: u64, code: &str) -> (Device, Workspace) {
    let device = Device::new(seed);
    let workspace = device.start();
    block_on(workspace.begin(first_run(code))).unwrap();
    (device, workspace)
}

fn preview(workspace: &Workspace, file: &ExportedFile) -> ImportPreview {
    let files = vec![(file.name.clone(), file.bytes.clone())];
    block_on(workspace.preview(workspace.intake(9), files)).unwrap()
}

fn card(workspace: &Workspace) -> ExportedFile {
    block_on(workspace.card_file()).unwrap()
}

fn give(from: &Workspace, to: &Workspace, compared: bool) {
    let seen = preview(to, &card(from));
    let file = &seen.cards[0];
    assert_eq!(file.standing, Standing::New);
    block_on(to.take_card(&file.file, compared, false)).unwrap();
}

fn sealed(village: &Workspace) -> ExportedFile {
    let file = block_on(village.export(area(VILLAGE), Outgoing::Detail)).unwrap();
    let above = block_on(village.sealable_above()).unwrap();
    block_on(village.seal(file, &above)).unwrap()
}

#[test]
fn a_package_sealed_to_the_offices_above_opens_there_and_nowhere_else() {
    Root::new().with(|| {
        let (_, village, _) = village();
        let ((_, township), (_, county)) = (office(2, TOWNSHIP), office(3, COUNTY));
        let (_, stranger) = office(4, TOWNSHIP);
        give(&township, &village, true);
        give(&county, &village, false);
        let above = block_on(village.sealable_above()).unwrap();
        assert_eq!(above, BTreeSet::from([area(TOWNSHIP), area(COUNTY)]));
        let file = sealed(&village);
        assert!(file.name.ends_with(".json.age") && !file.name.contains("李"));
        for own in [&township, &county, &village] {
            assert!(preview(own, &file).files[0].outcome.is_ok());
        }
        let refused = preview(&stranger, &file);
        assert_eq!(
            refused.files[0].outcome.as_ref().unwrap_err(),
            &KeyError::NotForThisKey
        );
        assert!(!refused.is_usable());
        let mut cut = file.clone();
        cut.bytes.truncate(cut.bytes.len() / 2);
        assert!(preview(&township, &cut).files[0].outcome.is_err());
        block_on(township.import(preview(&township, &file))).unwrap();
        let code = |workspace: &Workspace| block_on(workspace.short_code(area(VILLAGE))).unwrap();
        assert_eq!(code(&township).to_string(), code(&village).to_string());
    });
}

#[test]
fn a_preview_says_who_signed() {
    Root::new().with(|| {
        let (_, village, _) = village();
        let (_, township) = office(2, TOWNSHIP);
        let file = block_on(village.export(area(VILLAGE), Outgoing::Detail)).unwrap();
        let signed_by = |file: &ExportedFile| {
            preview(&township, file).files[0]
                .outcome
                .as_ref()
                .unwrap()
                .signed_by
                .clone()
        };
        assert_eq!(signed_by(&file), SignedBy::Stranger { expected: false });
        give(&village, &township, false);
        let SignedBy::Known {
            area: of, compared, ..
        } = signed_by(&file)
        else {
            panic!("not known")
        };
        assert_eq!((of, compared), (area(VILLAGE), false));
        let key = KeyCard::read(&card(&village).bytes).unwrap().verifying;
        block_on(township.card_compared(area(VILLAGE), key)).unwrap();
        assert!(signed_by(&file).is_by(area(VILLAGE)));
        // Sealed anew by somebody who has the program but not the key: the signature tells.
        let mut json: serde_json::Map<String, serde_json::Value> =
            serde_json::from_slice(&file.bytes).unwrap();
        json.insert("sequence".into(), 7.into());
        json.remove("checksum");
        let mut forged = Vec::new();
        crate::model::write_canonical_object(&mut forged, &json);
        let checksum = exchange::Checksum::of(&[&forged]).to_string();
        json.insert("checksum".into(), checksum.into());
        let forged = ExportedFile {
            name: file.name.clone(),
            bytes: serde_json::to_vec(&json).unwrap(),
        };
        let refused = preview(&township, &forged);
        assert_eq!(
            refused.files[0].outcome.as_ref().unwrap_err(),
            &KeyError::BadSignature
        );
        // And without any signature it is said that one was to be expected.
        json.remove("signature");
        json.remove("checksum");
        let mut bare = Vec::new();
        crate::model::write_canonical_object(&mut bare, &json);
        json.insert(
            "checksum".into(),
            exchange::Checksum::of(&[&bare]).to_string().into(),
        );
        let bare = ExportedFile {
            name: file.name.clone(),
            bytes: serde_json::to_vec(&json).unwrap(),
        };
        assert_eq!(signed_by(&bare), SignedBy::Nobody { expected: true });
        // The log of imports remembers who signed.
        block_on(township.import(preview(&township, &file))).unwrap();
        let runs = township.import_runs().get_untracked();
        assert!(runs[0].files[0].signer.is_some());
    });
}

#[test]
fn a_receipt_that_the_known_office_has_not_signed_counts_for_nothing() {
    Root::new().with(|| {
        let (_, village, _) = village();
        let ((_, township), (_, thief)) = (office(2, TOWNSHIP), office(3, TOWNSHIP));
        let file = block_on(village.export(area(VILLAGE), Outgoing::Detail)).unwrap();
        for office in [&township, &thief] {
            block_on(office.import(preview(office, &file))).unwrap();
        }
        give(&township, &village, true);
        let forged = block_on(thief.receipt(area(VILLAGE))).unwrap();
        let seen = preview(&village, &forged);
        assert_eq!(seen.receipts[0].relevance, Relevance::NotSigned);
        let before = village.handover().get_untracked().pending;
        assert!(before > 0 && !seen.is_usable());
        block_on(village.import(seen)).unwrap();
        assert_eq!(village.handover().get_untracked().pending, before);
        // The office's own, sealed to the village's card.
        give(&village, &township, true);
        let receipt = block_on(township.receipt(area(VILLAGE))).unwrap();
        let receipt = block_on(township.seal_if_known(receipt, Some(area(VILLAGE)))).unwrap();
        assert!(receipt.name.ends_with(".age"));
        block_on(village.import(preview(&village, &receipt))).unwrap();
        assert_eq!(village.handover().get_untracked().pending, 0);
    });
}

#[test]
fn another_key_for_an_area_is_shown_and_takes_no_place_by_itself() {
    Root::new().with(|| {
        let (_, village, _) = village();
        let ((_, township), (_, other)) = (office(2, TOWNSHIP), office(3, TOWNSHIP));
        give(&township, &village, true);
        let seen = preview(&village, &card(&other));
        assert_eq!(seen.cards[0].standing, Standing::Different);
        let before = block_on(village.ring()).unwrap();
        block_on(village.import(seen)).unwrap();
        assert_eq!(block_on(village.ring()).unwrap(), before);
        block_on(village.take_card(&card(&other).bytes, true, true)).unwrap();
        let ring = block_on(village.ring()).unwrap();
        assert_eq!(ring.recipients(area(TOWNSHIP)).len(), 1);
        assert_eq!(ring.cards().count(), 2, "the old one is kept for old signatures");
    });
}

#[test]
fn the_computers_of_an_office_share_a_key_by_a_file_with_a_passphrase() {
    Root::new().with(|| {
        let (_, village, _) = village();
        let ((_, first), (device, second)) = (office(2, TOWNSHIP), office(3, TOWNSHIP));
        give(&second, &village, true);
        let to_the_old_key = sealed(&village);
        let passphrase = "口令口令口令口令";
        assert!(passphrase.chars().count() >= SHORTEST_PASSPHRASE);
        let file = block_on(first.office_key_file(passphrase)).unwrap();
        assert!(open_with_passphrase(&file.bytes, "x").is_err());
        let text = String::from_utf8_lossy(&file.bytes).into_owned();
        assert!(!text.contains("AGE-SECRET-KEY"));
        assert!(block_on(second.take_office_key(&file.bytes, "另一个口令")).is_err());
        block_on(second.take_office_key(&file.bytes, passphrase)).unwrap();
        let fingerprint = |workspace: &Workspace| block_on(workspace.own_card()).unwrap().fingerprint();
        assert_eq!(fingerprint(&first), fingerprint(&second));
        assert_eq!(
            fingerprint(&device.start()),
            fingerprint(&first),
            "after closing the tab too"
        );
        assert!(preview(&second, &to_the_old_key).files[0].outcome.is_ok());
        assert!(preview(&first, &to_the_old_key).files[0].outcome.is_err());
    });
}
