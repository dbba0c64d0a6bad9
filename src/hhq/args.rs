//! What can be typed, and the help that teaches it.

use crate::exchange::Period;
use crate::journal::Stamp;
use crate::model::{Date, DivisionCode};
use crate::plan::Body;
use clap::{ArgGroup, Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// 户户清 on the command line: check, merge and score the packages that tablets and offices exchange.
#[derive(Parser, Debug)]
#[command(
    name = "hhq",
    version,
    arg_required_else_help = true,
    after_help = "\
EXAMPLES
  hhq demo --seed 1 --out demo                       写出演示县的137个数据包 · 137 packages of an invented county
  hhq check village.json                             检查一个数据包 · is it whole, and are its records sound?
  hhq merge a.json b.json --out township.json        合并，顺序不限 · merge in any order, any number of times
  hhq score demo/* --as-of 2017-12-31                对照规划打分 · every figure against the plan
  hhq receipt demo/* --scope 530427203 --out back.json
                                                     写回执 · what an office has, to send back down
  hhq explain demo/* --indicator IND-POV-02 --area 530427203200
                                                     谁算在内，为什么 · who counts, who does not, and why
  hhq ledger demo/* --ledger L-09 --area 530427203   危房台帐 · the ledger of dangerous houses

A FILE may also be a folder: every .json in it is read.

EXIT CODES
  0 done   1 the check found errors   2 wrong usage   3 a file cannot be read   4 a file cannot be written"
)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Subcommand, Debug)]
pub enum Command {
    /// Write the packages of an invented county 演示县
    Demo(DemoArgs),
    /// Check packages: the file, its seal, its values, the rules between records 检查
    Check(CheckArgs),
    /// Merge packages into one of the smallest area that holds them all 合并
    Merge(MergeArgs),
    /// Write what a department may see, or figures alone 按范围披露
    Disclose(DiscloseArgs),
    /// Write a receipt for what the packages hold 回执
    Receipt(ReceiptArgs),
    /// Show who asks for a forgotten passphrase, and reply with the county's private key 找回口令
    Recover(RecoverArgs),
    /// List what the fields of a record said, when, by whom, and which package brought it 修改经过
    History(HistoryArgs),
    /// Settle a conflict, merge records that stand twice, take a step back, or move a household 处理
    Resolve(ResolveArgs),
    /// List persons and households that seem to stand twice 查重
    Duplicates(DuplicatesArgs),
    /// Close a month or a year, or list what came after it was closed 封账
    Freeze(FreezeArgs),
    /// Verify packages, receipts and closed periods: seals, rows of numbers, folds, clocks 核验
    Verify(VerifyArgs),
    /// Score every figure of the plan by area 打分
    Score(ScoreArgs),
    /// List every subject of a figure with the reason 解释
    Explain(ExplainArgs),
    /// Print one of the plan's ledgers, or the list of them 台账
    Ledger(LedgerArgs),
    /// Print the JSON Schema of a detail package 数据包格式
    Schema,
}

/// Arguments of `demo`.
#[derive(Args, Debug)]
pub struct DemoArgs {
    /// Any number; the same number gives the same county on every machine
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// The folder to write to; made if it is not there
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
}

/// Arguments of `check`.
#[derive(Args, Debug)]
pub struct CheckArgs {
    /// Packages, or folders of packages
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// How to print
    #[arg(long, value_enum, default_value_t = CheckFormat::Text)]
    pub format: CheckFormat,
}

/// How findings are printed.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum CheckFormat {
    /// One line a finding
    Text,
    /// An array of {file, path, code, severity, message}
    Json,
}

/// Arguments of `merge`.
#[derive(Args, Debug)]
pub struct MergeArgs {
    /// Packages, or folders of packages
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// The package to write
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
}

/// Arguments of `disclose`.
#[derive(Args, Debug)]
#[command(after_help = "docs/DISCLOSURE.md says for every field who sees it.")]
pub struct DiscloseArgs {
    /// Packages, or folders of packages
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// How much to tell
    #[arg(long, value_enum)]
    pub profile: ProfileName,
    /// The department, by the plan's name for it: 县教育局 or education
    #[arg(long, value_name = "NAME", required_if_eq("profile", "department"), value_parser = body)]
    pub unit: Option<Body>,
    /// The package to write
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
}

/// How much a package tells.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProfileName {
    /// Figures only, no person
    Summary,
    /// The fields of a department's measures, nobody's name
    Department,
    /// Everything, identity numbers as the county allows
    Detail,
}

/// Arguments of `receipt`.
#[derive(Args, Debug)]
pub struct ReceiptArgs {
    /// Packages that were received, or folders of packages
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// The area that the receipt goes to; the smallest that holds all packages when not given
    #[arg(long, value_name = "CODE", value_parser = area)]
    pub scope: Option<DivisionCode>,
    /// The office that gives it: the area right above the scope when not given
    #[arg(long, value_name = "CODE", value_parser = area)]
    pub office: Option<DivisionCode>,
    /// The receipt to write
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
}

/// Arguments of `recover`.
#[derive(Args, Debug)]
#[command(after_help = "Without --identity only who asks is shown: telephone, and compare, before you reply.")]
pub struct RecoverArgs {
    /// The request that a locked device has written
    #[arg(value_name = "REQUEST")]
    pub request: PathBuf,
    /// The county's private key file
    #[arg(long, value_name = "FILE")]
    pub identity: Option<PathBuf>,
    /// The reply to write; named after area, day and device when not given
    #[arg(long, value_name = "FILE", requires = "identity")]
    pub out: Option<PathBuf>,
}

/// Arguments of `history`.
#[derive(Args, Debug)]
pub struct HistoryArgs {
    /// Packages, or folders of packages
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// The area
    #[arg(long, value_name = "CODE", value_parser = area)]
    pub area: DivisionCode,
    /// The record, such as household/h17
    #[arg(long, value_name = "KIND/ID")]
    pub record: String,
    /// Only this field
    #[arg(long, value_name = "FIELD")]
    pub field: Option<String>,
    /// Only what was known at the end of that day
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    pub known_on: Option<Date>,
    /// How to print
    #[arg(long, value_enum, default_value_t = Format::Table)]
    pub format: Format,
}

/// Arguments of `resolve`.
#[derive(Args, Debug)]
#[command(group = ArgGroup::new("how").required(true), after_help = "\
  hhq resolve v.json --area 530427203200 --record household/h17 --field main_cause --value illness --out r.json
  hhq resolve v.json --area 530427203200 --record person/p2 --merge-into p1 --out r.json
  hhq resolve t.json --area 530427203200 --record household/h17 --move-to 530427203201 --out r.json
  hhq resolve v.json --area 530427203200 --record person/p2 --step-back 20181128T021403123Z-0000-k7f3q9zd --out r.json

The package that is written holds everything that was read, and the changes that were made: import it where the records are.")]
pub struct ResolveArgs {
    /// Packages, or folders of packages
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// The area
    #[arg(long, value_name = "CODE", value_parser = area)]
    pub area: DivisionCode,
    /// The record, such as household/h17
    #[arg(long, value_name = "KIND/ID")]
    pub record: String,
    /// The field whose conflict is settled, or that is set
    #[arg(long, value_name = "FIELD", requires = "value")]
    pub field: Option<String>,
    /// Its value as JSON, or as text
    #[arg(long, value_name = "VALUE", group = "how", requires = "field")]
    pub value: Option<String>,
    /// The record that stays when both are one
    #[arg(long, value_name = "ID", group = "how")]
    pub merge_into: Option<String>,
    /// The village that the household goes to, with its members and all their records
    #[arg(long, value_name = "CODE", group = "how", value_parser = area)]
    pub move_to: Option<DivisionCode>,
    /// Takes back what was changed in one go with that change
    #[arg(long, value_name = "STAMP", group = "how")]
    pub step_back: Option<Stamp>,
    /// Who does it: an official's record
    #[arg(long, value_name = "ID", default_value = "hhq")]
    pub by: String,
    /// The package to write
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
}

/// Arguments of `duplicates`.
#[derive(Args, Debug)]
pub struct DuplicatesArgs {
    /// Packages, or folders of packages
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// How to print
    #[arg(long, value_enum, default_value_t = Format::Table)]
    pub format: Format,
}

/// Arguments of `freeze`.
#[derive(Args, Debug)]
#[command(group = ArgGroup::new("what").required(true))]
pub struct FreezeArgs {
    /// Packages, or folders of packages
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// The month or year to close, such as 2018-05 or 2018
    #[arg(long, value_name = "PERIOD", value_parser = period, group = "what", requires = "out")]
    pub period: Option<Period>,
    /// The file to write
    #[arg(long, value_name = "FILE", requires = "period")]
    pub out: Option<PathBuf>,
    /// A closed period: list what came late
    #[arg(long, value_name = "FILE", group = "what")]
    pub late: Option<PathBuf>,
    /// How to print what came late
    #[arg(long, value_enum, default_value_t = Format::Table)]
    pub format: Format,
}

/// Arguments of `verify`.
#[derive(Args, Debug)]
pub struct VerifyArgs {
    /// Packages, receipts and closed periods, or folders of them
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
}

/// Arguments of `score`.
#[derive(Args, Debug)]
#[command(after_help = "\
The table shows the widest area that the files cover; --area shows another. JSON and CSV hold every area.
num/den is the figure; known/expected is how much of it is known: unknown never counts as met.

  hhq score demo/* --as-of 2018-12-31 --area 530427203
  hhq score demo/* --as-of 2018-12-31 --indicator IND-MED-01 --format csv")]
pub struct ScoreArgs {
    /// Packages, or folders of packages
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// The day that figures are of: the state on its evening
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    pub as_of: Date,
    /// Only this area: 6 digits for the county, 9 for a township, 12 for a village
    #[arg(long, value_name = "CODE", value_parser = area)]
    pub area: Option<DivisionCode>,
    /// Only this indicator, or one of its figures
    #[arg(long, value_name = "ID")]
    pub indicator: Option<String>,
    /// Only by what was known at the end of that day
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    pub known_on: Option<Date>,
    /// How to print
    #[arg(long, value_enum, default_value_t = Format::Table)]
    pub format: Format,
}

/// Arguments of `explain`.
#[derive(Args, Debug)]
pub struct ExplainArgs {
    /// Packages, or folders of packages
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// The figure: IND-POV-02, or IND-POV-02.persons
    #[arg(long, value_name = "ID")]
    pub indicator: String,
    /// The area; a township or the county lists all its villages
    #[arg(long, value_name = "CODE", value_parser = area)]
    pub area: DivisionCode,
    /// The day; the latest day of the packages when not given
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    pub as_of: Option<Date>,
    /// How to print
    #[arg(long, value_enum, default_value_t = Format::Table)]
    pub format: Format,
}

/// Arguments of `ledger`.
#[derive(Args, Debug)]
#[command(after_help = "\
Without --ledger the ledgers are listed with the number of their rows.
Identity numbers are left out unless the county's verified parameter lets them into packages.
CSV opens in a spreadsheet: UTF-8 with a mark, and no text in it starts a formula.

  hhq ledger demo/*
  hhq ledger demo/* --ledger L-09 --area 530427203
  hhq ledger demo/* --ledger L-03.matches --format csv > matches.csv")]
pub struct LedgerArgs {
    /// Packages, or folders of packages
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// The ledger, or one of its tables: L-09, L-03.posts
    #[arg(long, value_name = "ID")]
    pub ledger: Option<String>,
    /// The area; the widest that the files cover when not given
    #[arg(long, value_name = "CODE", value_parser = area)]
    pub area: Option<DivisionCode>,
    /// The day; the latest day of the packages when not given
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    pub as_of: Option<Date>,
    /// How to print
    #[arg(long, value_enum, default_value_t = Format::Table)]
    pub format: Format,
}

/// How rows are printed.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Columns for people
    Table,
    /// An array of objects for programs
    Json,
    /// Comma separated values for spreadsheets
    Csv,
}

fn date(text: &str) -> Result<Date, &'static str> {
    Date::parse(text).ok_or("a date is written YYYY-MM-DD, such as 2018-12-31")
}

fn body(text: &str) -> Result<Body, &'static str> {
    Body::named(text).or_else(|| Body::with_id(text)).ok_or(
        "a department is named as in the plan, such as 县教育局, or by its short name, such as education",
    )
}

fn period(text: &str) -> Result<Period, &'static str> {
    Period::parse(text).ok_or("a period is a month such as 2018-05 or a year such as 2018")
}

fn area(text: &str) -> Result<DivisionCode, &'static str> {
    DivisionCode::new(text)
        .filter(DivisionCode::is_partition)
        .ok_or("an area is a code of 6, 9 or 12 digits, such as 530427203200")
}
