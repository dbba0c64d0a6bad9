//! The data key for the county: sealed to its keys, asked for when the passphrase is forgotten, and sent back to a key that
//! the device has made for this once.

use super::at_rest::{DataKey, KEY_BYTES, RestError};
use super::header::{Escrow, Header};
use super::suite::Suite;
use super::{Identity, KeyError, Recipient, open, seal};
use crate::exchange::document::{self, Document, bad, member, moment_of, moment_text, scope_member};
use crate::exchange::{Scope, Sealed, hex, unhex};
use crate::journal::DeviceId;
use crate::model::{Date, DivisionCode, Label};
use serde_json::{Map, Value, json};
use zeroize::Zeroizing;

/// The `format` of a request for recovery.
pub const REQUEST_FORMAT: &str = "huhuqing.recovery-request";

/// The `format` of the county's reply.
pub const REPLY_FORMAT: &str = "huhuqing.recovery-reply";

/// Why a recovery does not go on.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RecoveryError {
    /// The file, or what is sealed in it, cannot be opened.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// The key that came is not that of this device's data.
    #[error(transparent)]
    Rest(#[from] RestError),
    /// What the county's key opens names another device than the request does.
    #[error("the request names {asked}, and the sealed key is that of {sealed}")]
    NamesAnother {
        /// Who asks, by the request.
        asked: String,
        /// Whose key it is.
        sealed: String,
    },
    /// The reply is for another device.
    #[error("the reply is for the device {0}")]
    OtherDevice(String),
    /// The reply is for another request of this device.
    #[error("the reply is for another request")]
    OtherRequest,
    /// No key of the county was known when the data were encrypted.
    #[error("the key was never sealed to the county")]
    NoEscrow,
}

impl RecoveryError {
    /// What happened and what to do, for people at the command line; the app has its own words.
    pub fn label(&self) -> Label {
        match self {
            Self::Key(error) => error.label(),
            Self::NamesAnother { .. } => Label::new(
                "申请里写的设备，和里面封存的密钥不是同一台，没有回复。请打电话查明。",
                "The request names another device than the key in it, so there is no reply. Telephone and find out.",
            ),
            Self::OtherDevice(_) | Self::OtherRequest => Label::new(
                "这份回复是给另一台设备或另一次申请的，没有改动。",
                "The reply is for another device or request; nothing was changed.",
            ),
            Self::Rest(_) | Self::NoEscrow => Label::new(
                "里面没有能打开资料的密钥，没有改动。请重新申请。",
                "There is no key in it that opens the register; nothing was changed. Ask anew.",
            ),
        }
    }
}

/// What a device asks the county: the sealed data key back, sealed to a key that it has made for this once. It names the
/// area and the device, and nobody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecoveryRequest {
    /// The area of the device.
    pub area: Scope,
    /// The device.
    pub device: DeviceId,
    /// When it asks, in milliseconds since 1970.
    pub at: u64,
    /// The data key, sealed to the county.
    pub escrow: Vec<u8>,
    /// To whom the reply is to be sealed.
    pub reply_to: Recipient,
}

/// What the county sends back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecoveryReply {
    /// The area of the device that asked.
    pub area: Scope,
    /// The device.
    pub device: DeviceId,
    /// When the county replied.
    pub at: u64,
    /// To whom it is sealed.
    pub reply_to: Recipient,
    /// The data key, sealed to it.
    pub sealed: Vec<u8>,
}

impl Header {
    /// The header with the data key sealed to the county.
    ///
    /// # Errors
    /// When the system gives no chance, or nobody is named.
    pub fn with_escrow(&self, key: &DataKey, county: &[Recipient]) -> Result<Self, KeyError> {
        let sealed = seal(&payload(key, self.area, self.device), county)?;
        let recipients = names_of(county);
        Ok(Self {
            escrow: Some(Escrow { recipients, sealed }),
            ..self.clone()
        })
    }

    /// Whether the data key is sealed to just those keys.
    pub fn is_escrowed_to(&self, county: &[Recipient]) -> bool {
        let escrow = self.escrow.as_ref();
        escrow.is_some_and(|escrow| escrow.recipients == names_of(county))
    }

    /// Asks the county, with the one-time key that opens its reply.
    ///
    /// # Errors
    /// [`RecoveryError::NoEscrow`]; when the system gives no chance.
    pub fn ask(&self, area: Scope, at: u64) -> Result<(RecoveryRequest, Identity), RecoveryError> {
        let escrow = self.escrow.as_ref().ok_or(RecoveryError::NoEscrow)?;
        let once = Identity::fresh()?;
        let request = RecoveryRequest {
            area,
            device: self.device,
            at,
            escrow: escrow.sealed.clone(),
            reply_to: once.recipient(),
        };
        Ok((request, once))
    }

    /// The data key of the county's reply to a request that was made with that one-time key.
    ///
    /// # Errors
    /// When the reply is for another device or request, or what it brings is not this device's key.
    pub fn take_in(&self, reply: &RecoveryReply, once: &Identity) -> Result<DataKey, RecoveryError> {
        if (reply.device, reply.area.code) != (self.device, self.area) {
            return Err(RecoveryError::OtherDevice(named(reply.area.code, reply.device)));
        }
        if reply.reply_to != once.recipient() {
            return Err(RecoveryError::OtherRequest);
        }
        let (key, whose) = opened(&reply.sealed, once)?;
        if whose != named(self.area, self.device) {
            return Err(RecoveryError::OtherDevice(whose));
        }
        self.prove(&key)?;
        Ok(key)
    }
}

impl RecoveryRequest {
    /// The county's reply, made with its private key.
    ///
    /// # Errors
    /// When the sealed key is not for this county's key, or is that of another device than the one that asks.
    pub fn answer(&self, county: &Identity, at: u64) -> Result<RecoveryReply, RecoveryError> {
        let (key, sealed) = opened(&self.escrow, county)?;
        let asked = named(self.area.code, self.device);
        if sealed != asked {
            return Err(RecoveryError::NamesAnother { asked, sealed });
        }
        let to = std::slice::from_ref(&self.reply_to);
        Ok(RecoveryReply {
            area: self.area.clone(),
            device: self.device,
            at,
            reply_to: self.reply_to.clone(),
            sealed: seal(&payload(&key, self.area.code, self.device), to)?,
        })
    }

    /// The suggested file name: area, day and device, and nobody's name.
    pub fn file_name(&self) -> String {
        file_name(self.area.code, self.at, "recovery-request", self.device)
    }

    /// What both sides read to each other: the beginning of the one-time key's name, which nobody else has.
    pub fn words(&self) -> String {
        words(&self.reply_to)
    }

    /// Writes the request.
    pub fn write(&self) -> Sealed {
        document::seal(
            REQUEST_FORMAT,
            members(
                (&self.area, self.device, self.at),
                &self.reply_to,
                ("escrow", &self.escrow),
            ),
            None,
        )
    }

    /// Reads a request.
    ///
    /// # Errors
    /// When it is no sound document.
    pub fn read(bytes: &[u8]) -> Result<Self, RecoveryError> {
        let Told {
            area,
            device,
            at,
            reply_to,
            sealed,
        } = Told::read(bytes, REQUEST_FORMAT, "escrow")?;
        Ok(Self {
            area,
            device,
            at,
            escrow: sealed,
            reply_to,
        })
    }
}

impl RecoveryReply {
    /// The suggested file name.
    pub fn file_name(&self) -> String {
        file_name(self.area.code, self.at, "recovery-reply", self.device)
    }

    /// Writes the reply.
    pub fn write(&self) -> Sealed {
        document::seal(
            REPLY_FORMAT,
            members(
                (&self.area, self.device, self.at),
                &self.reply_to,
                ("sealed", &self.sealed),
            ),
            None,
        )
    }

    /// Reads a reply.
    ///
    /// # Errors
    /// When it is no sound document.
    pub fn read(bytes: &[u8]) -> Result<Self, RecoveryError> {
        let Told {
            area,
            device,
            at,
            reply_to,
            sealed,
        } = Told::read(bytes, REPLY_FORMAT, "sealed")?;
        Ok(Self {
            area,
            device,
            at,
            reply_to,
            sealed,
        })
    }
}

/// What is read out of a one-time key: twelve characters of its name in three groups, 60 bits.
pub fn words(reply_to: &Recipient) -> String {
    let name = reply_to.to_string().to_uppercase();
    let digits = name.strip_prefix("AGE1").unwrap_or(&name);
    let groups = [0, 4, 8].map(|at| digits.get(at..at + 4).unwrap_or_default());
    groups.join("-")
}

/// What both documents tell.
struct Told {
    area: Scope,
    device: DeviceId,
    at: u64,
    reply_to: Recipient,
    sealed: Vec<u8>,
}

impl Told {
    fn read(bytes: &[u8], format: &str, sealed: &str) -> Result<Self, KeyError> {
        let Document { members, .. } = document::open(bytes, format)?;
        let text = |name: &str| member::<String>(&members, name);
        let suite: u8 = member(&members, "suite")?;
        if suite != Suite::One.byte() {
            return Err(KeyError::UnknownSuite(suite));
        }
        Ok(Self {
            area: document::read_scope(&members, "area")?,
            device: text("device")?.parse().map_err(|_| bad("device"))?,
            at: moment_of(&text("at")?).ok_or_else(|| bad("at"))?,
            reply_to: text("reply_to")?.parse().map_err(|_| bad("reply_to"))?,
            sealed: unhex(&text(sealed)?).ok_or_else(|| bad(sealed))?,
        })
    }
}

fn members(
    (area, device, at): (&Scope, DeviceId, u64),
    reply_to: &Recipient,
    (name, sealed): (&str, &[u8]),
) -> Map<String, Value> {
    let members = json!({
        "area": scope_member(area),
        "at": moment_text(at),
        "device": device.as_str(),
        "reply_to": reply_to.to_string(),
        "suite": Suite::One.byte(),
        name: hex(sealed),
    });
    match members {
        Value::Object(members) => members,
        _ => unreachable!("an object was written above"),
    }
}

fn file_name(area: DivisionCode, at: u64, what: &str, device: DeviceId) -> String {
    format!("hhq-{area}-{}-{what}-{device}.json", Date::in_china(at))
}

fn names_of(recipients: &[Recipient]) -> Vec<String> {
    let mut names: Vec<String> = recipients.iter().map(Recipient::to_string).collect();
    names.sort_unstable();
    names
}

fn named(area: DivisionCode, device: DeviceId) -> String {
    format!("{area} {device}")
}

/// What is sealed: suite, key, and whose it is, so that nobody can ask for another device's key in its own name.
fn payload(key: &DataKey, area: DivisionCode, device: DeviceId) -> Zeroizing<Vec<u8>> {
    let mut payload = Zeroizing::new(Vec::with_capacity(96));
    payload.push(Suite::One.byte());
    payload.extend_from_slice(key.reveal());
    payload.extend_from_slice(named(area, device).as_bytes());
    payload
}

fn opened(sealed: &[u8], identity: &Identity) -> Result<(DataKey, String), RecoveryError> {
    let payload = Zeroizing::new(open(sealed, identity)?);
    let (suite, rest) = payload.split_first().ok_or(RestError::Damaged)?;
    let Suite::One = Suite::of(*suite)?;
    let (key, whose) = rest.split_at_checked(KEY_BYTES).ok_or(RestError::Damaged)?;
    let key = DataKey::from_bytes(key).ok_or(RestError::Damaged)?;
    let whose = std::str::from_utf8(whose).map_err(|_| RestError::Damaged)?;
    Ok((key, whose.to_owned()))
}
