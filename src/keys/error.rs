//! Why something could not be sealed, opened, signed or believed.

use crate::exchange::PackageError;
use crate::model::Label;

/// Why something could not be sealed, opened, signed or believed. Nothing of what was refused is given out.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// The file does not begin as a sealed file does.
    #[error("not a sealed file: it does not begin with the line of age")]
    NotSealed,
    /// Sealed in a later form of age.
    #[error("sealed in a form that this program does not know")]
    UnknownForm,
    /// Sealed to others.
    #[error("not sealed to this key")]
    NotForThisKey,
    /// Sealed, and no key was named to open it with.
    #[error("sealed, and no key to open it with was named")]
    NeedsKey,
    /// Sealed with a passphrase and not to keys.
    #[error("sealed with a passphrase, not to a key")]
    NeedsPassphrase,
    /// The passphrase is another one.
    #[error("the passphrase is wrong")]
    WrongPassphrase,
    /// The passphrase was made to take more work than this device should do.
    #[error("the passphrase asks for more work than is allowed")]
    TooMuchWork,
    /// The file ends in the middle.
    #[error("the sealed file ends too early, after {bytes} bytes")]
    Truncated {
        /// How many bytes there are.
        bytes: usize,
    },
    /// The contents are not those that were sealed.
    #[error("the sealed file was altered or damaged")]
    Altered,
    /// More would come out than any county has.
    #[error("the sealed file holds more than {limit} bytes")]
    TooLarge {
        /// How many bytes are allowed.
        limit: usize,
    },
    /// Sealing to nobody.
    #[error("nobody to seal to")]
    NoRecipient,
    /// The text is no recipient (`age1…`).
    #[error("not a recipient of age: expected age1 and 58 characters")]
    BadRecipient,
    /// The text is no identity (`AGE-SECRET-KEY-1…`), or a key file without one.
    #[error("not a private key file: {0}")]
    BadIdentity(&'static str),
    /// A suite of a later version.
    #[error("suite {0} is not known to this program")]
    UnknownSuite(u8),
    /// The signature is not that of the key over those contents.
    #[error("the signature is wrong")]
    BadSignature,
    /// The key card is no sound document.
    #[error("{0}")]
    Document(PackageError),
    /// A key card that no key has signed, or another than its own.
    #[error("the key card is not signed by its own key")]
    CardNotOwn,
    /// The system gives no chance.
    #[error("the system gives no random numbers")]
    NoChance,
}

impl From<PackageError> for KeyError {
    fn from(error: PackageError) -> Self {
        Self::Document(error)
    }
}

impl KeyError {
    /// The stable code, for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotSealed => "not_sealed",
            Self::UnknownForm => "sealed_form_unknown",
            Self::NotForThisKey => "not_for_this_key",
            Self::NeedsKey => "needs_key",
            Self::NeedsPassphrase => "needs_passphrase",
            Self::WrongPassphrase => "wrong_passphrase",
            Self::TooMuchWork => "too_much_work",
            Self::Truncated { .. } => "truncated",
            Self::Altered => "altered",
            Self::TooLarge { .. } => "too_large",
            Self::NoRecipient => "no_recipient",
            Self::BadRecipient => "bad_recipient",
            Self::BadIdentity(_) => "bad_identity",
            Self::UnknownSuite(_) => "unknown_suite",
            Self::BadSignature => "bad_signature",
            Self::Document(error) => error.code(),
            Self::CardNotOwn => "card_not_own",
            Self::NoChance => "no_chance",
        }
    }

    /// What happened and what to do, for people.
    pub fn label(&self) -> Label {
        match self {
            Self::NotSealed => Label::new("这不是加封文件。", "This is no sealed file."),
            Self::UnknownForm => Label::new(
                "加封方式由更新的版本所用，请先更新本程序。",
                "The file is sealed in a newer form. Update this program first.",
            ),
            Self::NotForThisKey => Label::new(
                "文件不是加封给本机密钥的，本机打不开。请用收件单位的设备打开，或请对方改用本单位的密钥卡重新导出。",
                "The file is not sealed to the key of this device. Open it at the office it is for, or ask for a new export to this office's key card.",
            ),
            Self::NeedsKey => Label::new(
                "文件是加封的，请用 --key 指定私钥文件。",
                "The file is sealed; name the private key file with --key.",
            ),
            Self::NeedsPassphrase => Label::new(
                "文件是用口令加封的，请输入口令。",
                "The file is sealed with a passphrase; enter it.",
            ),
            Self::WrongPassphrase => Label::new("口令不对。", "The passphrase is wrong."),
            Self::TooMuchWork => Label::new(
                "口令文件要求的运算量异常，已拒绝打开。",
                "The file asks for abnormal work to open and was refused.",
            ),
            Self::Truncated { .. } => Label::new(
                "加封文件不完整，传送中断了。请让对方重新发送。",
                "The sealed file is incomplete; it was cut off on its way. Ask for it again.",
            ),
            Self::Altered => Label::new(
                "加封文件被改动或损坏，已拒绝。请让对方重新发送。",
                "The sealed file was altered or damaged and is refused. Ask for it again.",
            ),
            Self::TooLarge { .. } => Label::new(
                "加封文件里的内容太大，不像是数据包。",
                "The sealed file holds more than a package can.",
            ),
            Self::NoRecipient => Label::new("没有收件的密钥卡。", "There is no key card to seal to."),
            Self::BadRecipient => Label::new("这不是收件公钥（age1…）。", "This is no recipient (age1…)."),
            Self::BadIdentity(_) => Label::new("这不是私钥文件。", "This is no private key file."),
            Self::UnknownSuite(_) => Label::new(
                "密码算法由更新的版本所用，请先更新本程序。",
                "The algorithms are those of a newer version. Update this program first.",
            ),
            Self::BadSignature => Label::new(
                "签名不符：文件在签名之后被改动，已拒绝。请让对方重新导出，并电话核对。",
                "The signature is wrong: the file was altered after it was signed, and is refused. Ask for a new export, and telephone.",
            ),
            Self::Document(error) => error.label(),
            Self::CardNotOwn => Label::new(
                "密钥卡不是由它自己的密钥签发的，已拒绝。",
                "The key card is not signed by its own key and is refused.",
            ),
            Self::NoChance => Label::new(
                "系统没有给出随机数，不能生成密钥。",
                "The system gives no random numbers; no key can be made.",
            ),
        }
    }
}
