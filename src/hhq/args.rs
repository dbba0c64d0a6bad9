//! What can be typed, and the help that teaches it.

use crate::exchange::Period;
use crate::journal::Stamp;
use crate::keys::MAX_NAME;
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
  hhq seal village.json --to county-card.json        加封给县级 · only the county can open it

A FILE may also be a folder: every .json and .json.age in it is read.

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
    /// Make the keys of an office or a device: a private key file and a key card 生成密钥
    Keygen(KeygenArgs),
    /// Seal files to key cards 加封
    Seal(SealArgs),
    /// Open sealed files 拆封
    Open(OpenArgs),
    /// Print the JSON Schema of a detail package, of a key card, or of the files of a recovery 数据包格式
    Schema(SchemaArgs),
}

/// The files that a command reads.
#[derive(Args, Debug)]
pub struct Inputs {
    /// Packages, or folders of packages; sealed ones (.json.age) need --key
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// The private key file: it opens what is sealed to it, and signs what is written
    #[arg(long, value_name = "FILE")]
    pub key: Option<PathBuf>,
}

/// Arguments of `keygen`.
#[derive(Args, Debug)]
#[command(after_help = "\
  hhq keygen --area 530427203 --name 老厂乡扶贫办 --out keys

Two files are written, and none is written over: the private key, which only its owner may read and which the age tool takes
too (age -d -i FILE), and the key card, which goes to the offices above and below. Compare the twelve characters by telephone.")]
pub struct KeygenArgs {
    /// The area of the office or the village
    #[arg(long, value_name = "CODE", value_parser = area)]
    pub area: DivisionCode,
    /// The office or the person
    #[arg(long, value_name = "NAME", value_parser = card_name)]
    pub name: String,
    /// The folder to write to; made if it is not there
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub out: PathBuf,
}

/// Arguments of `seal`.
#[derive(Args, Debug)]
#[command(after_help = "\
  hhq seal village.json --to hhq-530427203-keycard.json hhq-530427-keycard.json

writes village.json.age, which those two offices open with hhq, with the app or with age -d. To be able to open it yourself,
name your own card too.")]
pub struct SealArgs {
    /// The files to seal
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Key cards of those who are to open them
    #[arg(long, value_name = "CARD", required = true, num_args = 1..)]
    pub to: Vec<PathBuf>,
    /// The folder to write to; beside each file when not given
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
}

/// Arguments of `open`.
#[derive(Args, Debug)]
#[command(after_help = "\
  hhq open village.json.age --key keys/hhq-530427203-private-key.txt

writes village.json. Every other command reads sealed files itself with --key, so that nothing plain need lie on the disk.
The passphrase of a key file that is sealed itself is taken from HHQ_PASSPHRASE.")]
pub struct OpenArgs {
    /// Sealed files
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// The private key file
    #[arg(long, value_name = "FILE")]
    pub key: PathBuf,
    /// The folder to write to; beside each file when not given
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
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
    /// The files
    #[command(flatten)]
    pub inputs: Inputs,
    /// Key cards, so that signatures are named
    #[arg(long, value_name = "CARD", num_args = 1..)]
    pub card: Vec<PathBuf>,
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

/// Arguments of `schema`.
#[derive(Args, Debug)]
pub struct SchemaArgs {
    /// Of which file
    #[arg(long, value_enum, default_value_t = SchemaOf::Package)]
    pub of: SchemaOf,
}

/// What a schema describes.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum SchemaOf {
    /// A detail package
    Package,
    /// A key card
    Keycard,
    /// A request for a forgotten passphrase
    RecoveryRequest,
    /// The county's reply to one
    RecoveryReply,
}

/// Arguments of `merge`.
#[derive(Args, Debug)]
pub struct MergeArgs {
    /// The files
    #[command(flatten)]
    pub inputs: Inputs,
    /// The package to write
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
}

/// Arguments of `disclose`.
#[derive(Args, Debug)]
#[command(after_help = "docs/DISCLOSURE.md says for every field who sees it.")]
pub struct DiscloseArgs {
    /// The files
    #[command(flatten)]
    pub inputs: Inputs,
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
    /// The files
    #[command(flatten)]
    pub inputs: Inputs,
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
#[command(
    after_help = "Without --identity only who asks is shown: telephone, and compare, before you reply."
)]
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
    /// The files
    #[command(flatten)]
    pub inputs: Inputs,
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
    /// The files
    #[command(flatten)]
    pub inputs: Inputs,
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
    /// The files
    #[command(flatten)]
    pub inputs: Inputs,
    /// How to print
    #[arg(long, value_enum, default_value_t = Format::Table)]
    pub format: Format,
}

/// Arguments of `freeze`.
#[derive(Args, Debug)]
#[command(group = ArgGroup::new("what").required(true))]
pub struct FreezeArgs {
    /// The files
    #[command(flatten)]
    pub inputs: Inputs,
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
    /// The files
    #[command(flatten)]
    pub inputs: Inputs,
    /// Key cards, so that signatures are named
    #[arg(long, value_name = "CARD", num_args = 1..)]
    pub card: Vec<PathBuf>,
}

/// Arguments of `score`.
#[derive(Args, Debug)]
#[command(after_help = "\
The table shows the widest area that the files cover; --area shows another. JSON and CSV hold every area.
num/den is the figure; known/expected is how much of it is known: unknown never counts as met.

  hhq score demo/* --as-of 2018-12-31 --area 530427203
  hhq score demo/* --as-of 2018-12-31 --indicator IND-MED-01 --format csv")]
pub struct ScoreArgs {
    /// The files
    #[command(flatten)]
    pub inputs: Inputs,
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
    /// The files
    #[command(flatten)]
    pub inputs: Inputs,
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
    /// The files
    #[command(flatten)]
    pub inputs: Inputs,
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

fn card_name(text: &str) -> Result<String, &'static str> {
    let sound =
        !text.trim().is_empty() && text.chars().count() <= MAX_NAME && !text.chars().any(char::is_control);
    sound
        .then(|| text.trim().to_owned())
        .ok_or("a name has 1 to 60 characters")
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
