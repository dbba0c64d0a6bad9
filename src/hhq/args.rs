//! What can be typed, and the help that teaches it.

use crate::model::{Date, DivisionCode};
use clap::{Args, Parser, Subcommand, ValueEnum};
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

fn area(text: &str) -> Result<DivisionCode, &'static str> {
    DivisionCode::new(text)
        .filter(DivisionCode::is_partition)
        .ok_or("an area is a code of 6, 9 or 12 digits, such as 530427203200")
}
