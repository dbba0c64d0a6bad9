//! Small sealed documents beside packages: canonical JSON with a format, a version and a checksum over the rest.

use super::envelope::not_json;
use super::signature::{MEMBER as SIGNATURE, SignatureMember};
use super::{Author, Checksum, PackageError, SchemaVersion, Scope, Sealed, Signed, Signer};
use crate::model::{Date, Id, write_canonical_object};
use serde::Deserialize;
use serde_json::{Map, Value, json};

/// The largest document that is read. A receipt of a county has some hundred rows and takes a tenth of it.
pub const MAX_DOCUMENT_BYTES: usize = 4 * 1024 * 1024;

/// A document that was read and found sound.
pub(crate) struct Document {
    /// Its members, without checksum and signature; those of newer minors stay among them.
    pub members: Map<String, Value>,
    /// Its checksum.
    pub checksum: Checksum,
    /// Its signature, if it has one. Nobody has said yet whether it is right.
    pub signed: Option<Signed>,
}

/// Seals the members of a document, and has it signed.
pub(crate) fn seal(format: &str, mut members: Map<String, Value>, signer: Option<Signer<'_>>) -> Sealed {
    members.insert("format".into(), format.into());
    members.insert("schema".into(), SchemaVersion::CURRENT.to_string().into());
    members.insert(
        "app".into(),
        concat!("huhuqing ", env!("CARGO_PKG_VERSION")).into(),
    );
    let mut checksum = checksum_of(&members);
    if let Some(signer) = signer {
        members.insert(SIGNATURE.into(), signer(&checksum).member());
        checksum = checksum_of(&members);
    }
    members.insert("checksum".into(), checksum.to_string().into());
    let mut bytes = Vec::new();
    write_canonical_object(&mut bytes, &members);
    Sealed { bytes, checksum }
}

/// Opens a document of that format.
pub(crate) fn open(bytes: &[u8], format: &str) -> Result<Document, PackageError> {
    open_up_to(MAX_DOCUMENT_BYTES, bytes, format)
}

/// The same for a document of at most so many bytes.
pub(super) fn open_up_to(limit: usize, bytes: &[u8], format: &str) -> Result<Document, PackageError> {
    if bytes.len() > limit {
        let bytes = bytes.len();
        return Err(PackageError::TooLarge { bytes, limit });
    }
    let text = super::read::text_of(bytes)?;
    let value: Value = serde_json::from_str(text).map_err(|error| not_json(text, &error))?;
    let Value::Object(mut members) = value else {
        return Err(PackageError::NotAPackage);
    };
    let named = members.get("format").and_then(Value::as_str);
    if named != Some(format) {
        return Err(PackageError::NotAPackage);
    }
    super::read::known_schema(members.get("schema").and_then(Value::as_str))?;
    let claimed = members.remove("checksum");
    let claimed = claimed.as_ref().and_then(Value::as_str);
    let checksum: Checksum = claimed
        .and_then(|text| text.parse().ok())
        .ok_or_else(|| bad("checksum"))?;
    if checksum_of(&members) != checksum {
        return Err(PackageError::ChecksumMismatch);
    }
    let signed = match members.contains_key(SIGNATURE) {
        false => None,
        true => {
            let signature = member::<SignatureMember>(&members, SIGNATURE)?.read()?;
            members.remove(SIGNATURE);
            let contents = checksum_of(&members);
            Some(Signed { signature, contents })
        }
    };
    Ok(Document {
        members,
        checksum,
        signed,
    })
}

fn checksum_of(members: &Map<String, Value>) -> Checksum {
    let mut bytes = Vec::new();
    write_canonical_object(&mut bytes, members);
    Checksum::of(&[&bytes])
}

/// A member of a document, read as that type.
pub(crate) fn member<T: serde::de::DeserializeOwned>(
    members: &Map<String, Value>,
    name: &str,
) -> Result<T, PackageError> {
    let value = members.get(name).cloned().unwrap_or(Value::Null);
    serde_json::from_value(value).map_err(|error| PackageError::BadMember {
        path: name.into(),
        detail: error.to_string(),
    })
}

/// A member that is not what it should be.
pub(crate) fn bad(name: &str) -> PackageError {
    PackageError::BadMember {
        path: name.into(),
        detail: "not of the agreed shape".into(),
    }
}

/// The members of an author.
pub(crate) fn author_member(author: &Author) -> Value {
    let mut member = Map::new();
    member.insert("id".into(), author.id.as_str().into());
    if let Some(name) = &author.name {
        member.insert("name".into(), name.as_str().into());
    }
    Value::Object(member)
}

/// Reads the author of a document.
pub(crate) fn read_author(members: &Map<String, Value>) -> Result<Author, PackageError> {
    #[derive(Deserialize)]
    struct Member {
        id: String,
        name: Option<String>,
    }
    let author: Member = member(members, "author")?;
    Ok(Author {
        id: Id::new(&author.id).map_err(|_| bad("author"))?,
        name: author.name,
    })
}

/// The members of a scope.
pub(crate) fn scope_member(scope: &Scope) -> Value {
    json!({ "code": scope.code.as_str(), "level": scope.code.level().id(), "name": scope.name })
}

/// Reads a scope of a document.
pub(crate) fn read_scope(members: &Map<String, Value>, name: &str) -> Result<Scope, PackageError> {
    super::read::scope_of(member(members, name)?)
}

/// A moment as documents tell it, in China time: `2018-05-03T14:02:11+08:00`.
pub(crate) fn moment_text(millis: u64) -> String {
    let day = Date::in_china(millis);
    let seconds = millis.saturating_sub(day.start_in_china()) / 1000;
    format!(
        "{day}T{:02}:{:02}:{:02}+08:00",
        seconds / 3600,
        seconds / 60 % 60,
        seconds % 60
    )
}

/// Reads such a moment, to the second; none of anything else.
pub(crate) fn moment_of(text: &str) -> Option<u64> {
    let (day, time) = text.strip_suffix("+08:00")?.split_once('T')?;
    let day = Date::parse(day).filter(|day| day.year().0 >= 1971)?;
    let part = |from: usize, under: u64| {
        let digits = time.get(from..from + 2)?;
        let number: u64 = digits
            .bytes()
            .all(|b| b.is_ascii_digit())
            .then(|| digits.parse().ok())??;
        (number < under).then_some(number)
    };
    let colons = time.len() == 8 && time.as_bytes()[2] == b':' && time.as_bytes()[5] == b':';
    let seconds = part(0, 24)? * 3600 + part(3, 60)? * 60 + part(6, 60)?;
    colons.then(|| day.start_in_china() + seconds * 1000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_comes_back_to_the_second() {
        for millis in [
            1_525_327_331_000,
            1_543_371_243_000,
            1_546_271_999_000,
            1_546_272_000_000,
        ] {
            assert_eq!(moment_of(&moment_text(millis)), Some(millis));
        }
        assert_eq!(moment_text(1_525_327_331_000), "2018-05-03T14:02:11+08:00");
        for foreign in [
            "",
            "2018-05-03T14:02:11Z",
            "2018-05-03T24:02:11+08:00",
            "2018-05-03T1:02:113+08:00",
            "户T户",
        ] {
            assert_eq!(moment_of(foreign), None, "{foreign}");
        }
    }
}
