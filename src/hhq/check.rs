//! `hhq check`.

use super::args::{CheckArgs, CheckFormat};
use super::failure::Failure;
use super::files::{Opened, expand, read_each};
use super::keys::{Keys, cards, signature_finding};
use super::output::{print, print_json};
use crate::exchange::{self, Finding, FindingCode, Severity};
use crate::indicators::CountyFacts;
use crate::keys::{KeyCard, KeyError};
use crate::model::Level;
use serde::Serialize;
use std::process::ExitCode;

/// One finding of one file, as it is printed.
#[derive(Serialize)]
struct Line {
    file: String,
    path: String,
    code: &'static str,
    severity: &'static str,
    message: String,
}

/// Checks every file and prints what was found; the exit code is 1 when something is an error.
pub(super) fn run(args: &CheckArgs) -> Result<ExitCode, Failure> {
    let files = expand(&args.inputs.files)?;
    let keys = Keys::load(args.inputs.key.as_deref())?;
    let cards = cards(&args.card)?;
    let opened = read_each((&files, &keys), |_, opened| opened)?;
    let found = findings_of(opened, &cards);
    let mut worst = None;
    let mut lines = Vec::new();
    for (file, findings) in files.iter().zip(found) {
        worst = worst.max(findings.iter().map(|finding| finding.code.severity()).max());
        let name = file.display().to_string();
        lines.extend(findings.into_iter().map(|finding| Line {
            file: name.clone(),
            code: finding.code.id(),
            severity: finding.code.severity().id(),
            message: finding.message(),
            path: finding.path,
        }));
    }
    match args.format {
        CheckFormat::Json => print_json(&lines)?,
        CheckFormat::Text => print(text_of(&lines, files.len()).as_bytes())?,
    }
    Ok(ExitCode::from(u8::from(worst == Some(Severity::Error))))
}

/// The findings of each file; what the county entered is taken from whichever file has it.
fn findings_of(opened: Vec<Opened>, cards: &[KeyCard]) -> Vec<Vec<Finding>> {
    let partitions = || {
        let packages = opened.iter().filter_map(|opened| opened.as_ref().ok());
        packages.flat_map(|(package, _)| package.partitions.values())
    };
    let county = partitions().find(|partition| partition.area().level() == Level::County);
    let facts = county.map_or_else(CountyFacts::default, |county| CountyFacts::of(county.records()));
    let mut twice = exchange::check_across(partitions());
    let findings = |opened: &Opened| match opened {
        Err(error) => vec![refused(error)],
        Ok((package, findings)) => {
            let mut findings = findings.clone();
            let signed = signature_finding(package.signed.as_ref(), package.head.scope.code, cards);
            findings.extend(signed.ok().flatten());
            findings.extend(exchange::check(package, &facts));
            let areas = package.partitions.keys();
            findings.extend(areas.filter_map(|area| twice.remove(area)).flatten());
            findings
        }
    };
    opened.iter().map(findings).collect()
}

/// A refusal as a finding.
pub(super) fn refused(error: &KeyError) -> Finding {
    match error {
        KeyError::Document(error) => Finding::refused(error),
        error => Finding::new(
            FindingCode::Refused(error.code(), error.label()),
            "",
            error.to_string(),
        ),
    }
}

fn text_of(lines: &[Line], files: usize) -> String {
    let mut text = String::new();
    for Line {
        file,
        path,
        code,
        severity,
        message,
    } in lines
    {
        text.push_str(&format!("{file}: {severity}: {code}: {path}: {message}\n"));
    }
    let count = |severity: Severity| lines.iter().filter(|line| line.severity == severity.id()).count();
    let [errors, warnings, notes] = [Severity::Error, Severity::Warn, Severity::Info].map(count);
    text.push_str(&format!(
        "{files} files · 个文件: {errors} errors · 错误, {warnings} warnings · 警告, {notes} notes · 提示\n"
    ));
    text
}
