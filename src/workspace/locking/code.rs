//! What stands behind parts: ciphers, the derivation of keys, the encrypted store; and age, for recovery alone.

use crate::exchange::Scope;
use crate::journal::DeviceId;
use crate::keys::at_rest::{DataKey, RestError};
use crate::keys::escrow::{RecoveryError, RecoveryReply, RecoveryRequest};
use crate::keys::header::Header;
use crate::keys::passphrase::Cost;
use crate::keys::{Identity, KeyError, Recipient, Ring};
use crate::model::{DivisionCode, Level};
use crate::platform::part::part;
use crate::storage::sealed::{SealedDatabase, open_contents, seal_contents};
use crate::storage::{Contents, Database, StorageError};
use std::rc::Rc;

/// What the passphrase and the cipher give.
type Rest<T> = Result<T, RestError>;

/// What a recovery gives.
type Recovery<T> = Result<T, RecoveryError>;

/// A file's name and bytes.
type NamedFile = (String, Vec<u8>);

/// A store.
type Store = Rc<dyn Database>;

/// What locking and unlocking need.
#[derive(Clone, Copy)]
pub struct LockCode {
    pub read: fn(&[u8]) -> Rest<Header>,
    pub write: fn(&Header) -> Vec<u8>,
    pub make: fn(DivisionCode, DeviceId, &str) -> Rest<(Header, DataKey)>,
    pub unlock: fn(&Header, &str) -> Rest<DataKey>,
    pub with_passphrase: fn(&Header, &DataKey, &str) -> Rest<Header>,
    pub over: fn(Store, &str, DataKey) -> Store,
    pub seal: fn(Contents, &str, &DataKey) -> Result<Contents, StorageError>,
    pub open: fn(Contents, &str, &DataKey) -> Result<Contents, StorageError>,
}

part! {
    /// The passphrase and the cipher.
    pub static LOCK: LockCode = lock(LOCK_CODE);
}

const LOCK_CODE: LockCode = LockCode {
    read: Header::from_bytes,
    write: Header::to_bytes,
    make: |area, device, passphrase| Header::make(area, device, passphrase, cost()),
    unlock: Header::unlock,
    with_passphrase: |header, key, passphrase| header.with_passphrase(key, passphrase, cost()),
    over: |within, name, key| Rc::new(SealedDatabase::new(within, name, key)),
    seal: seal_contents,
    open: open_contents,
};

/// Tests of the workspace unlock hundreds of times; what they test is not the cost.
fn cost() -> Cost {
    if cfg!(test) {
        Cost { memory: 8, passes: 1 }
    } else {
        Cost::CURRENT
    }
}

/// What a recovery needs beyond that. Keys travel as text, which is how they are kept.
#[derive(Clone, Copy)]
pub struct EscrowCode {
    /// The header sealed to the county's keys of a kept ring; none when it is already, or no key of the county is known.
    pub escrow: fn(&Header, &DataKey, &[u8]) -> Recovery<Option<Header>>,
    /// A request, and the one-time key.
    pub ask: fn(&Header, Scope, u64) -> Recovery<(NamedFile, String)>,
    /// What is read out of a one-time key.
    pub words: fn(&str) -> Recovery<String>,
    /// The data key that a reply brings.
    pub take_in: fn(&Header, &str, &[u8]) -> Recovery<DataKey>,
    pub read_request: fn(&[u8]) -> Recovery<RecoveryRequest>,
    /// The reply to a request, made with the county's private keys: its file name and bytes.
    pub answer: fn(&RecoveryRequest, &[Identity], u64) -> Recovery<NamedFile>,
    pub words_of: fn(&Recipient) -> String,
}

part! {
    /// The county's key.
    pub static ESCROW: EscrowCode = keys(ESCROW_CODE);
}

const ESCROW_CODE: EscrowCode = EscrowCode {
    escrow,
    ask,
    words,
    take_in,
    read_request: RecoveryRequest::read,
    answer,
    words_of: crate::keys::escrow::words,
};

fn escrow(header: &Header, key: &DataKey, ring: &[u8]) -> Recovery<Option<Header>> {
    let county = Ring::from_bytes(ring).map(county_of).unwrap_or_default();
    if county.is_empty() || header.is_escrowed_to(&county) {
        return Ok(None);
    }
    Ok(Some(header.with_escrow(key, &county)?))
}

/// The county's cards that somebody has compared by telephone; before that all of them.
fn county_of(ring: Ring) -> Vec<Recipient> {
    let county = ring
        .cards()
        .filter(|held| held.card.code().level() == Level::County);
    let compared = county.filter(|held| held.compared && !held.replaced);
    let compared: Vec<Recipient> = compared.map(|held| held.card.recipient.clone()).collect();
    match compared.is_empty() {
        true => ring.county(),
        false => compared,
    }
}

fn ask(header: &Header, area: Scope, at: u64) -> Recovery<(NamedFile, String)> {
    let (request, once) = header.ask(area, at)?;
    let file = (request.file_name(), request.write().bytes);
    Ok((file, once.reveal().to_string()))
}

fn words(once: &str) -> Recovery<String> {
    let once: Identity = once.parse()?;
    Ok(crate::keys::escrow::words(&once.recipient()))
}

fn take_in(header: &Header, once: &str, reply: &[u8]) -> Recovery<DataKey> {
    header.take_in(&RecoveryReply::read(reply)?, &once.parse()?)
}

/// An office that has exchanged its keys opens what was sealed to the earlier ones too.
fn answer(request: &RecoveryRequest, county: &[Identity], at: u64) -> Recovery<NamedFile> {
    let mut refused = RecoveryError::Key(KeyError::NotForThisKey);
    for identity in county {
        match request.answer(identity, at) {
            Ok(reply) => return Ok((reply.file_name(), reply.write().bytes)),
            Err(RecoveryError::Key(KeyError::NotForThisKey)) => {}
            Err(other) => refused = other,
        }
    }
    Err(refused)
}
